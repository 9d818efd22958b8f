//! The audit trail of a circular, as far as a scope reaches.

use sea_orm::sea_query::{ExprTrait as _, Query};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};

use super::super::deliveries::visible;
use super::super::entities::{deliveries, events};
use super::super::events::{Recorded, of_model};
use super::super::{Reads, StoreError};
use crate::domain::actor::Scope;
use crate::domain::ids::CircularId;

/// What happened to a circular itself and to the deliveries that the scope can see, in order, from the one after `after`.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn trail(
    on: &impl Reads,
    scope: &Scope,
    circular: CircularId,
    after: i64,
    limit: u64,
) -> Result<Vec<Recorded>, StoreError> {
    let seen = Query::select()
        .column(deliveries::Column::Id)
        .from(deliveries::Entity)
        .and_where(deliveries::Column::CircularId.eq(circular))
        .cond_where(visible(scope))
        .take();
    let of_seen = events::Column::DeliveryId.in_subquery(seen);
    let found = events::Entity::find()
        .filter(events::Column::CircularId.eq(circular))
        .filter(events::Column::Position.gt(after))
        .filter(events::Column::DeliveryId.is_null().or(of_seen))
        .order_by_asc(events::Column::Position)
        .limit(limit);
    found.all(on.connection()).await?.into_iter().map(of_model).collect()
}
