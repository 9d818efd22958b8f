//! The office acted for.

use axum::extract::State;
use serde::Deserialize;

use super::errors::PageError;
use super::form::Form;
use super::frame;
use super::guards::Signed;
use super::page::Done;
use crate::actions;
use crate::app::App;
use crate::domain::ids::AppointmentId;
use crate::domain::refusal::Refusal;
use crate::paths;

/// The post to act in.
#[derive(Debug, Deserialize)]
pub struct Switch {
    appointment: String,
}

/// Acts in another post, from its own first page: the page before may be another office's.
pub async fn create(
    _: paths::SessionOffice,
    officer: Signed,
    State(app): State<App>,
    Form(switch): Form<Switch>,
) -> Result<Done, PageError> {
    let to: AppointmentId = switch.appointment.parse().map_err(|_| Refusal::NotFound)?;
    let token = officer.visitor.token.as_deref().unwrap_or_default();
    let session = actions::switch_office(&app, token, to).await?;
    let words = &officer.visitor.lang.text().site.acting_for;
    let said = format!("{words} {}", session.actor.office.name);
    Ok(Done::to(frame::home(&session.actor)).saying(said))
}
