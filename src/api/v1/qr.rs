//! The QR code of a circular's public page, drawn, read back, and only then given out.

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use utoipa::IntoParams;

use super::circular::{link, seen};
use crate::api::auth::Caller;
use crate::api::body::{Asked, At, read};
use crate::api::problem::Problem;
use crate::app::{App, Complaint};
use crate::domain::actor::Actor;
use crate::domain::ids::CircularId;
use crate::domain::refusal::Refusal;
use crate::letters::qr::{self, Format, Level, Style};

/// How it shall look.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Look {
    /// Side of the symbol with its quiet zone in millimetres: 20 to 300, 30 unless given.
    #[param(value_type = Option<f64>)]
    size: Option<String>,
    /// Level of error correction: `Q`, or `H` unless given.
    level: Option<String>,
    /// Whether the letter's own caption stands below an SVG.
    #[param(value_type = Option<bool>)]
    caption: Option<String>,
}

/// The QR code as a picture.
#[utoipa::path(get, path = "/circulars/{id}/qr.png", tag = "paper", params(Look),
    responses((status = 200, content_type = "image/png")))]
pub async fn png(
    State(app): State<App>,
    Caller(actor): Caller,
    At(id): At<CircularId>,
    Asked(look): Asked<Look>,
) -> Result<Response, Problem> {
    drawn(&app, &actor, id, &look, Format::Png).await
}

/// The QR code as a drawing.
#[utoipa::path(get, path = "/circulars/{id}/qr.svg", tag = "paper", params(Look),
    responses((status = 200, content_type = "image/svg+xml")))]
pub async fn svg(
    State(app): State<App>,
    Caller(actor): Caller,
    At(id): At<CircularId>,
    Asked(look): Asked<Look>,
) -> Result<Response, Problem> {
    drawn(&app, &actor, id, &look, Format::Svg).await
}

/// The QR code as a page for print shops.
#[utoipa::path(get, path = "/circulars/{id}/qr.pdf", tag = "paper", params(Look),
    responses((status = 200, content_type = "application/pdf")))]
pub async fn pdf(
    State(app): State<App>,
    Caller(actor): Caller,
    At(id): At<CircularId>,
    Asked(look): Asked<Look>,
) -> Result<Response, Problem> {
    drawn(&app, &actor, id, &look, Format::Pdf).await
}

async fn drawn(
    app: &App,
    actor: &Actor,
    id: CircularId,
    look: &Look,
    format: Format,
) -> Result<Response, Problem> {
    let circular = seen(app, actor, id).await?;
    let address = link(&app.config, circular.issued()?);
    let level = match look.level.as_deref() {
        None | Some("" | "H" | "h") => Level::H,
        Some("Q" | "q") => Level::Q,
        Some(_) => return Err(Refusal::Malformed { field: "level" }.into()),
    };
    let size_mm = read("size", look.size.as_ref())?.unwrap_or(Style::default().size_mm);
    let with_caption = read("caption", look.caption.as_ref())?.unwrap_or(false);
    let caption: Vec<String> =
        circular.letter.qr.caption.into_iter().filter(|_| with_caption).take(2).collect();
    let bytes = tokio::task::spawn_blocking(move || {
        let style = Style { level, size_mm, caption: &caption, ..Style::default() };
        qr::render(&address, format, &style)
    });
    let bytes = bytes.await.map_err(|error| Problem::internal(&error))?.map_err(Complaint::from)?;
    Ok(([(CONTENT_TYPE, format.media_type())], bytes).into_response())
}
