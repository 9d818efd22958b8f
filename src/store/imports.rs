//! Registry files handed in on a page: kept until they are taken in, then what became of them.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::NotSet, ActiveValue::Set, ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};

use super::entities::imports::{ActiveModel, Column, Entity};
use super::{Reads, StoreError, Tx};
use crate::domain::ids::{ImportId, OfficerId};
use crate::domain::registry::ImportState;

/// A file as it is handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewImport {
    /// Who hands it in.
    pub officer: OfficerId,
    /// That person's name.
    pub by_name: String,
    /// The file's name.
    pub filename: String,
    /// Its type, as the sender says it.
    pub content_type: Option<String>,
    /// Its content.
    pub content: Vec<u8>,
}

/// A file as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Its id.
    pub id: ImportId,
    /// Who handed it in.
    pub by_name: String,
    /// The file's name.
    pub filename: String,
    /// How far it has come.
    pub state: ImportState,
    /// Its rows, once they are read.
    pub rows: Option<i64>,
    /// What became of it, as JSON, once it has ended.
    pub outcome: Option<String>,
    /// When it was handed in.
    pub created_at: DateTime<Utc>,
}

/// A turn at a file. It is over once another program has begun the file anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// The file.
    pub id: ImportId,
    /// How often it has been begun, this time included.
    pub tries: i32,
}

/// A file that the caller is to take in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claimed {
    /// The caller's turn.
    pub turn: Turn,
    /// Its type, as the sender said it.
    pub content_type: Option<String>,
    /// Its content.
    pub content: Vec<u8>,
}

/// Keeps a file until its turn comes.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &Tx, new: NewImport, now: DateTime<Utc>) -> Result<ImportId, StoreError> {
    let row = ActiveModel {
        id: NotSet,
        officer_id: Set(new.officer),
        by_name: Set(new.by_name),
        filename: Set(new.filename),
        content_type: Set(new.content_type),
        content: Set(Some(new.content)),
        state: Set(ImportState::Waiting),
        tries: Set(0),
        rows: Set(None),
        outcome: Set(None),
        created_at: Set(now),
        touched_at: Set(now),
    };
    Ok(Entity::insert(row).exec(tx.connection()).await?.last_insert_id)
}

/// Claims the file that waits longest; one that nobody touched since `left` was left by a program that was killed.
///
/// # Errors
/// When the database fails.
pub async fn claim(tx: &Tx, now: DateTime<Utc>, left: DateTime<Utc>) -> Result<Option<Claimed>, StoreError> {
    let begun = Column::State.is_in([ImportState::Reading, ImportState::Writing]);
    let due = Condition::any()
        .add(Column::State.eq(ImportState::Waiting))
        .add(Condition::all().add(begun).add(Column::TouchedAt.lt(left)));
    let Some(row) = Entity::find().filter(due).order_by_asc(Column::Id).one(tx.connection()).await? else {
        return Ok(None);
    };
    let turn = Turn { id: row.id, tries: row.tries + 1 };
    let claim = ActiveModel {
        state: Set(ImportState::Reading),
        tries: Set(turn.tries),
        touched_at: Set(now),
        ..ActiveModel::default()
    };
    Entity::update_many().set(claim).filter(Column::Id.eq(turn.id)).exec(tx.connection()).await?;
    let content = row.content.unwrap_or_default();
    Ok(Some(Claimed { turn, content_type: row.content_type, content }))
}

/// Notes that a file is read and how many rows it has; gives whether it is still the caller's turn.
///
/// # Errors
/// When the database fails.
pub async fn begin_writing(tx: &Tx, turn: Turn, rows: i64, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let change =
        ActiveModel { state: Set(ImportState::Writing), rows: Set(Some(rows)), ..ActiveModel::default() };
    set(tx, turn, change, now).await
}

/// Notes what became of a file, and lets go of its content; gives whether it is still the caller's turn.
///
/// # Errors
/// When the database fails.
pub async fn end(
    tx: &Tx,
    turn: Turn,
    state: ImportState,
    outcome: String,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let change = ActiveModel {
        state: Set(state),
        outcome: Set(Some(outcome)),
        content: Set(None),
        ..ActiveModel::default()
    };
    set(tx, turn, change, now).await
}

async fn set(tx: &Tx, turn: Turn, mut change: ActiveModel, now: DateTime<Utc>) -> Result<bool, StoreError> {
    change.touched_at = Set(now);
    let of_turn = Condition::all().add(Column::Id.eq(turn.id)).add(Column::Tries.eq(turn.tries));
    let done = Entity::update_many().set(change).filter(of_turn).exec(tx.connection()).await?;
    Ok(done.rows_affected > 0)
}

/// One file.
///
/// # Errors
/// When the database fails.
pub async fn find(on: &impl Reads, id: ImportId) -> Result<Option<Import>, StoreError> {
    Ok(read(on, Condition::all().add(Column::Id.eq(id)), 1).await?.pop())
}

/// The files handed in last, the newest first.
///
/// # Errors
/// When the database fails.
pub async fn latest(on: &impl Reads, limit: u64) -> Result<Vec<Import>, StoreError> {
    read(on, Condition::all(), limit).await
}

type Row = (ImportId, String, String, ImportState, Option<i64>, Option<String>, DateTime<Utc>);

/// Reads files without their content, which may be large.
async fn read(on: &impl Reads, which: Condition, limit: u64) -> Result<Vec<Import>, StoreError> {
    let rows: Vec<Row> = Entity::find()
        .select_only()
        .columns([
            Column::Id,
            Column::ByName,
            Column::Filename,
            Column::State,
            Column::Rows,
            Column::Outcome,
            Column::CreatedAt,
        ])
        .filter(which)
        .order_by_desc(Column::Id)
        .limit(limit)
        .into_tuple()
        .all(on.connection())
        .await?;
    let import = |(id, by_name, filename, state, rows, outcome, created_at): Row| Import {
        id,
        by_name,
        filename,
        state,
        rows,
        outcome,
        created_at,
    };
    Ok(rows.into_iter().map(import).collect())
}
