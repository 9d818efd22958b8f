//! Cancelling a circular, and correcting it by a new one: each asks once more, and for a reason where one is due.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

use super::board::issued_circular;
use super::compose::sentence;
use crate::actions;
use crate::app::App;
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
        Err(error) => {
            let mut again = page(&app, &officer, id, false).await?;
            again.error = sentence(again.page.lang, error)?;
            again.reason = typed.reason;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(again)).into_response())
        }
    }
}

/// Begins the circular that will stand in its place.
pub async fn correct(
    paths::Supersession { id }: paths::Supersession,
    officer: May<Cancel>,
    State(app): State<App>,
    Form(_): Form<Typed>,
) -> Result<Done, PageError> {
    let new = actions::begin_correction(&app, &officer.actor, id).await?;
    let said = &officer.visitor.lang.text().cancellation.correction_begun;
    Ok(Done::to(paths::Draft { id: new.id }).saying(said))
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
