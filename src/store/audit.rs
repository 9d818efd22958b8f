//! Questions of the audit about registers.

use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QuerySelect as _};

use super::entities::{circulars, deliveries, numbers};
use super::{Reads, StoreError};
use crate::domain::ids::OfficeId;

/// A number that stands in a register more than once: the office, the Buddhist year, the number.
pub type Doubled = (OfficeId, i32, String);

/// The counters of a register: the office, the Buddhist year, the last number.
pub type Counters = Vec<(OfficeId, i32, i64)>;

/// Receive numbers that an office gave twice in a year. An index forbids it, unless somebody took that away.
///
/// # Errors
/// When the database fails.
pub async fn doubled_receive_numbers(on: &impl Reads) -> Result<Vec<Doubled>, StoreError> {
    use deliveries::Column::{OfficeId, RegisterNumber, RegisterYear};
    let doubled = deliveries::Entity::find()
        .select_only()
        .columns([OfficeId, RegisterYear, RegisterNumber])
        .filter(RegisterNumber.is_not_null())
        .group_by(OfficeId)
        .group_by(RegisterYear)
        .group_by(RegisterNumber)
        .having(Expr::col(deliveries::Column::Id).count().gt(1));
    Ok(doubled.into_tuple().all(on.connection()).await?)
}

/// Numbers of circulars that an office gave twice in a year.
///
/// # Errors
/// When the database fails.
pub async fn doubled_circular_numbers(on: &impl Reads) -> Result<Vec<Doubled>, StoreError> {
    use circulars::Column::{Number, NumberYear, OfficeId};
    let doubled: Vec<(crate::domain::ids::OfficeId, i32, i64)> = circulars::Entity::find()
        .select_only()
        .columns([OfficeId, NumberYear, Number])
        .filter(Number.is_not_null())
        .group_by(OfficeId)
        .group_by(NumberYear)
        .group_by(Number)
        .having(Expr::col(circulars::Column::Id).count().gt(1))
        .into_tuple()
        .all(on.connection())
        .await?;
    Ok(doubled.into_iter().map(|(office, year, number)| (office, year, number.to_string())).collect())
}

/// Where every office's register stands.
///
/// # Errors
/// When the database fails.
pub async fn counters(on: &impl Reads, register: super::numbers::Register) -> Result<Counters, StoreError> {
    let found = numbers::Entity::find()
        .select_only()
        .columns([numbers::Column::OfficeId, numbers::Column::Year, numbers::Column::Last])
        .filter(numbers::Column::Register.eq(register.as_str()));
    Ok(found.into_tuple().all(on.connection()).await?)
}
