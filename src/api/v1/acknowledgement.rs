//! รับทราบ, by an office of its own.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

use super::delivery::{Item, shown};
use crate::actions;
use crate::api::auth::Caller;
use crate::api::body::{At, Sent};
use crate::api::problem::Problem;
use crate::app::App;
use crate::domain::delivery::Acknowledgement;
use crate::domain::ids::DeliveryId;

/// Who takes note.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewAcknowledgement {
    #[serde(default)]
    name: String,
    #[serde(default)]
    position: String,
    /// A word to the sender.
    #[serde(default)]
    note: Option<String>,
}

/// Takes note of the letter for the caller's office.
#[utoipa::path(post, path = "/deliveries/{id}/acknowledgement", tag = "deliveries", request_body = NewAcknowledgement,
    responses((status = 201, body = Item)))]
pub async fn acknowledge(
    State(app): State<App>,
    Caller(actor): Caller,
    At(id): At<DeliveryId>,
    Sent(by): Sent<NewAcknowledgement>,
) -> Result<(StatusCode, Json<Item>), Problem> {
    let by = Acknowledgement::parse(&by.name, &by.position, by.note.as_deref().unwrap_or_default())?;
    actions::acknowledge(&app, &actor, id, by).await?;
    Ok((StatusCode::CREATED, Json(shown(&app, &actor, id).await?)))
}
