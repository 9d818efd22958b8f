//! The part of the compose page that answers while one types: kept or not, what is wrong, what the linter finds.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};

use super::alike::{self, Alike};
use super::draft::{FindingRow, finding_rows, own_draft};
use super::typed::{Typed, Wrong, label};
use crate::actions::{self, check};
use crate::app::{App, Error};
use crate::domain::circular::Circular;
use crate::domain::refusal::Refusal;
use crate::paths;
use crate::paths::deeds;
use crate::text::{self, Text, dates, fill};
use crate::web::guards::{May, Signed};
use crate::web::{Form, Page, PageError};

/// The part.
#[derive(Debug, Template)]
#[template(path = "circulars/live.html")]
pub struct Live {
    t: &'static Text,
    version: i64,
    said: String,
    notice: String,
    newest: String,
    wrong: Vec<Wrong>,
    alike: Vec<Alike>,
    findings: Vec<FindingRow>,
}

impl Live {
    /// The part as a draft is kept.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(app: &App, officer: &Signed, draft: &Circular) -> Result<Self, PageError> {
        let lang = officer.visitor.lang;
        Ok(Self {
            t: lang.text(),
            version: draft.version,
            said: String::new(),
            notice: String::new(),
            newest: paths::Draft { id: draft.id }.to_string(),
            wrong: Vec::new(),
            alike: alike::of(app, lang, draft).await?,
            findings: finding_rows(lang, &check::findings(&app.db, draft).await?),
        })
    }

    fn label(&self, wrong: &Wrong) -> String {
        label(self.t, &wrong.field)
    }
}

/// Keeps what is typed, and says what is wrong with it. What cannot be kept leaves the draft as it was.
pub async fn keep(
    paths::Autosave { id }: paths::Autosave,
    officer: May<deeds::Draft>,
    State(app): State<App>,
    Form(fields): Form<BTreeMap<String, String>>,
) -> Result<Response, PageError> {
    let lang = officer.visitor.lang;
    let t = lang.text();
    let base = own_draft(&app, &officer, id).await?;
    let typed = Typed::from(fields);
    let draft = match typed.draft(&base, t) {
        Ok(draft) => draft,
        Err(wrong) => return answer(&app, &officer, &base, wrong).await,
    };
    let seen = typed.get("version").parse().ok();
    match actions::save_draft(&app, &officer.actor, id, draft, seen).await {
        Ok(kept) => {
            let mut live = Live::of(&app, &officer, &kept).await?;
            live.said = fill(&t.compose.autosaved, &[("time", dates::time(lang, kept.updated_at))]);
            Ok(Page(live).into_response())
        }
        Err(Error::Refused(Refusal::ChangedMeanwhile)) => {
            let mut live = Live::of(&app, &officer, &base).await?;
            live.notice.clone_from(&t.compose.stale);
            Ok((StatusCode::CONFLICT, Page(live)).into_response())
        }
        Err(Error::Refused(refusal)) if refusal.field().is_some() => {
            let field = refusal.field().unwrap_or_default().to_owned();
            let wrong = Wrong { field, sentence: text::refusal(lang, &refusal) };
            answer(&app, &officer, &base, vec![wrong]).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn answer(
    app: &App,
    officer: &Signed,
    base: &Circular,
    wrong: Vec<Wrong>,
) -> Result<Response, PageError> {
    let mut live = Live::of(app, officer, base).await?;
    live.said.clone_from(&live.t.compose.not_autosaved);
    live.wrong = wrong;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(live)).into_response())
}
