//! Numbers of registers: per office, register and Buddhist year, taken by one upsert that returns.

use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict, Query};
use sea_orm::{ConnectionTrait as _, EntityTrait as _};

use super::entities::numbers;
use super::{Reads, StoreError, Tx};
use crate::domain::ids::OfficeId;
use crate::domain::word::words;

/// Which register a number stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Register {
    /// The ว series of issued circulars.
    Circular,
    /// เลขทะเบียนรับ.
    Received,
}

words!(Register { Circular => "circular", Received => "received" });

/// Takes the next number. It is given back when the transaction is dropped, and never otherwise.
///
/// # Errors
/// When the database fails.
pub async fn next(tx: &Tx, office: OfficeId, register: Register, year: i32) -> Result<i64, StoreError> {
    raise(tx, office, register, year, 1, Expr::col((numbers::Entity, numbers::Column::Last)).add(1)).await
}

/// Sees to it that later numbers are greater than one that was given by hand.
///
/// # Errors
/// When the database fails.
pub async fn pass(
    tx: &Tx,
    office: OfficeId,
    register: Register,
    year: i32,
    number: i64,
) -> Result<(), StoreError> {
    let last = Expr::col((numbers::Entity, numbers::Column::Last));
    let greater = Expr::case(last.clone().lt(number), number).finally(last);
    raise(tx, office, register, year, number, greater.into()).await?;
    Ok(())
}

/// The last number taken; 0 when the year has none.
///
/// # Errors
/// When the database fails.
pub async fn last(
    on: &impl Reads,
    office: OfficeId,
    register: Register,
    year: i32,
) -> Result<i64, StoreError> {
    let key = (office, register.as_str().to_owned(), year);
    let row = numbers::Entity::find_by_id(key).one(on.connection()).await?;
    Ok(row.map_or(0, |row| row.last))
}

/// Keeps `first` where the year has no number yet, `otherwise` where it has; gives what was kept.
async fn raise(
    tx: &Tx,
    office: OfficeId,
    register: Register,
    year: i32,
    first: i64,
    otherwise: Expr,
) -> Result<i64, StoreError> {
    use numbers::Column::{Last, OfficeId, Year};
    let upsert = Query::insert()
        .into_table(numbers::Entity)
        .columns([OfficeId, numbers::Column::Register, Year, Last])
        .values_panic([office.into(), register.as_str().into(), year.into(), first.into()])
        .on_conflict(
            OnConflict::columns([OfficeId, numbers::Column::Register, Year])
                .value(Last, otherwise)
                .to_owned(),
        )
        .returning_col(Last)
        .take();
    let row = tx.connection().query_one(&upsert).await?;
    let row = row.ok_or_else(|| StoreError::broken("numbers", office, "an upsert that gave nothing back"))?;
    Ok(row.try_get("", "last")?)
}
