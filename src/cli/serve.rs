//! `wian serve` and `wian work`.

use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tracing_subscriber::EnvFilter;

use crate::app::{App, Config, Result};
use crate::{api, jobs, web};

/// Everything that is served: the pages, and the API beside them.
fn router(app: &App) -> Router {
    web::site(app, api::router(app))
}

/// Listens where the settings say. A port that was left to the system (0) is written into them: addresses are made of it.
///
/// # Errors
/// When the address cannot be listened on.
pub(super) async fn listen(config: &mut Config) -> Result<TcpListener> {
    let listener = TcpListener::bind(&config.listen).await?;
    if let Some(host) = config.listen.strip_suffix(":0") {
        config.listen = format!("{host}:{}", listener.local_addr()?.port());
    }
    Ok(listener)
}

/// Serves until it is asked to stop; with `with_jobs`, does the jobs that are due as well.
///
/// # Errors
/// When serving fails.
pub(super) async fn serve(app: App, listener: TcpListener, with_jobs: bool) -> Result<()> {
    write_logs();
    // Read by people and by the scripts that start the program.
    println!("{} http://{}", env!("CARGO_PKG_NAME"), listener.local_addr()?);
    let (stop, stopped) = watch::channel(false);
    let at_work = with_jobs.then(|| tokio::spawn(jobs::run(app.clone(), stopped)));
    web::serve(listener, router(&app), web::asked_to_stop()).await?;
    // A receiver that is gone has nothing left to stop.
    let _ = stop.send(true);
    if let Some(at_work) = at_work {
        at_work.await?;
    }
    Ok(())
}

/// Does the jobs that are due until it is asked to stop.
///
/// # Errors
/// When the work is lost.
pub(super) async fn work(app: App) -> Result<()> {
    write_logs();
    let (stop, stopped) = watch::channel(false);
    let at_work = tokio::spawn(jobs::run(app, stopped));
    web::asked_to_stop().await;
    let _ = stop.send(true);
    Ok(at_work.await?)
}

/// Logs go to standard error, as much as `RUST_LOG` asks for.
fn write_logs() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    // A second call, in a test of both commands, keeps the first one's choice.
    let _ = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).try_init();
}
