//! บันทึกแทน: a fact of an office below, from paper or by telephone.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::{DateTime, FixedOffset};
use serde::Deserialize;
use utoipa::ToSchema;

use super::delivery::{Item, shown};
use crate::actions::{self, Record, RecordedFact};
use crate::api::auth::Caller;
use crate::api::body::{At, Sent};
use crate::api::problem::Problem;
use crate::app::App;
use crate::domain::event::Source;
use crate::domain::ids::DeliveryId;

/// What is recorded, and on whose word.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewRecord {
    fact: Fact,
    /// Who said or signed it.
    #[serde(default)]
    name: String,
    #[serde(default)]
    position: String,
    by: Source,
    /// When it was; now unless given.
    at: Option<DateTime<FixedOffset>>,
    /// How it became known.
    #[serde(default)]
    note: String,
}

/// Which fact is recorded.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Fact {
    Received,
    Acknowledged,
}

/// Records a fact for an office below that does not use the system.
#[utoipa::path(post, path = "/deliveries/{id}/record", tag = "deliveries", request_body = NewRecord,
    responses((status = 201, body = Item)))]
pub async fn record(
    State(app): State<App>,
    Caller(actor): Caller,
    At(id): At<DeliveryId>,
    Sent(new): Sent<NewRecord>,
) -> Result<(StatusCode, Json<Item>), Problem> {
    let fact = match new.fact {
        Fact::Received => RecordedFact::Received,
        Fact::Acknowledged => RecordedFact::Acknowledged,
    };
    let record = Record {
        fact,
        name: new.name,
        position: new.position,
        by: new.by,
        at: new.at.map(|at| at.to_utc()),
        note: new.note,
    };
    actions::record(&app, &actor, id, &record).await?;
    Ok((StatusCode::CREATED, Json(shown(&app, &actor, id).await?)))
}
