//! The letter as it is printed, for everybody's eyes: its coordinator is not named.

use axum::extract::State;
use axum::response::{IntoResponse as _, Response};

use super::found;
use crate::actions;
use crate::app::App;
use crate::paths;
use crate::web::printed::printed;
use crate::web::{Anyone, PageError};

/// The PDF.
pub async fn pdf(
    path: paths::PublicLetterPdf,
    visitor: Anyone,
    State(app): State<App>,
) -> Result<Response, PageError> {
    if let Some(redirect) = found::canonical(&visitor, &path.code) {
        return Ok(redirect.into_response());
    }
    let (circular, _) = found::letter(&app, &visitor, &path.code).await?;
    let pdf = actions::print_letter(&app, &circular, true).await?;
    Ok(printed(pdf, &format!("letter-{}.pdf", path.code)))
}
