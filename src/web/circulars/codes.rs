//! The symbol of a circular's public page, or of one of its files: drawn, read back by two decoders, then given out.

use axum::extract::{Query, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

use crate::app::{App, Error};
use crate::domain::actor::Scope;
use crate::domain::circular::Circular;
use crate::domain::ids::{CircularId, EnclosureId};
use crate::domain::refusal::Refusal;
use crate::letters::qr::{self, Format, Level, Style};
use crate::paths;
use crate::paths::deeds::Read;
use crate::store;
use crate::web::PageError;
use crate::web::guards::May;

/// Side of a symbol in millimetres unless another is asked for: it reads from a letter held in the hand.
pub const SIZE_MM: f64 = 30.0;

/// How the symbol shall be.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    /// Side in millimetres with the quiet zone, 20 to 300.
    size: Option<f64>,
    /// `q` or `h`.
    level: Option<String>,
    /// The file it leads to; the circular's public page when none.
    file: Option<EnclosureId>,
    /// Whether the caption is drawn below it.
    #[serde(default)]
    caption: bool,
    /// Whether it is saved and not shown.
    #[serde(default)]
    save: bool,
}

/// As lines.
pub async fn svg(
    paths::QrSvg { id }: paths::QrSvg,
    officer: May<Read>,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    draw(&app, &officer.actor.scope(), id, asked, Format::Svg).await
}

/// As pixels.
pub async fn png(
    paths::QrPng { id }: paths::QrPng,
    officer: May<Read>,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    draw(&app, &officer.actor.scope(), id, asked, Format::Png).await
}

/// As a page of its own.
pub async fn pdf(
    paths::QrPdf { id }: paths::QrPdf,
    officer: May<Read>,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    draw(&app, &officer.actor.scope(), id, asked, Format::Pdf).await
}

async fn draw(
    app: &App,
    scope: &Scope,
    id: CircularId,
    asked: Asked,
    format: Format,
) -> Result<Response, PageError> {
    let circular = store::circulars::find(&app.db, scope, id).await?.ok_or(Refusal::NotFound)?;
    let address = address(app, &circular, asked.file).await?;
    let level = if asked.level.as_deref() == Some("q") { Level::Q } else { Level::H };
    let size_mm = asked.size.unwrap_or(SIZE_MM);
    let caption = if asked.caption { circular.letter.qr.caption } else { Vec::new() };
    let drawn = tokio::task::spawn_blocking(move || {
        let style = Style { level, size_mm, caption: &caption, ..Style::default() };
        qr::render(&address, format, &style)
    });
    let bytes = drawn.await.map_err(Error::from)?.map_err(Error::from)?;
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(format.media_type()));
    if asked.save {
        let ending = match format {
            Format::Png => "png",
            Format::Svg => "svg",
            Format::Pdf => "pdf",
        };
        let name = format!("attachment; filename=\"qr-{id}.{ending}\"");
        headers.insert(
            header::CONTENT_DISPOSITION,
            HeaderValue::from_str(&name).map_err(|error| PageError::broken(&error.to_string()))?,
        );
    }
    Ok(response)
}

/// Where the symbol leads. The code of a public page is made when its letter is issued, so a draft's symbol leads to the
/// site and shows no more than the place and size it will have.
async fn address(app: &App, circular: &Circular, file: Option<EnclosureId>) -> Result<String, PageError> {
    let Some(issued) = &circular.issued else { return Ok(app.config.public_url("")) };
    let path = match file {
        Some(file) => {
            let found =
                store::enclosures::find(&app.db, circular.id, file).await?.ok_or(Refusal::NotFound)?;
            paths::File { code: found.link }.to_string()
        }
        None => paths::Letter { code: issued.link.clone() }.to_string(),
    };
    Ok(app.config.public_url(&path))
}
