//! ลงรับ.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::actions::{self, ReceiveNumber};
use crate::api::auth::Caller;
use crate::api::body::{At, Sent};
use crate::api::problem::Problem;
use crate::app::App;
use crate::domain::clock::bangkok;
use crate::domain::ids::DeliveryId;

/// Under which number a letter is received.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewReceipt {
    /// A number given by hand, `2398` or `2398/1`; the next of the office's register when there is none.
    number: Option<Typed>,
    /// Receives without a number, as a sub-unit may.
    #[serde(default)]
    without_number: bool,
}

/// A number as text or in figures.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(untagged)]
enum Typed {
    Text(String),
    Figures(i64),
}

/// What was registered.
#[derive(Debug, Serialize, ToSchema)]
pub struct Receipt {
    #[schema(value_type = String)]
    id: DeliveryId,
    /// The number in the office's register, as printed; none when it was received without one.
    number: Option<String>,
    received_at: Option<DateTime<FixedOffset>>,
    received_by: Option<String>,
}

/// Receives the letter into the office's register.
#[utoipa::path(post, path = "/deliveries/{id}/receipt", tag = "deliveries", request_body = NewReceipt,
    responses((status = 201, body = Receipt)))]
pub async fn receive(
    State(app): State<App>,
    Caller(actor): Caller,
    At(id): At<DeliveryId>,
    Sent(receipt): Sent<NewReceipt>,
) -> Result<(StatusCode, Json<Receipt>), Problem> {
    let number = match receipt.number {
        Some(Typed::Text(text)) => ReceiveNumber::Given(text),
        Some(Typed::Figures(figures)) => ReceiveNumber::Given(figures.to_string()),
        None if receipt.without_number => ReceiveNumber::Without,
        None => ReceiveNumber::Next,
    };
    let received = actions::receive(&app, &actor, id, &number).await?.received;
    let receipt = Receipt {
        id,
        received_at: received.as_ref().map(|received| bangkok(received.at)),
        received_by: received.as_ref().map(|received| received.by.clone()),
        number: received.and_then(|received| received.number).map(|number| number.text),
    };
    Ok((StatusCode::CREATED, Json(receipt)))
}
