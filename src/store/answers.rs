//! Answers given to programs, by idempotency key.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, Set};

use super::entities::answers;
use super::{Reads, StoreError, Tx};

/// A request that came with a key, and its answer once there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// SHA-256 of the request.
    pub request_hash: String,
    /// When the request came.
    pub at: DateTime<Utc>,
    /// Status and text of the answer; none while the request is in progress.
    pub answer: Option<(u16, String)>,
}

/// What is kept under a key.
///
/// # Errors
/// When the database fails.
pub async fn find(on: &impl Reads, key_hash: &str) -> Result<Option<Kept>, StoreError> {
    let row = answers::Entity::find_by_id(key_hash.to_owned()).one(on.connection()).await?;
    Ok(row.map(|row| Kept {
        answer: row.status.and_then(|status| u16::try_from(status).ok()).zip(row.body),
        request_hash: row.request_hash,
        at: row.created_at,
    }))
}

/// Notes that a request is in progress, in the place of what was kept under its key.
///
/// # Errors
/// When the database fails.
pub async fn put(tx: &Tx, key_hash: &str, request_hash: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
    use answers::Column::{Body, CreatedAt, KeyHash, RequestHash, Status};
    let row = answers::ActiveModel {
        key_hash: Set(key_hash.to_owned()),
        request_hash: Set(request_hash.to_owned()),
        status: Set(None),
        body: Set(None),
        created_at: Set(now),
    };
    answers::Entity::insert(row)
        .on_conflict(
            OnConflict::column(KeyHash).update_columns([RequestHash, Status, Body, CreatedAt]).to_owned(),
        )
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Keeps the answer of the request that is in progress under this key.
///
/// # Errors
/// When the database fails.
pub async fn keep(tx: &Tx, key_hash: &str, status: u16, text: String) -> Result<(), StoreError> {
    let row = answers::ActiveModel {
        key_hash: Set(key_hash.to_owned()),
        status: Set(Some(i32::from(status))),
        body: Set(Some(text)),
        ..Default::default()
    };
    answers::Entity::update(row).exec(tx.connection()).await?;
    Ok(())
}

/// Forgets what is kept under a key, so that the request can be made again.
///
/// # Errors
/// When the database fails.
pub async fn forget(tx: &Tx, key_hash: &str) -> Result<(), StoreError> {
    answers::Entity::delete_by_id(key_hash.to_owned()).exec(tx.connection()).await?;
    Ok(())
}

/// Forgets what was kept before a moment.
///
/// # Errors
/// When the database fails.
pub async fn sweep(tx: &Tx, before: DateTime<Utc>) -> Result<(), StoreError> {
    answers::Entity::delete_many()
        .filter(answers::Column::CreatedAt.lt(before))
        .exec(tx.connection())
        .await?;
    Ok(())
}
