//! How many circulars of each state there are: the counts on the tabs of the list.

use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QuerySelect as _};

use super::super::circulars::visible;
use super::super::entities::circulars;
use super::super::{Reads, StoreError};
use crate::domain::actor::Scope;
use crate::domain::circular::CircularState;

/// Counts the circulars that the scope can see; a state that none is in is absent.
///
/// # Errors
/// When the database fails.
pub async fn circular_tallies(
    on: &impl Reads,
    scope: &Scope,
) -> Result<Vec<(CircularState, i64)>, StoreError> {
    let rows = circulars::Entity::find()
        .select_only()
        .column(circulars::Column::State)
        .column_as(circulars::Column::Id.count(), "n")
        .filter(visible(scope))
        .group_by(circulars::Column::State)
        .into_tuple()
        .all(on.connection())
        .await?;
    Ok(rows)
}
