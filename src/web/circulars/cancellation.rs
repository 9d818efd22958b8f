//! Cancelling a circular, and correcting it by a new one: each asks once more, and why.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

use super::board::issued_circular;
use super::compose::sentence;
use crate::actions;
use crate::app::{App, Error};
use crate::domain::ids::CircularId;
use crate::domain::refusal::Refusal;
use crate::paths;
use crate::paths::deeds::Cancel;
use crate::web::guards::{May, Signed};
use crate::web::{Done, Form, Frame, Page, PageError};

#[derive(Debug, Template)]
#[template(path = "circulars/cancellation.html")]
struct CancellationPage {
    page: Frame,
    id: CircularId,
    reference: String,
    title: String,
    corrects: bool,
    reason: String,
    error: String,
}

/// The reason.
#[derive(Debug, Deserialize)]
pub struct Typed {
    #[serde(default)]
    reason: String,
}

/// Asks before cancelling.
pub async fn ask_cancel(
    paths::Cancellation { id }: paths::Cancellation,
    officer: May<Cancel>,
    State(app): State<App>,
) -> Result<Page<impl Template>, PageError> {
    page(&app, &officer, id, false).await.map(Page)
}

/// Asks before correcting.
pub async fn ask_correct(
    paths::Supersession { id }: paths::Supersession,
    officer: May<Cancel>,
    State(app): State<App>,
) -> Result<Page<impl Template>, PageError> {
    page(&app, &officer, id, true).await.map(Page)
}

/// Cancels it; its number stays used.
pub async fn cancel(
    paths::Cancellation { id }: paths::Cancellation,
    officer: May<Cancel>,
    State(app): State<App>,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    match actions::cancel(&app, &officer.actor, id, &typed.reason).await {
        Ok(_) => {
            let said = &officer.visitor.lang.text().cancellation.done;
            Ok(Done::to(paths::Circular { id }).saying(said).into_response())
        }
        Err(error) => once_more(&app, &officer, id, false, typed, error).await,
    }
}

/// Begins the circular that will stand in its place.
pub async fn correct(
    paths::Supersession { id }: paths::Supersession,
    officer: May<Cancel>,
    State(app): State<App>,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    match actions::begin_correction(&app, &officer.actor, id, &typed.reason).await {
        Ok(new) => {
            let said = &officer.visitor.lang.text().cancellation.correction_begun;
            Ok(Done::to(paths::Draft { id: new.id }).saying(said).into_response())
        }
        Err(error) => once_more(&app, &officer, id, true, typed, error).await,
    }
}

/// The same form with what was typed and what is wrong with it.
async fn once_more(
    app: &App,
    officer: &Signed,
    id: CircularId,
    corrects: bool,
    typed: Typed,
    error: Error,
) -> Result<Response, PageError> {
    let mut again = page(app, officer, id, corrects).await?;
    again.error = sentence(again.page.lang, error)?;
    again.reason = typed.reason;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(again)).into_response())
}

async fn page(
    app: &App,
    officer: &Signed,
    id: CircularId,
    corrects: bool,
) -> Result<CancellationPage, PageError> {
    let circular = issued_circular(app, officer, id).await?;
    if circular.office != officer.actor.office.id {
        return Err(Refusal::NotYourOffice.into());
    }
    let reference = circular.under_way()?.reference.clone();
    Ok(CancellationPage {
        page: officer.frame(),
        id,
        reference,
        title: circular.title,
        corrects,
        reason: String::new(),
        error: String::new(),
    })
}
