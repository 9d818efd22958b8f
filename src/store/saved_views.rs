//! Views of the inbox that an officer keeps under a name, for each post.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveValue::NotSet, ActiveValue::Set, ColumnTrait as _, EntityTrait as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _,
};

use super::entities::saved_views::{ActiveModel, Column, Entity};
use super::{Reads, StoreError, Tx};
use crate::domain::ids::{AppointmentId, SavedViewId};

/// A view kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedView {
    /// Its id.
    pub id: SavedViewId,
    /// Its name.
    pub name: String,
    /// The query of its address, without `?`.
    pub query: String,
}

/// The views of a post, the oldest first.
///
/// # Errors
/// When the database fails.
pub async fn of(on: &impl Reads, post: AppointmentId) -> Result<Vec<SavedView>, StoreError> {
    let rows = Entity::find().filter(Column::AppointmentId.eq(post)).order_by_asc(Column::Id);
    let rows = rows.all(on.connection()).await?;
    Ok(rows.into_iter().map(|row| SavedView { id: row.id, name: row.name, query: row.query }).collect())
}

/// How many views of other names a post has.
///
/// # Errors
/// When the database fails.
pub async fn count_others(on: &impl Reads, post: AppointmentId, name: &str) -> Result<u64, StoreError> {
    let others = Entity::find().filter(Column::AppointmentId.eq(post)).filter(Column::Name.ne(name));
    Ok(others.count(on.connection()).await?)
}

/// Keeps a view; one of the same name is replaced.
///
/// # Errors
/// When the database fails.
pub async fn put(
    tx: &Tx,
    post: AppointmentId,
    name: &str,
    query: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let view = ActiveModel {
        id: NotSet,
        appointment_id: Set(post),
        name: Set(name.to_owned()),
        query: Set(query.to_owned()),
        created_at: Set(now),
    };
    let same =
        OnConflict::columns([Column::AppointmentId, Column::Name]).update_column(Column::Query).to_owned();
    Entity::insert(view).on_conflict(same).exec_without_returning(tx.connection()).await?;
    Ok(())
}

/// Drops a view of a post; gives whether there was one.
///
/// # Errors
/// When the database fails.
pub async fn delete(tx: &Tx, post: AppointmentId, id: SavedViewId) -> Result<bool, StoreError> {
    let gone = Entity::delete_many().filter(Column::Id.eq(id)).filter(Column::AppointmentId.eq(post));
    Ok(gone.exec(tx.connection()).await?.rows_affected > 0)
}
