//! The deliveries of a circular: who has, and who has not.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;
use utoipa::IntoParams;

use super::circular::seen;
use super::deliveries::states;
use super::delivery::Item;
use super::recipient_rows;
use crate::api::auth::Caller;
use crate::api::body::{Asked, At, read};
use crate::api::page::{Page, Paging};
use crate::api::problem::Problem;
use crate::api::sheet::{self, Format};
use crate::app::App;
use crate::domain::ids::CircularId;
use crate::domain::office::Tier;
use crate::domain::refusal::Refusal;
use crate::store::reports::{self, DeliveryFilter, Lacking, Order};

/// Which deliveries, and how.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct RecipientsQuery {
    /// Of this tier.
    #[param(value_type = Option<Tier>)]
    tier: Option<String>,
    /// In the province of this two-digit code.
    province: Option<String>,
    /// In one of these states, separated by commas.
    state: Option<String>,
    /// Without this fact: `received`, `forwarded` or `acknowledged`.
    lacking: Option<String>,
    /// Words of the office's name.
    q: Option<String>,
    /// `json`, a page at a time; `csv` or `xlsx`, all of it.
    format: Option<String>,
}

/// The deliveries of a circular that the caller can see, in the order of provinces and names.
#[utoipa::path(get, path = "/circulars/{id}/deliveries", tag = "circulars", params(RecipientsQuery, Paging),
    responses((status = 200, content((Page<Item> = "application/json"), (String = "text/csv")))))]
pub async fn recipients(
    State(app): State<App>,
    Caller(actor): Caller,
    At(id): At<CircularId>,
    Asked(asked): Asked<RecipientsQuery>,
    Asked(paging): Asked<Paging>,
) -> Result<Response, Problem> {
    let circular = seen(&app, &actor, id).await?;
    let format = read("format", asked.format.as_ref())?.unwrap_or_default();
    let filter = DeliveryFilter {
        circular: Some(circular.id),
        tier: read("tier", asked.tier.as_ref())?,
        states: states(asked.state.as_deref())?,
        lacking: lacking(asked.lacking.as_deref())?,
        province: asked.province.filter(|code| !code.is_empty()),
        words: asked.q,
        ..DeliveryFilter::default()
    };
    let (order, now) = (Order::Route(paging.after()?), app.clock.now());
    if format == Format::Json {
        let limit = paging.limit()?;
        let lines = reports::deliveries(&app.db, &actor.scope(), &filter, now, order, limit + 1).await?;
        return Ok(Json(Page::of(lines, limit, |line| line.delivery.id, Item::from)).into_response());
    }
    let lines = reports::deliveries(&app.db, &actor.scope(), &filter, now, order, sheet::MOST_ROWS).await?;
    let reference = circular.issued.map_or(circular.title, |issued| issued.reference);
    sheet::file(recipient_rows::table(&reference, &lines), format!("deliveries-{id}"), format).await
}

fn lacking(word: Option<&str>) -> Result<Option<Lacking>, Refusal> {
    match word {
        None | Some("") => Ok(None),
        Some("received") => Ok(Some(Lacking::Received)),
        Some("forwarded") => Ok(Some(Lacking::Forwarded)),
        Some("acknowledged") => Ok(Some(Lacking::Acknowledged)),
        Some(_) => Err(Refusal::Malformed { field: "lacking" }),
    }
}
