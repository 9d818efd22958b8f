//! Slips of schools as one PDF.

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::actions;
use crate::api::auth::Caller;
use crate::api::body::{Asked, At, read};
use crate::api::problem::Problem;
use crate::app::App;
use crate::domain::ids::CircularId;
use crate::domain::refusal::Refusal;
use crate::letters::paper::slips::APage;

/// Which, and how.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct SlipsQuery {
    /// The two digits of a province; all schools below the caller's office unless given.
    province: Option<String>,
    /// Slips a page: `4`, or `1` unless given.
    #[param(value_type = Option<u8>)]
    a_page: Option<String>,
}

/// The slips of the schools below the caller's office, in the order of their post, each with its secret link.
#[utoipa::path(get, path = "/circulars/{id}/slips.pdf", tag = "paper", params(SlipsQuery),
    responses((status = 200, content_type = "application/pdf")))]
pub async fn pdf(
    State(app): State<App>,
    Caller(actor): Caller,
    At(id): At<CircularId>,
    Asked(asked): Asked<SlipsQuery>,
) -> Result<Response, Problem> {
    let a_page = match read::<u8>("a_page", asked.a_page.as_ref())? {
        None | Some(1) => APage::One,
        Some(4) => APage::Four,
        Some(_) => return Err(Refusal::Malformed { field: "a_page" }.into()),
    };
    let pdf = actions::print_slips(&app, &actor, id, asked.province.as_deref(), a_page).await?;
    Ok(([(CONTENT_TYPE, "application/pdf"), (CACHE_CONTROL, "private, no-store")], pdf).into_response())
}
