//! The program under test: served on a free port of this machine, with a folder, a clock and a chance of its own.

use std::fmt::Display;
use std::net::SocketAddr;

use chrono::{DateTime, TimeDelta, Utc};
use clap::Parser;
use tempfile::TempDir;
use tokio::net::TcpListener;
use wian::actions::{self, NewOfficer};
use wian::api;
use wian::app::{App, Chance, Clock, Config};
use wian::cli;
use wian::domain::actor::Role;
use wian::web;

use super::browser::Window;
use super::country;
use super::person::Person;

/// The password of everybody in tests.
pub const PASSWORD: &str = "รหัสผ่านตัวอย่างที่ยาวพอ";

#[derive(Parser)]
struct Settings {
    #[command(flatten)]
    config: Config,
}

/// A running program. It stops, and its folder goes, when this is dropped.
pub struct TestApp {
    /// The app that the pages are served from.
    pub app: App,
    /// `http://127.0.0.1:port`.
    pub base: String,
    _folder: TempDir,
    _stop: tokio::sync::oneshot::Sender<()>,
}

impl TestApp {
    /// Starts with the invented country, the standing clock at 24 พ.ค. 2566 09.30 น., and no limits.
    pub async fn start() -> Self {
        Self::start_with(|_| {}).await
    }

    /// As [`TestApp::start`], with settings of the test's own.
    pub async fn start_with(change: impl FnOnce(&mut Config)) -> Self {
        let app = Self::serve(change).await;
        country::make(&app.app.config.database_url()).await.expect("offices");
        app
    }

    /// Starts without any office.
    pub async fn bare() -> Self {
        Self::serve(|_| {}).await
    }

    /// Starts on what `wian demo` makes: an invented country with a circular on its way, on a Monday that stands, so that
    /// pages look the same on every day of the year.
    pub async fn demo() -> Self {
        let monday: DateTime<Utc> = "2026-11-30T02:30:00Z".parse().expect("a moment");
        let open =
            async |config| cli::open_demo_at(config, true, Clock::standing(monday)).await.expect("a demo");
        Self::serve_what(|_| {}, open).await
    }

    async fn serve(change: impl FnOnce(&mut Config)) -> Self {
        let now: DateTime<Utc> = "2023-05-24T02:30:00Z".parse().expect("a moment");
        let open = async |config| {
            App::open_with(config, Clock::standing(now), Chance::seeded(2566)).await.expect("an app")
        };
        Self::serve_what(change, open).await
    }

    async fn serve_what(change: impl FnOnce(&mut Config), open: impl AsyncFnOnce(Config) -> App) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let listener = TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], 0))).await.expect("a free port");
        let base = format!("http://{}", listener.local_addr().expect("an address"));
        let mut config = Settings::parse_from(["wian"]).config;
        config.data_dir = folder.path().to_owned();
        config.base_url = Some(base.clone());
        config.program = Some(env!("CARGO_BIN_EXE_wian").into());
        config.limits.public = 0;
        config.limits.wrong_codes = 0;
        config.limits.sign_in = 0;
        change(&mut config);
        let app = open(config).await;
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let router = web::site(&app, api::router(&app));
        tokio::spawn(web::serve(listener, router, async {
            stopped.await.ok();
        }));
        Self { app, base, _folder: folder, _stop: stop }
    }

    /// Somebody who is not signed in.
    pub fn visitor(&self) -> Person {
        Person::new(&self.base, "")
    }

    /// An officer of the office with this code, not signed in yet: `app.appoints("90", Role::Officer)`.
    pub async fn appoints(&self, office: &str, role: Role) -> Person {
        let name = format!("นายตัวอย่าง {office}");
        self.appoints_as(&email(office, role), &name, office, role).await
    }

    /// An officer of this address and name.
    pub async fn appoints_as(&self, email: &str, name: &str, office: &str, role: Role) -> Person {
        let new = NewOfficer { email, name, office, role, password: Some(PASSWORD) };
        actions::add_officer(&self.app, None, new).await.expect("an officer");
        Person::new(&self.base, email)
    }

    /// An officer of the office with this code, signed in: `app.officer("90", Role::Officer)`.
    pub async fn officer(&self, office: &str, role: Role) -> Person {
        let person = self.appoints(office, role).await;
        person.signs_in(PASSWORD).await.leads_to("/");
        person
    }

    /// An officer of the office with this code, appointed before, signed in.
    pub async fn colleague(&self, office: &str, role: Role) -> Person {
        let person = Person::new(&self.base, &email(office, role));
        person.signs_in(PASSWORD).await.leads_to("/");
        person
    }

    /// An address as a browser is told it.
    pub fn at(&self, page: impl Display) -> String {
        format!("{}{page}", self.base)
    }

    /// Has a person sign in at a window of the browser.
    pub async fn signs_in_at(&self, window: &Window, person: &Person) {
        self.signs_in_as(window, &person.email, PASSWORD).await;
    }

    /// Has somebody with a password of their own sign in at a window.
    pub async fn signs_in_as(&self, window: &Window, email: &str, password: &str) {
        let door = self.at("/sign-in");
        window.goto(&door).await;
        window.fill("#email", email).await;
        window.fill("#password", password).await;
        window.click_css("main button").await;
        window.wait_to_leave(&door).await;
    }

    /// Moves the clock on.
    pub fn wait(&self, time: TimeDelta) {
        self.app.clock.set(self.app.clock.now() + time);
    }
}

/// The address that officers have in tests.
fn email(office: &str, role: Role) -> String {
    format!("{role}.{}@example.go.th", office.to_lowercase())
}
