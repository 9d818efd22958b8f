//! The emblem above the office's letters: what it is now, another one, or none.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};

use crate::actions;
use crate::app::{App, Error};
use crate::domain::refusal::Refusal;
use crate::paths;
use crate::paths::deeds::KeepEmblem;
use crate::store::emblems;
use crate::text::fill;
use crate::web::{Done, Frame, May, Page, PageError, Signed, Upload};

#[derive(Debug, Template)]
#[template(path = "offices/emblem.html")]
struct EmblemPage {
    page: Frame,
    /// Address of the picture; empty when there is none.
    picture: String,
    error: String,
}

/// The page.
pub async fn show(
    _: paths::Emblem,
    officer: May<KeepEmblem>,
    State(app): State<App>,
) -> Result<Page<impl Template>, PageError> {
    page(&app, &officer, String::new()).await.map(Page)
}

/// The picture.
pub async fn picture(
    _: paths::EmblemPicture,
    officer: May<KeepEmblem>,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let (_, emblem) = emblems::of_office(&app.db, officer.actor.office.id).await?.ok_or(Refusal::NotFound)?;
    let kind = if emblem.jpeg { "image/jpeg" } else { "image/png" };
    Ok(([(header::CONTENT_TYPE, HeaderValue::from_static(kind))], emblem.bytes).into_response())
}

/// Keeps the file that was sent; a form without one takes the emblem away.
pub async fn keep(
    _: paths::Emblem,
    officer: May<KeepEmblem>,
    State(app): State<App>,
    mut form: Upload,
) -> Result<Response, PageError> {
    let (mut file, mut remove) = (Vec::new(), false);
    while let Some(field) = form.next().await? {
        match field.name() {
            Some("file") => file = Upload::bytes(field).await?,
            Some("remove") => remove = true,
            _ => {}
        }
    }
    let said = officer.visitor.lang.text();
    let kept = match (file.is_empty(), remove) {
        (true, false) => {
            let error = fill(&said.refusals.missing, &[("field", &said.fields.file)]);
            return wrong(&app, &officer, error).await;
        }
        (true, true) => actions::keep_emblem(&app, &officer.actor, None).await,
        (false, _) => actions::keep_emblem(&app, &officer.actor, Some(file)).await,
    };
    match kept {
        Ok(()) => Ok(Done::to(paths::Emblem).saying(said.emblem.kept.clone()).into_response()),
        Err(Error::Complaint(complaint)) => {
            wrong(&app, &officer, complaint.sentence(officer.visitor.lang)).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn wrong(app: &App, officer: &Signed, error: String) -> Result<Response, PageError> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page(app, officer, error).await?)).into_response())
}

async fn page(app: &App, officer: &Signed, error: String) -> Result<EmblemPage, PageError> {
    let newest = emblems::of_office(&app.db, officer.actor.office.id).await?;
    // Another picture has another address, or a browser would show the one of before.
    let picture = newest.map(|(id, _)| format!("{}?v={id}", paths::EmblemPicture));
    Ok(EmblemPage { page: officer.frame(), picture: picture.unwrap_or_default(), error })
}
