//! What is done behind a school's secret link: a human sees the page, the school takes note.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::{found, school};
use crate::actions;
use crate::app::{App, Error};
use crate::domain::delivery::Acknowledgement;
use crate::domain::refusal::{Refusal, RefusalKind};
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
    /// When it was written, where it waited on the phone: ISO 8601 with an offset.
    pub written_at: String,
}

impl Typed {
    fn written_at(&self) -> Result<Option<DateTime<Utc>>, Refusal> {
        let malformed = |_| Refusal::Malformed { field: "at" };
        let text = Some(self.written_at.trim()).filter(|text| !text.is_empty());
        text.map(|text| text.parse().map_err(malformed)).transpose()
    }
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
    found::secret(&app, &visitor, &path.code)?;
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
    found::secret(&app, &visitor, &path.code)?;
    let read = Acknowledgement::parse(&typed.name, &typed.position, "");
    let done = match read.and_then(|by| Ok(Acknowledgement { written_at: typed.written_at()?, ..by })) {
        Ok(by) => actions::acknowledge_by_link(&app, &path.code, by).await,
        Err(refusal) => Err(Error::from(refusal)),
    };
    let refusal = match done {
        Ok(_) => return Ok(Done::to(paths::School { code: path.code }).into_response()),
        Err(error) => PageError::from(error).into_refusal()?,
    };
    // A phone that did not hear the answer sends the same again: it is done, and was done once.
    if let Refusal::AlreadyAcknowledged { by, .. } = &refusal
        && !typed.written_at.is_empty()
        && by == typed.name.trim()
    {
        return Ok(Done::to(paths::School { code: path.code }).into_response());
    }
    let typed = if refusal.field() == Some("at") {
        // The time is not the person's to mend: the next press takes the time of then.
        Typed { written_at: String::new(), ..typed }
    } else {
        typed
    };
    if refusal.kind() == RefusalKind::Missing {
        return Err(refusal.into());
    }
    school::answer(&app, &visitor, &path.code, typed, Some(refusal)).await
}
