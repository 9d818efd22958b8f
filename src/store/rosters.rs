//! Rows of circulars' rosters: as imported, what became of each, and as they stood on the day of issue.

use std::collections::BTreeMap;

use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use serde::{Deserialize, Serialize};

use super::entities::circulars;
use super::entities::roster_rows::{ActiveModel, Column, Entity, Model};
use super::{Reads, StoreError, Tx};
use crate::domain::circular::CircularState;
use crate::domain::ids::{CircularId, OfficeId, RosterRowId};
use crate::domain::roster::{Header, Outcome, RosterMatch, RosterRow, RowState};

/// Rows of one statement, well under the 32,766 binds of `SQLite`.
const ROWS: usize = 1_000;

/// Where a roster was read from; kept so that its rows can be spoken of in the words of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterHead {
    /// The tab that it stood on; none for CSV.
    pub sheet: Option<String>,
    /// Its columns.
    pub header: Header,
}

/// A row of a draft's roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterLine {
    /// Its id.
    pub id: RosterRowId,
    /// As the office wrote it.
    pub row: RosterRow,
    /// What became of it.
    pub outcome: Outcome,
}

/// The office that a circular belongs to, and whether it is still a draft.
///
/// # Errors
/// When the database fails.
pub async fn draft_state(
    db: &impl Reads,
    circular: CircularId,
) -> Result<Option<(OfficeId, CircularState)>, StoreError> {
    let found = circulars::Entity::find_by_id(circular)
        .select_only()
        .columns([circulars::Column::OfficeId, circulars::Column::State])
        .into_tuple()
        .one(db.connection())
        .await?;
    Ok(found)
}

/// Puts a roster in the place of the one that was there.
///
/// # Errors
/// When the database fails.
pub async fn replace(tx: &Tx, circular: CircularId, roster: &RosterMatch) -> Result<(), StoreError> {
    Entity::delete_many().filter(Column::CircularId.eq(circular)).exec(tx.connection()).await?;
    for chunk in roster.rows.chunks(ROWS) {
        let rows = chunk.iter().map(|(row, outcome)| to_kept(circular, row, outcome));
        let rows: Vec<ActiveModel> = rows.collect::<Result<_, _>>()?;
        Entity::insert_many(rows).exec_without_returning(tx.connection()).await?;
    }
    let head = RosterHead { sheet: roster.sheet.clone(), header: roster.header.clone() };
    let row = circulars::ActiveModel { roster: Set(Some(json(circular, &head)?)), ..Default::default() };
    circulars::Entity::update_many()
        .set(row)
        .filter(circulars::Column::Id.eq(circular))
        .exec(tx.connection())
        .await?;
    Ok(())
}

fn to_kept(circular: CircularId, row: &RosterRow, outcome: &Outcome) -> Result<ActiveModel, StoreError> {
    Ok(ActiveModel {
        id: NotSet,
        circular_id: Set(circular),
        line: Set(
            i32::try_from(row.line).map_err(|error| StoreError::broken("roster_rows", row.line, error))?
        ),
        row: Set(json(circular, row)?),
        state: Set(outcome.state()),
        outcome: Set(json(circular, outcome)?),
        office_id: Set(outcome.school_id().map(OfficeId)),
        snapshot: Set(None),
    })
}

/// Where the roster was read from; none for a circular without one.
///
/// # Errors
/// When the database fails or what is kept cannot be read back.
pub async fn head(db: &impl Reads, circular: CircularId) -> Result<Option<RosterHead>, StoreError> {
    let kept: Option<Option<String>> = circulars::Entity::find_by_id(circular)
        .select_only()
        .column(circulars::Column::Roster)
        .into_tuple()
        .one(db.connection())
        .await?;
    kept.flatten().map(|head| parsed("circulars", circular, &head)).transpose()
}

/// All rows, in the order of the file.
///
/// # Errors
/// When the database fails or what is kept cannot be read back.
pub async fn lines(db: &impl Reads, circular: CircularId) -> Result<Vec<RosterLine>, StoreError> {
    let found = Entity::find()
        .filter(Column::CircularId.eq(circular))
        .order_by_asc(Column::Line)
        .all(db.connection())
        .await?;
    found.iter().map(line_of).collect()
}

/// One row of a circular's roster.
///
/// # Errors
/// As [`lines`].
pub async fn line(
    db: &impl Reads,
    circular: CircularId,
    row: RosterRowId,
) -> Result<Option<RosterLine>, StoreError> {
    let of_circular = Entity::find_by_id(row).filter(Column::CircularId.eq(circular));
    of_circular.one(db.connection()).await?.as_ref().map(line_of).transpose()
}

fn line_of(model: &Model) -> Result<RosterLine, StoreError> {
    Ok(RosterLine {
        id: model.id,
        row: parsed("roster_rows", model.id, &model.row)?,
        outcome: parsed("roster_rows", model.id, &model.outcome)?,
    })
}

/// Gives a draft the roster and the named offices of another circular.
///
/// # Errors
/// When the database fails.
pub async fn copy(tx: &Tx, from: CircularId, to: CircularId) -> Result<(), StoreError> {
    let head = circulars::Entity::find_by_id(from).one(tx.connection()).await?.and_then(|row| row.roster);
    let kept = circulars::ActiveModel { id: Set(to), roster: Set(head), ..Default::default() };
    circulars::Entity::update(kept).exec(tx.connection()).await?;
    let rows = Entity::find().filter(Column::CircularId.eq(from)).all(tx.connection()).await?;
    for row in rows {
        let copied = ActiveModel {
            id: NotSet,
            circular_id: Set(to),
            snapshot: Set(None),
            line: Set(row.line),
            row: Set(row.row),
            state: Set(row.state),
            outcome: Set(row.outcome),
            office_id: Set(row.office_id),
        };
        Entity::insert(copied).exec_without_returning(tx.connection()).await?;
    }
    super::audience::copy_named(tx, from, to).await
}

/// How many rows are matched, ambiguous, unknown, duplicates and rejected; a state without rows is absent.
///
/// # Errors
/// When the database fails.
pub async fn counts(db: &impl Reads, circular: CircularId) -> Result<BTreeMap<RowState, i64>, StoreError> {
    let rows: Vec<(RowState, i64)> = Entity::find()
        .select_only()
        .column(Column::State)
        .column_as(Column::Id.count(), "n")
        .filter(Column::CircularId.eq(circular))
        .group_by(Column::State)
        .into_tuple()
        .all(db.connection())
        .await?;
    Ok(rows.into_iter().collect())
}

/// Keeps what became of rows.
///
/// # Errors
/// When the database fails.
pub async fn set_outcomes(tx: &Tx, changed: &[(RosterRowId, Outcome)]) -> Result<(), StoreError> {
    // A school may pass from one row to another, and no two rows may have it at any moment.
    for (row, _) in changed {
        let freed = ActiveModel { id: Set(*row), office_id: Set(None), ..Default::default() };
        Entity::update(freed).exec(tx.connection()).await?;
    }
    for (row, outcome) in changed {
        let decided = ActiveModel {
            id: Set(*row),
            state: Set(outcome.state()),
            outcome: Set(json(row, outcome)?),
            office_id: Set(outcome.school_id().map(OfficeId)),
            ..Default::default()
        };
        Entity::update(decided).exec(tx.connection()).await?;
    }
    Ok(())
}

/// Takes a row out of the roster.
///
/// # Errors
/// When the database fails.
pub async fn remove(tx: &Tx, row: RosterRowId) -> Result<(), StoreError> {
    Entity::delete_by_id(row).exec(tx.connection()).await?;
    Ok(())
}

/// Writes a value as JSON.
pub(super) fn json(id: impl std::fmt::Display, value: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::broken("roster_rows", id, error))
}

/// Reads a value back from JSON.
pub(super) fn parsed<T: for<'de> Deserialize<'de>>(
    table: &'static str,
    id: impl std::fmt::Display,
    kept: &str,
) -> Result<T, StoreError> {
    serde_json::from_str(kept).map_err(|error| StoreError::broken(table, id, error))
}
