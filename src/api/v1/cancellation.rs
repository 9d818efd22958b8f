//! ยกเลิก, and the beginning of a circular that corrects another (เวียนแก้ไข).

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::answers::Reason;
use super::circular::Whole;
use super::circulars::created;
use crate::actions;
use crate::api::auth::Caller;
use crate::api::body::{At, Sent};
use crate::api::problem::Problem;
use crate::app::App;
use crate::domain::ids::CircularId;

/// Makes a circular void; its number stays used.
#[utoipa::path(post, path = "/circulars/{id}/cancellation", tag = "circulars", request_body = Reason,
    responses((status = 201, body = Whole)))]
pub async fn cancel(
    State(app): State<App>,
    Caller(actor): Caller,
    At(id): At<CircularId>,
    Sent(why): Sent<Reason>,
) -> Result<(StatusCode, Json<Whole>), Problem> {
    let circular = actions::cancel(&app, &actor, id, &why.reason).await?;
    Ok((StatusCode::CREATED, Json(Whole::of(&app, circular).await?)))
}

/// Begins the draft that corrects a circular, which is superseded when the draft is issued.
#[utoipa::path(post, path = "/circulars/{id}/supersession", tag = "circulars", request_body = Reason,
    responses((status = 201, body = Whole, headers(("Location" = String, description = "The new draft's address.")))))]
pub async fn supersede(
    State(app): State<App>,
    Caller(actor): Caller,
    At(id): At<CircularId>,
    Sent(why): Sent<Reason>,
) -> Result<impl IntoResponse, Problem> {
    let circular = actions::begin_correction(&app, &actor, id, &why.reason).await?;
    created(&app, circular).await
}
