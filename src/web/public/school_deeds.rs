//! What is done behind a school's secret link: a human sees the page, the school takes note.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

use super::{found, school};
use crate::actions;
use crate::app::{App, Error};
use crate::domain::delivery::Acknowledgement;
use crate::domain::refusal::RefusalKind;
use crate::paths;
use crate::web::{Anyone, Done, OpenForm, PageError};

/// What was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// Who takes note.
    pub name: String,
    /// In which position.
    pub position: String,
}

/// Nothing: that the page was seen is all there is to say.
#[derive(Debug, Deserialize)]
pub struct Nothing {}

/// Notes that a human saw the page, the first time.
pub async fn open(
    path: paths::SchoolOpening,
    visitor: Anyone,
    State(app): State<App>,
    OpenForm(Nothing {}): OpenForm<Nothing>,
) -> Result<StatusCode, PageError> {
    found::school(&app, &visitor, &path.code).await?;
    actions::open_by_link(&app, &path.code).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes note for the school.
pub async fn acknowledge(
    path: paths::SchoolAcknowledgement,
    visitor: Anyone,
    State(app): State<App>,
    OpenForm(typed): OpenForm<Typed>,
) -> Result<Response, PageError> {
    found::school(&app, &visitor, &path.code).await?;
    let done = match Acknowledgement::parse(&typed.name, &typed.position, "") {
        Ok(by) => actions::acknowledge_by_link(&app, &path.code, by).await,
        Err(refusal) => Err(Error::from(refusal)),
    };
    let refusal = match done {
        Ok(_) => return Ok(Done::to(paths::School { code: path.code }).into_response()),
        Err(error) => PageError::from(error).into_refusal()?,
    };
    if refusal.kind() == RefusalKind::Missing {
        return Err(refusal.into());
    }
    school::answer(&app, &visitor, &path.code, typed, Some(refusal)).await
}
