//! The audit trail of a circular, with its hashes.

use axum::Json;
use axum::extract::State;
use chrono::{DateTime, FixedOffset};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::circular::seen;
use crate::api::auth::Caller;
use crate::api::body::{Asked, At};
use crate::api::page::{Page, Paging};
use crate::api::problem::Problem;
use crate::app::App;
use crate::domain::clock::bangkok;
use crate::domain::evidence::Evidence;
use crate::domain::ids::{CircularId, DeliveryId, OfficerId};
use crate::store::events::Recorded;
use crate::store::reports;

/// A line of the audit trail.
#[derive(Debug, Serialize, ToSchema)]
pub struct Line {
    /// Its place in the circular's chain, from 1. A caller who sees a part of the circular sees a part of the chain.
    position: i64,
    /// What happened: `issued`, `received`, `forwarded` …
    what: &'static str,
    /// What belongs to it.
    #[schema(value_type = Object)]
    data: Value,
    at: DateTime<FixedOffset>,
    /// Who did it, as shown.
    who: String,
    /// The account, when somebody was signed in.
    #[schema(value_type = Option<String>)]
    officer: Option<OfficerId>,
    evidence: Evidence,
    /// The delivery it happened to; none for the circular itself.
    #[schema(value_type = Option<String>)]
    delivery: Option<DeliveryId>,
    /// The hash of the line before.
    previous_hash: String,
    /// SHA-256 over this line's canonical form.
    hash: String,
}

impl From<Recorded> for Line {
    fn from(recorded: Recorded) -> Self {
        let event = recorded.event;
        Self {
            position: recorded.position,
            what: event.what.word(),
            // `What` is kept as a word and its data, so it always has the latter.
            data: json!(event.what).get("data").cloned().unwrap_or_default(),
            at: bangkok(event.at),
            who: event.by.who,
            officer: event.by.officer,
            evidence: event.evidence,
            delivery: event.delivery,
            previous_hash: recorded.previous_hash,
            hash: recorded.hash,
        }
    }
}

/// What happened to the circular and to the deliveries that the caller can see, oldest first.
#[utoipa::path(get, path = "/circulars/{id}/events", tag = "circulars", params(Paging),
    responses((status = 200, body = Page<Line>)))]
pub async fn events(
    State(app): State<App>,
    Caller(actor): Caller,
    At(id): At<CircularId>,
    Asked(paging): Asked<Paging>,
) -> Result<Json<Page<Line>>, Problem> {
    let circular = seen(&app, &actor, id).await?;
    let (after, limit) = (paging.after()?.unwrap_or(0), paging.limit()?);
    let found = reports::trail(&app.db, &actor.scope(), circular.id, after, limit + 1).await?;
    Ok(Json(Page::of(found, limit, |recorded| recorded.position, Line::from)))
}
