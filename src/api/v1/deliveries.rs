//! The inbox of the caller's office, and one delivery.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::IntoParams;

use super::delivery::{Item, shown};
use crate::actions;
use crate::api::auth::Caller;
use crate::api::body::{Asked, At};
use crate::api::page::{Page, Paging};
use crate::api::problem::Problem;
use crate::app::App;
use crate::domain::delivery;
use crate::domain::ids::DeliveryId;
use crate::domain::refusal::Refusal;
use crate::store::reports::{self, DeliveryFilter, Order};

/// Which deliveries.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct InboxQuery {
    /// In one of these states, separated by commas.
    #[param(example = "sent,opened")]
    pub state: Option<String>,
    /// Words of the title or the number.
    pub q: Option<String>,
}

/// The inbox of the caller's office, newest first.
#[utoipa::path(get, path = "/deliveries", tag = "deliveries", params(InboxQuery, Paging),
    responses((status = 200, body = Page<Item>)))]
pub async fn inbox(
    State(app): State<App>,
    Caller(actor): Caller,
    Asked(asked): Asked<InboxQuery>,
    Asked(paging): Asked<Paging>,
) -> Result<Json<Page<Item>>, Problem> {
    let filter = DeliveryFilter {
        office: Some(actor.office.id),
        states: states(asked.state.as_deref())?,
        words: asked.q,
        ..DeliveryFilter::default()
    };
    let (order, limit) = (Order::Newest(paging.after()?), paging.limit()?);
    let now = app.clock.now();
    let lines = reports::deliveries(&app.db, &actor.scope(), &filter, now, order, limit + 1).await?;
    Ok(Json(Page::of(lines, limit, |line| line.delivery.id, Item::from)))
}

/// States separated by commas.
///
/// # Errors
/// When one of them is none.
pub fn states(words: Option<&str>) -> Result<Vec<delivery::State>, Refusal> {
    let words = words.unwrap_or_default().split(',').map(str::trim).filter(|word| !word.is_empty());
    words.map(|word| word.parse().map_err(|_| Refusal::Malformed { field: "state" })).collect()
}

/// One delivery that the caller can see.
#[utoipa::path(get, path = "/deliveries/{id}", tag = "deliveries", responses((status = 200, body = Item)))]
pub async fn one(
    State(app): State<App>,
    Caller(actor): Caller,
    At(id): At<DeliveryId>,
) -> Result<Json<Item>, Problem> {
    Ok(Json(shown(&app, &actor, id).await?))
}

/// Notes that a human opened the letter; only the first time counts.
#[utoipa::path(post, path = "/deliveries/{id}/opening", tag = "deliveries", responses((status = 201, body = Item)))]
pub async fn opening(
    State(app): State<App>,
    Caller(actor): Caller,
    At(id): At<DeliveryId>,
) -> Result<(StatusCode, Json<Item>), Problem> {
    actions::open(&app, &actor, id).await?;
    Ok((StatusCode::CREATED, Json(shown(&app, &actor, id).await?)))
}
