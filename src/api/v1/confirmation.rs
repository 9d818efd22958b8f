//! What somebody claimed on the public page, confirmed or set aside by the school's local administration.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;

use super::answers::Reason;
use super::delivery::{Item, shown};
use crate::actions;
use crate::api::auth::Caller;
use crate::api::body::{At, Sent};
use crate::api::problem::Problem;
use crate::app::App;
use crate::domain::ids::DeliveryId;

/// Confirms a claimed acknowledgement of a school below.
#[utoipa::path(post, path = "/deliveries/{id}/confirmation", tag = "deliveries", responses((status = 201, body = Item)))]
pub async fn confirm(
    State(app): State<App>,
    Caller(actor): Caller,
    At(id): At<DeliveryId>,
) -> Result<(StatusCode, Json<Item>), Problem> {
    actions::confirm(&app, &actor, id).await?;
    Ok((StatusCode::CREATED, Json(shown(&app, &actor, id).await?)))
}

/// Sets aside a claim that was not the school's.
#[utoipa::path(post, path = "/deliveries/{id}/rejection", tag = "deliveries", request_body = Reason,
    responses((status = 201, body = Item)))]
pub async fn reject(
    State(app): State<App>,
    Caller(actor): Caller,
    At(id): At<DeliveryId>,
    Sent(why): Sent<Reason>,
) -> Result<(StatusCode, Json<Item>), Problem> {
    actions::reject_claim(&app, &actor, id, &why.reason).await?;
    Ok((StatusCode::CREATED, Json(shown(&app, &actor, id).await?)))
}
