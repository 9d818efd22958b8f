//! The audit trail: appended in the transaction of the deed, chained by hash per circular, never changed.

use sea_orm::{
    ActiveValue::NotSet, ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, Set,
};
use serde_json::json;

use super::entities::events;
use super::{Reads, StoreError, Tx};
use crate::domain::event::{Author, Event, FIRST, What, hash};
use crate::domain::ids::{CircularId, DeliveryId};

/// An event in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// Its place in the circular's chain, from 1.
    pub position: i64,
    /// What happened.
    pub event: Event,
    /// The hash of the event before it.
    pub previous_hash: String,
    /// Its own hash.
    pub hash: String,
}

/// Appends an event to its circular's chain.
///
/// # Errors
/// When the database fails.
pub async fn record(tx: &Tx, event: &Event) -> Result<(), StoreError> {
    let last = events::Entity::find()
        .filter(events::Column::CircularId.eq(event.circular))
        .order_by_desc(events::Column::Position)
        .one(tx.connection())
        .await?;
    let (position, previous) = last.map_or((1, FIRST.to_owned()), |last| (last.position + 1, last.hash));
    let (what, data) = split(&event.what)?;
    let row = events::ActiveModel {
        id: NotSet,
        circular_id: Set(event.circular),
        position: Set(position),
        delivery_id: Set(event.delivery),
        what: Set(what),
        at: Set(event.at),
        officer_id: Set(event.by.officer),
        who: Set(event.by.who.clone()),
        evidence: Set(event.evidence),
        data: Set(data),
        hash: Set(hash(event, position, &previous)),
        previous_hash: Set(previous),
    };
    events::Entity::insert(row).exec_without_returning(tx.connection()).await?;
    Ok(())
}

/// A circular's events in their order, from the one after `after` on.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn of_circular(
    on: &impl Reads,
    circular: CircularId,
    after: i64,
    limit: u64,
) -> Result<Vec<Recorded>, StoreError> {
    use sea_orm::QuerySelect as _;
    let found = events::Entity::find()
        .filter(events::Column::CircularId.eq(circular))
        .filter(events::Column::Position.gt(after))
        .order_by_asc(events::Column::Position)
        .limit(limit);
    found.all(on.connection()).await?.into_iter().map(of_model).collect()
}

/// The events of some deliveries, oldest first.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn of_deliveries(on: &impl Reads, deliveries: &[DeliveryId]) -> Result<Vec<Recorded>, StoreError> {
    let found = events::Entity::find()
        .filter(events::Column::DeliveryId.is_in(deliveries.iter().copied()))
        .order_by_asc(events::Column::Position);
    found.all(on.connection()).await?.into_iter().map(of_model).collect()
}

/// The events of a circular itself: its issue, its enclosures, its end.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn of_circular_itself(on: &impl Reads, circular: CircularId) -> Result<Vec<Recorded>, StoreError> {
    let found = events::Entity::find()
        .filter(events::Column::CircularId.eq(circular))
        .filter(events::Column::DeliveryId.is_null())
        .order_by_asc(events::Column::Position);
    found.all(on.connection()).await?.into_iter().map(of_model).collect()
}

/// The word and the data of what happened, as they are kept.
fn split(what: &What) -> Result<(String, String), StoreError> {
    let broken = |error: serde_json::Error| StoreError::broken("events", what.word(), error);
    let json = serde_json::to_value(what).map_err(broken)?;
    Ok((what.word().to_owned(), json.get("data").map(ToString::to_string).unwrap_or_default()))
}

pub(super) fn of_model(row: events::Model) -> Result<Recorded, StoreError> {
    let broken = |error: serde_json::Error| StoreError::broken("events", row.id, error);
    let data: serde_json::Value = serde_json::from_str(&row.data).map_err(broken)?;
    let what = serde_json::from_value(json!({"what": row.what, "data": data})).map_err(broken)?;
    let event = Event {
        circular: row.circular_id,
        delivery: row.delivery_id,
        what,
        at: row.at,
        by: Author { officer: row.officer_id, who: row.who },
        evidence: row.evidence,
    };
    Ok(Recorded { position: row.position, event, previous_hash: row.previous_hash, hash: row.hash })
}
