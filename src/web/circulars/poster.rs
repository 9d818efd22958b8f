//! A page to print and hang up: what the letter is about, and the code that opens it.

use axum::extract::State;
use axum::response::Response;

use super::board::issued_circular;
use crate::actions;
use crate::app::App;
use crate::paths;
use crate::paths::deeds::Read;
use crate::web::PageError;
use crate::web::guards::May;
use crate::web::printed::printed;

/// The poster.
pub async fn pdf(
    paths::PosterPdf { id }: paths::PosterPdf,
    officer: May<Read>,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let circular = issued_circular(&app, &officer, id).await?;
    let pdf = actions::print_poster(&app, &circular).await?;
    Ok(printed(pdf, &format!("poster-{id}.pdf")))
}
