//! The letter as the office received it.

use axum::extract::State;
use axum::response::Response;

use crate::actions;
use crate::app::App;
use crate::paths;
use crate::paths::deeds::Read;
use crate::web::printed::printed;
use crate::web::{May, PageError};

/// The PDF, with the receive stamp once there is a receipt.
pub async fn pdf(
    paths::ReceivedLetter { id }: paths::ReceivedLetter,
    officer: May<Read>,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let pdf = actions::print_received(&app, &officer.actor, id).await?;
    Ok(printed(pdf, &format!("received-{id}.pdf")))
}
