//! แจ้งเวียน: a draft takes its number and goes out.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::circular::link;
use crate::actions;
use crate::api::auth::Caller;
use crate::api::body::{At, Sent};
use crate::api::problem::Problem;
use crate::app::App;
use crate::domain::ids::CircularId;

/// How a draft is issued.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewIssuance {
    /// The date on the letter: today in Thailand unless given, never in the future.
    dated: Option<NaiveDate>,
    /// Whether the linter's warnings were seen and accepted.
    #[serde(default)]
    accept_warnings: bool,
}

/// What issuing fixed.
#[derive(Debug, Serialize, ToSchema)]
pub struct Issuance {
    /// The number in the register of circulars.
    number: i64,
    /// The Buddhist year of that register.
    year: i32,
    /// As printed: `มท 0816.3/ว 679`.
    reference: String,
    /// The date on the letter.
    dated: NaiveDate,
    deliveries: Deliveries,
    /// The full address of its public page, as the QR code has it.
    link: String,
}

/// How many deliveries each tier got.
#[derive(Debug, Serialize, ToSchema)]
pub struct Deliveries {
    province: u64,
    local: u64,
    school: u64,
}

/// Gives a draft its number and sends it to everybody on its route, or does nothing at all.
#[utoipa::path(post, path = "/circulars/{id}/issuance", tag = "circulars", request_body = NewIssuance,
    responses((status = 201, body = Issuance)))]
pub async fn issue(
    State(app): State<App>,
    Caller(actor): Caller,
    At(id): At<CircularId>,
    Sent(new): Sent<NewIssuance>,
) -> Result<(StatusCode, Json<Issuance>), Problem> {
    let how = actions::Issuance { dated: new.dated, accept_warnings: new.accept_warnings };
    let done = actions::issue(&app, &actor, id, how).await?;
    let issuance = Issuance {
        number: done.issued.number,
        year: done.issued.year,
        dated: done.issued.dated,
        deliveries: Deliveries {
            province: done.deliveries.provinces,
            local: done.deliveries.locals,
            school: done.deliveries.schools,
        },
        link: link(&app.config, &done.issued),
        reference: done.issued.reference,
    };
    Ok((StatusCode::CREATED, Json(issuance)))
}
