//! The saved groups of recipients that an office can choose from.

use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};

use super::super::entities::{group_members, groups as kept};
use super::super::{Reads, StoreError};
use crate::domain::ids::{GroupId, OfficeId};

/// A saved group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupLine {
    /// Its id.
    pub id: GroupId,
    /// Its name.
    pub name: String,
    /// How many offices it holds.
    pub members: i64,
}

/// The groups of an office, by name.
///
/// # Errors
/// When the database fails.
pub async fn groups(on: &impl Reads, office: OfficeId) -> Result<Vec<GroupLine>, StoreError> {
    let found = kept::Entity::find()
        .filter(kept::Column::OfficeId.eq(office))
        .order_by_asc(kept::Column::Name)
        .all(on.connection())
        .await?;
    let counts: Vec<(GroupId, i64)> = group_members::Entity::find()
        .select_only()
        .column(group_members::Column::GroupId)
        .column_as(group_members::Column::OfficeId.count(), "n")
        .filter(group_members::Column::GroupId.is_in(found.iter().map(|group| group.id)))
        .group_by(group_members::Column::GroupId)
        .into_tuple()
        .all(on.connection())
        .await?;
    let members = |id: GroupId| counts.iter().find(|(group, _)| *group == id).map_or(0, |(_, n)| *n);
    Ok(found
        .into_iter()
        .map(|group| GroupLine { members: members(group.id), id: group.id, name: group.name })
        .collect())
}
