//! Attempts to sign in that failed in a row, by what was typed, whether an account has that address or not.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _};

use super::entities::attempts::{ActiveModel, Column, Entity};
use super::sessions::token_hash;
use super::{Reads as _, StoreError, Tx};

/// Failures in a row, and when the last was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attempts {
    /// How many.
    pub failures: i32,
    /// The last.
    pub last_at: DateTime<Utc>,
}

/// The failures of an address.
pub async fn find(tx: &Tx, email: &str) -> Result<Option<Attempts>, StoreError> {
    let found = Entity::find_by_id(token_hash(email)).one(tx.connection()).await?;
    Ok(found.map(|row| Attempts { failures: row.failures, last_at: row.last_at }))
}

/// Keeps the failures of an address.
pub async fn save(tx: &Tx, email: &str, attempts: Attempts) -> Result<(), StoreError> {
    let row = ActiveModel {
        email_hash: Set(token_hash(email)),
        failures: Set(attempts.failures),
        last_at: Set(attempts.last_at),
    };
    let or_update =
        OnConflict::column(Column::EmailHash).update_columns([Column::Failures, Column::LastAt]).to_owned();
    Entity::insert(row).on_conflict(or_update).exec_without_returning(tx.connection()).await?;
    Ok(())
}

/// Forgets the failures of an address.
pub async fn clear(tx: &Tx, email: &str) -> Result<(), StoreError> {
    Entity::delete_by_id(token_hash(email)).exec(tx.connection()).await?;
    Ok(())
}

/// Forgets failures before a moment; gives how many addresses.
pub async fn sweep(tx: &Tx, before: DateTime<Utc>) -> Result<u64, StoreError> {
    let old = Entity::delete_many().filter(Column::LastAt.lt(before)).exec(tx.connection()).await?;
    Ok(old.rows_affected)
}
