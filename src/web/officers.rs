//! Officers of the own office, for its administrator.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

use super::errors::PageError;
use super::form::Form;
use super::frame::Frame;
use super::guards::May;
use super::page::{Done, Page};
use crate::actions::{self, NewOfficer, Welcome};
use crate::app::App;
use crate::domain::actor::Role;
use crate::domain::clock::bangkok_day;
use crate::domain::refusal::Refusal;
use crate::domain::thai::dates;
use crate::paths;
use crate::paths::deeds::KeepOfficers;
use crate::store::officers::{self, Colleague};
use crate::text::{self, Lang, fill};

#[derive(Debug, Template)]
#[template(path = "officers/index.html")]
struct OfficersPage {
    page: Frame,
    lead: String,
    colleagues: Vec<Colleague>,
    typed: Typed,
    error: Option<(&'static str, String)>,
    invitation: Option<Invitation>,
}

/// An invitation just made.
#[derive(Debug)]
struct Invitation {
    title: String,
    lead: String,
    link: String,
}

/// What was typed about a new officer.
#[derive(Debug, Default, Deserialize)]
pub struct Typed {
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    role: String,
}

impl OfficersPage {
    fn error_of(&self, field: &str) -> &str {
        self.error.as_ref().filter(|(name, _)| *name == field).map_or("", |(_, sentence)| sentence)
    }

    fn role_of(&self, colleague: &Colleague) -> &str {
        self.page.t.roles.word(colleague.role.as_str())
    }

    /// The roles to choose from, the most common chosen unless another was.
    fn roles(&self) -> Vec<(&'static str, &str, bool)> {
        let chosen = self.typed.role.parse().unwrap_or(Role::Officer);
        let option = |role: &Role| (role.as_str(), self.page.t.roles.word(role.as_str()), *role == chosen);
        Role::ALL.iter().map(option).collect()
    }
}

/// The list, with the form to add one.
pub async fn index(
    _: paths::Officers,
    officer: May<KeepOfficers>,
    State(app): State<App>,
) -> Result<Response, PageError> {
    Ok(Page(page(&app, &officer, Typed::default()).await?).into_response())
}

/// Adds one and shows the invitation's link, this once.
pub async fn create(
    _: paths::Officers,
    officer: May<KeepOfficers>,
    State(app): State<App>,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let t = officer.visitor.lang.text();
    let added = match typed.role.parse() {
        Ok(role) => {
            let office = &officer.actor.office.code;
            let new = NewOfficer { email: &typed.email, name: &typed.name, office, role, password: None };
            actions::add_officer(&app, Some(&officer.actor), new).await
        }
        Err(_) => Err(Refusal::Malformed { field: "role" }.into()),
    };
    match added {
        Ok(Welcome::Password) => {
            let said = fill(&t.officers.appointed, &[("name", typed.name.trim())]);
            Ok(Done::to(paths::Officers).saying(said).into_response())
        }
        Ok(Welcome::Invitation { token, until }) => {
            let day = bangkok_day(until);
            let date = match officer.visitor.lang {
                Lang::Th => dates::short(day),
                Lang::En => dates::short_en(day),
            };
            let invitation = Invitation {
                title: fill(&t.officers.link_title, &[("name", typed.name.trim())]),
                lead: fill(&t.officers.link_lead, &[("date", date)]),
                link: format!("{}{}", app.config.base_url(), paths::Invitation { token }),
            };
            let mut shown = page(&app, &officer, Typed::default()).await?;
            shown.invitation = Some(invitation);
            Ok((StatusCode::CREATED, Page(shown)).into_response())
        }
        Err(error) => {
            let refusal = PageError::from(error).into_refusal()?;
            let status =
                StatusCode::from_u16(refusal.kind().status()).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
            let sentence = text::refusal(officer.visitor.lang, &refusal);
            let mut shown = page(&app, &officer, typed).await?;
            shown.error = Some((refusal.field().unwrap_or("email"), sentence));
            Ok((status, Page(shown)).into_response())
        }
    }
}

async fn page(app: &App, officer: &May<KeepOfficers>, typed: Typed) -> Result<OfficersPage, PageError> {
    let page = officer.frame();
    let office = &officer.actor.office;
    let lead = fill(&page.t.officers.lead, &[("office", &office.name)]);
    let colleagues = officers::of_office(&app.db, office.id).await?;
    Ok(OfficersPage { page, lead, colleagues, typed, error: None, invitation: None })
}
