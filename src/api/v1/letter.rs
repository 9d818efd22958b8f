//! The letter as it is printed.

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse as _, Response};

use super::circular::seen;
use crate::actions;
use crate::api::auth::Caller;
use crate::api::body::At;
use crate::api::problem::Problem;
use crate::app::App;
use crate::domain::ids::CircularId;

/// The letter as a PDF/A-3a; inside is `circular.json`, the circular's data. A draft has dots for its number.
#[utoipa::path(get, path = "/circulars/{id}/letter.pdf", tag = "paper",
    responses((status = 200, content_type = "application/pdf")))]
pub async fn pdf(
    State(app): State<App>,
    Caller(actor): Caller,
    At(id): At<CircularId>,
) -> Result<Response, Problem> {
    let circular = seen(&app, &actor, id).await?;
    let pdf = actions::print_letter(&app, &circular, false).await?;
    Ok(([(CONTENT_TYPE, "application/pdf")], pdf).into_response())
}
