//! ส่งคืน, ดึงกลับ and เตือน.

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
use crate::domain::ids::DeliveryId;

/// Why.
#[derive(Debug, Deserialize, ToSchema)]
pub struct Reason {
    /// The reason, as the other office will read it.
    #[serde(default)]
    pub reason: String,
}

/// A reminder.
#[derive(Debug, Deserialize, ToSchema)]
pub struct Reminder {
    /// A word to the office.
    #[serde(default)]
    message: Option<String>,
}

/// Gives the letter back to the office above: the wrong addressee.
#[utoipa::path(post, path = "/deliveries/{id}/return", tag = "deliveries", request_body = Reason,
    responses((status = 201, body = Item)))]
pub async fn give_back(
    State(app): State<App>,
    Caller(actor): Caller,
    At(id): At<DeliveryId>,
    Sent(why): Sent<Reason>,
) -> Result<(StatusCode, Json<Item>), Problem> {
    actions::give_back(&app, &actor, id, &why.reason).await?;
    Ok((StatusCode::CREATED, Json(shown(&app, &actor, id).await?)))
}

/// Pulls back what an office right below has not received.
#[utoipa::path(post, path = "/deliveries/{id}/recall", tag = "deliveries", request_body = Reason,
    responses((status = 201, body = Item)))]
pub async fn recall(
    State(app): State<App>,
    Caller(actor): Caller,
    At(id): At<DeliveryId>,
    Sent(why): Sent<Reason>,
) -> Result<(StatusCode, Json<Item>), Problem> {
    actions::recall(&app, &actor, id, &why.reason).await?;
    Ok((StatusCode::CREATED, Json(shown(&app, &actor, id).await?)))
}

/// Reminds an office below of what it has not done.
#[utoipa::path(post, path = "/deliveries/{id}/reminder", tag = "deliveries", request_body = Reminder,
    responses((status = 201, body = Item)))]
pub async fn remind(
    State(app): State<App>,
    Caller(actor): Caller,
    At(id): At<DeliveryId>,
    Sent(reminder): Sent<Reminder>,
) -> Result<(StatusCode, Json<Item>), Problem> {
    actions::remind(&app, &actor, id, reminder.message.as_deref().unwrap_or_default()).await?;
    Ok((StatusCode::CREATED, Json(shown(&app, &actor, id).await?)))
}
