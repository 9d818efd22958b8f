//! A picture as a file: lines for any size, or pixels for a slide.

use askama::Template as _;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};

use super::super::board::issued_circular;
use super::standalone::Standalone;
use super::subject::Subject;
use crate::app::{App, Error};
use crate::domain::refusal::Refusal;
use crate::letters::picture;
use crate::paths;
use crate::paths::deeds::Read;
use crate::store::reports;
use crate::web::PageError;
use crate::web::guards::May;

/// Pixels of a slide.
const WIDE: f32 = 1920.0;
const HIGH: f32 = 2160.0;

/// A file holds its own styles and nothing else may run or load from it.
const POLICY: HeaderValue =
    HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; sandbox");

/// Sends `flow.svg`, `map.png` and the like.
pub async fn show(
    paths::PictureFile { id, picture: name }: paths::PictureFile,
    officer: May<Read>,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let (stem, ending) = name.split_once('.').ok_or(Refusal::NotFound)?;
    let circular = issued_circular(&app, &officer, id).await?;
    let scope = officer.actor.scope();
    let progress = reports::progress(&app.db, &scope, id, app.clock.now()).await?;
    let page = officer.frame();
    let of = Subject::new(&app, &page, scope, &circular, &progress)?;
    let drawn = super::named(&of, stem).await?.ok_or(Refusal::NotFound)?;
    let line = format!("{} · {}", of.issued.reference, page.as_of);
    let file = Standalone::of(&drawn, &line).ok_or(Refusal::NotFound)?;
    let svg = file.render().map_err(|error| PageError::broken(&error.to_string()))?;
    let (kind, bytes) = match ending {
        "svg" => ("image/svg+xml", svg.into_bytes()),
        "png" => ("image/png", pixels(svg).await?),
        _ => return Err(Refusal::NotFound.into()),
    };
    let named = format!("attachment; filename=\"circular-{id}-{name}\"");
    let named = HeaderValue::from_str(&named).map_err(|error| PageError::broken(&error.to_string()))?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::CONTENT_DISPOSITION, named),
    ];
    Ok((headers, bytes).into_response())
}

/// Drawing takes a moment, so it keeps no other request waiting.
async fn pixels(svg: String) -> Result<Vec<u8>, PageError> {
    let drawn = tokio::task::spawn_blocking(move || picture::png(&svg, WIDE, HIGH)).await;
    drawn.map_err(Error::from)?.map_err(|error| PageError::broken(&error.to_string()))
}
