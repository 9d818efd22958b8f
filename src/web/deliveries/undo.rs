//! Undo for what was just forwarded: pulled back from all who have not received it.

use std::fmt::Display;

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Deserialize;

use crate::actions::{self, Undone};
use crate::app::App;
use crate::domain::refusal::Refusal;
use crate::paths;
use crate::paths::deeds::Recall;
use crate::text::fill;
use crate::web::{Done, Form, May, PageError};

/// What a deed says on the page after it, and the moment of what it forwarded.
#[derive(Debug)]
pub struct Said {
    words: String,
    undo: Option<DateTime<Utc>>,
}

impl From<String> for Said {
    fn from(words: String) -> Self {
        Self { words, undo: None }
    }
}

impl Said {
    /// Offers to undo what was forwarded at this moment.
    pub fn undoing(words: String, at: DateTime<Utc>) -> Self {
        Self { words, undo: Some(at) }
    }

    /// Leads to the page that says it.
    pub fn at(self, address: impl Display) -> Done {
        let done = Done::to(address).saying(self.words);
        match self.undo {
            Some(at) => done.undoing(at),
            None => done,
        }
    }
}

/// The moment, in microseconds since 1970, and the page that offered it.
#[derive(Debug, Deserialize)]
pub struct Moment {
    at: i64,
    #[serde(default)]
    back: String,
}

/// Pulls back.
pub async fn create(
    _: paths::Recalls,
    officer: May<Recall>,
    State(app): State<App>,
    Form(moment): Form<Moment>,
) -> Result<Done, PageError> {
    let at = DateTime::from_timestamp_micros(moment.at).ok_or(Refusal::NotFound)?;
    let words = &officer.visitor.lang.text().inbox;
    let Undone { back, kept } =
        actions::undo_forwarding(&app, &officer.actor, at, &words.undo_reason).await?;
    let said = if kept == 0 {
        fill(&words.undone, &[("n", back)])
    } else {
        fill(&words.undone_but, &[("n", back), ("kept", kept)])
    };
    Ok(Done::back(&moment.back).saying(said))
}
