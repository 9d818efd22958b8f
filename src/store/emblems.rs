//! Emblems that offices print above their letters: the newest holds, and letters keep the one they were issued under.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::NotSet, ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, Set,
};

use super::entities::emblems;
use super::{Reads, StoreError, Tx};
use crate::domain::actor::Actor;
use crate::domain::ids::{EmblemId, OfficeId};
use crate::domain::paper::Emblem;

/// The newest of an office, with its id; none when it has none, or took its last one away.
///
/// # Errors
/// When the database fails.
pub async fn of_office(on: &impl Reads, office: OfficeId) -> Result<Option<(EmblemId, Emblem)>, StoreError> {
    let newest = emblems::Entity::find()
        .filter(emblems::Column::OfficeId.eq(office))
        .order_by_desc(emblems::Column::Id)
        .one(on.connection())
        .await?;
    Ok(newest.and_then(|row| Some((row.id, Emblem { bytes: row.picture?, jpeg: row.jpeg }))))
}

/// A certain one.
///
/// # Errors
/// When the database fails.
pub async fn find(on: &impl Reads, id: EmblemId) -> Result<Option<Emblem>, StoreError> {
    let row = emblems::Entity::find_by_id(id).one(on.connection()).await?;
    Ok(row.and_then(|row| Some(Emblem { bytes: row.picture?, jpeg: row.jpeg })))
}

/// Keeps a new one for the actor's office, or that it has none any more.
///
/// # Errors
/// When the database fails.
pub async fn insert(
    tx: &Tx,
    actor: &Actor,
    emblem: Option<Emblem>,
    now: DateTime<Utc>,
) -> Result<EmblemId, StoreError> {
    let row = emblems::ActiveModel {
        id: NotSet,
        office_id: Set(actor.office.id),
        jpeg: Set(emblem.as_ref().is_some_and(|emblem| emblem.jpeg)),
        picture: Set(emblem.map(|emblem| emblem.bytes)),
        officer_id: Set(actor.officer),
        by_name: Set(actor.name.clone()),
        created_at: Set(now),
    };
    Ok(emblems::Entity::insert(row).exec(tx.connection()).await?.last_insert_id)
}
