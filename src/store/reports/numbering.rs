//! The numbers of an office's register of a year, and what they were found to be.

use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{ColumnTrait as _, ConnectionTrait as _, EntityTrait as _, QueryFilter as _, QuerySelect as _};

use super::super::entities::{circulars, deliveries};
use super::super::numbers::{self, Register};
use super::super::{Reads, StoreError};
use crate::domain::circular::CircularState;
use crate::domain::ids::OfficeId;
use crate::domain::numbering_report::{NumberingReport, UsedNumber};

/// Reads them. A number whose circular was cancelled stays used, and is named.
///
/// # Errors
/// When the database fails.
pub async fn numbering(
    on: &impl Reads,
    office: OfficeId,
    register: Register,
    year: i32,
) -> Result<NumberingReport, StoreError> {
    let used = match register {
        Register::Received => received(on, office, year).await?,
        Register::Circular => issued(on, office, year).await?,
    };
    Ok(NumberingReport::of(&used, numbers::last(on, office, register, year).await?))
}

async fn received(on: &impl Reads, office: OfficeId, year: i32) -> Result<Vec<UsedNumber>, StoreError> {
    use deliveries::Column;
    let own = |column: Column| Expr::col((deliveries::Entity, column));
    let circular = (circulars::Entity, circulars::Column::Id);
    let select = Query::select()
        .column((deliveries::Entity, Column::RegisterNumber))
        .column((circulars::Entity, circulars::Column::State))
        .from(deliveries::Entity)
        .inner_join(circulars::Entity, own(Column::CircularId).equals(circular))
        .and_where(own(Column::OfficeId).eq(office))
        .and_where(own(Column::RegisterYear).eq(year))
        .and_where(own(Column::RegisterNumber).is_not_null())
        .take();
    let rows = on.connection().query_all(&select).await?;
    let read =
        |row: sea_orm::QueryResult| Ok(used(row.try_get("", "register_number")?, row.try_get("", "state")?));
    rows.into_iter().map(read).collect()
}

async fn issued(on: &impl Reads, office: OfficeId, year: i32) -> Result<Vec<UsedNumber>, StoreError> {
    use circulars::Column;
    let found: Vec<(i64, CircularState)> = circulars::Entity::find()
        .select_only()
        .columns([Column::Number, Column::State])
        .filter(Column::OfficeId.eq(office))
        .filter(Column::NumberYear.eq(year))
        .filter(Column::Number.is_not_null())
        .into_tuple()
        .all(on.connection())
        .await?;
    Ok(found.into_iter().map(|(number, state)| used(number.to_string(), state)).collect())
}

fn used(text: String, state: CircularState) -> UsedNumber {
    UsedNumber { text, cancelled: state == CircularState::Cancelled }
}
