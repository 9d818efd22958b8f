//! Registers of an office (forms 13 and 14 of the regulation): what it received, what it sent on, what it issued.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use sea_orm::sea_query::{Alias, Expr, ExprTrait as _, Query};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
};

use super::super::entities::deliveries::{self, Column};
use super::super::entities::{circulars, offices};
use super::super::{Reads, StoreError};
use super::circular_lines::{CircularLine, with_figures};
use super::delivery_lines::{DeliveryFilter, DeliveryLine, lines, of_row};
use crate::domain::actor::Scope;
use crate::domain::clock::end_of_day;
use crate::domain::ids::OfficeId;

/// A letter in an office's register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterLine {
    /// The delivery at the office.
    pub line: DeliveryLine,
    /// The short name of the office that issued the circular.
    pub issuer: String,
    /// Why the circular was cancelled or superseded.
    pub end_reason: Option<String>,
}

/// Which register of deliveries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// What the office received.
    Received,
    /// What it forwarded.
    Forwarded,
}

/// What an office received, or forwarded, in a Buddhist year, in the order of time. Skips so many.
///
/// # Errors
/// When the database fails.
pub async fn register(
    on: &impl Reads,
    scope: &Scope,
    kept: Kept,
    year: i32,
    skip: u64,
    limit: u64,
) -> Result<Vec<RegisterLine>, StoreError> {
    let filter = DeliveryFilter { office: Some(scope.office()), ..DeliveryFilter::default() };
    let mut select = lines(scope, &filter, DateTime::UNIX_EPOCH);
    let col = |column: Column| Expr::col((deliveries::Entity, column));
    let (begins, ends) = span(year).ok_or_else(|| StoreError::broken("numbers", year, "is no year"))?;
    let within = |column: Column| col(column).gte(begins).and(col(column).lt(ends));
    let (condition, time) = match kept {
        // The year of a number counts; what was received without one belongs to the year of its day.
        Kept::Received => {
            let numbered = col(Column::RegisterYear).eq(year);
            let unnumbered = col(Column::RegisterYear).is_null().and(within(Column::ReceivedAt));
            (numbered.or(unnumbered), Column::ReceivedAt)
        }
        Kept::Forwarded => (within(Column::ForwardedAt), Column::ForwardedAt),
    };
    let issuer = Query::select()
        .column(offices::Column::ShortNameTh)
        .from_as(offices::Entity, Alias::new("issuer"))
        .and_where(
            Expr::col((Alias::new("issuer"), offices::Column::Id))
                .equals((circulars::Entity, circulars::Column::OfficeId)),
        )
        .take();
    select
        .expr_as(Expr::SubQuery(None, Box::new(issuer.into())), Alias::new("i_short"))
        .expr_as(Expr::col((circulars::Entity, circulars::Column::EndReason)), Alias::new("c_end"))
        .and_where(condition)
        .order_by((deliveries::Entity, time), sea_orm::Order::Asc)
        .order_by((deliveries::Entity, Column::Id), sea_orm::Order::Asc)
        .offset(skip)
        .limit(limit);
    let rows = on.connection().query_all(&select).await?;
    let read = |row: &sea_orm::QueryResult| {
        Ok(RegisterLine {
            line: of_row(row)?,
            issuer: row.try_get::<Option<String>>("", "i_short")?.unwrap_or_default(),
            end_reason: row.try_get("", "c_end")?,
        })
    };
    rows.iter().map(read).collect()
}

/// The circulars that an office issued in a Buddhist year, by number, those that became void among them. Skips so many.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn circulars_register(
    on: &impl Reads,
    office: OfficeId,
    year: i32,
    skip: u64,
    limit: u64,
) -> Result<Vec<CircularLine>, StoreError> {
    let found = circulars::Entity::find()
        .filter(circulars::Column::OfficeId.eq(office))
        .filter(circulars::Column::NumberYear.eq(year))
        .order_by_asc(circulars::Column::Number)
        .offset(skip)
        .limit(limit);
    with_figures(on, found.all(on.connection()).await?).await
}

/// The moments between which a Buddhist year lies in Thailand.
fn span(year: i32) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let begins = |year: i32| {
        let day = NaiveDate::from_ymd_opt(year.checked_sub(543)?, 1, 1)?;
        Some(end_of_day(day) - TimeDelta::days(1))
    };
    Some((begins(year)?, begins(year.checked_add(1)?)?))
}
