//! Titles that an office issued lately, for a draft to be compared with.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};

use super::super::entities::circulars::{Column, Entity};
use super::super::{Reads, StoreError};
use crate::domain::circular::CircularState;
use crate::domain::ids::{CircularId, OfficeId};

/// A circular that went out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WentOut {
    /// Its id.
    pub id: CircularId,
    /// Its reference.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// Its date.
    pub dated: NaiveDate,
}

/// What an office issued since a moment and has not cancelled, the newest first.
///
/// # Errors
/// When the database fails.
pub async fn issued_lately(
    on: &impl Reads,
    office: OfficeId,
    since: DateTime<Utc>,
) -> Result<Vec<WentOut>, StoreError> {
    type Row = (CircularId, Option<String>, String, Option<NaiveDate>);
    let rows: Vec<Row> = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Reference, Column::Title, Column::Dated])
        .filter(Column::OfficeId.eq(office))
        .filter(Column::State.ne(CircularState::Cancelled))
        .filter(Column::IssuedAt.gte(since))
        .order_by_desc(Column::Id)
        .into_tuple()
        .all(on.connection())
        .await?;
    let whole = |(id, reference, title, dated): Row| {
        Some(WentOut { id, reference: reference?, title, dated: dated? })
    };
    Ok(rows.into_iter().filter_map(whole).collect())
}
