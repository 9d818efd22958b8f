//! A human sees a letter of the own office: said by the page when it has been visible for a moment.

use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;

use crate::actions;
use crate::app::App;
use crate::paths;
use crate::paths::deeds::Read;
use crate::web::{Form, May, PageError};

/// Nothing but the token.
#[derive(Debug, Deserialize)]
pub struct Nothing {}

/// Notes it, the first time.
pub async fn create(
    path: paths::Opening,
    officer: May<Read>,
    State(app): State<App>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<StatusCode, PageError> {
    actions::open(&app, &officer.actor, path.id).await?;
    Ok(StatusCode::NO_CONTENT)
}
