//! How far a circular has come.

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, FixedOffset};
use serde::Serialize;
use utoipa::ToSchema;

use super::circular::seen;
use super::delivery::province_name;
use crate::api::auth::Caller;
use crate::api::body::At;
use crate::api::problem::Problem;
use crate::app::App;
use crate::domain::clock::bangkok;
use crate::domain::ids::CircularId;
use crate::domain::office::Tier;
use crate::store::reports::{self, Counts};

/// How far it has come within the caller's sight.
#[derive(Debug, Serialize, ToSchema)]
pub struct Progress {
    /// The moment of which this is true.
    as_of: DateTime<FixedOffset>,
    /// Provinces, local administrations, schools.
    tiers: Vec<OfTier>,
    /// By code.
    provinces: Vec<OfProvince>,
}

#[derive(Debug, Serialize, ToSchema)]
struct OfTier {
    tier: Tier,
    #[serde(flatten)]
    counts: Figures,
}

#[derive(Debug, Serialize, ToSchema)]
struct OfProvince {
    code: String,
    name: &'static str,
    /// Over all its tiers.
    #[serde(flatten)]
    counts: Figures,
}

/// Deliveries that have come at least so far: each count includes those further on.
#[derive(Debug, Serialize, ToSchema)]
struct Figures {
    total: i64,
    awaiting: i64,
    sent: i64,
    opened: i64,
    received: i64,
    forwarded: i64,
    acknowledged: i64,
    returned: i64,
    overdue: i64,
}

impl From<Counts> for Figures {
    fn from(counts: Counts) -> Self {
        Self {
            total: counts.total,
            awaiting: counts.awaiting,
            sent: counts.sent,
            opened: counts.opened,
            received: counts.received,
            forwarded: counts.forwarded,
            acknowledged: counts.acknowledged,
            returned: counts.returned,
            overdue: counts.overdue,
        }
    }
}

/// How far the circular has come, per tier and per province.
#[utoipa::path(get, path = "/circulars/{id}/progress", tag = "circulars", responses((status = 200, body = Progress)))]
pub async fn progress(
    State(app): State<App>,
    Caller(actor): Caller,
    At(id): At<CircularId>,
) -> Result<Json<Progress>, Problem> {
    let circular = seen(&app, &actor, id).await?;
    let now = app.clock.now();
    let progress = reports::progress(&app.db, &actor.scope(), circular.id, now).await?;
    let of_tier = |tier| OfTier { tier, counts: progress.tier(tier).into() };
    let of_province = |code: String| OfProvince {
        name: province_name(&code),
        counts: progress.province(&code).into(),
        code,
    };
    Ok(Json(Progress {
        as_of: bangkok(now),
        tiers: [Tier::Province, Tier::Local, Tier::School].into_iter().map(of_tier).collect(),
        provinces: progress.provinces().into_iter().map(of_province).collect(),
    }))
}
