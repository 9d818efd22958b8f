//! A year: its circulars with how far each came, and how long letters rested at each hop and office. A query each.

use chrono::NaiveDate;
use sea_orm::sea_query::{Alias, CaseStatement, Expr, ExprTrait as _, Query, SelectStatement, SimpleExpr};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait as _, EntityTrait as _, FromQueryResult, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};

use super::super::circulars;
use super::super::deliveries::visible;
use super::super::dialect::day_in_thailand;
use super::super::entities::circulars::{self as circular, Column as Of};
use super::super::entities::deliveries::{self, Column};
use super::super::entities::offices;
use super::super::{Reads, StoreError};
use super::Stay;
use crate::domain::actor::Scope;
use crate::domain::circular::CircularState;
use crate::domain::ids::{CircularId, OfficeId};
use crate::domain::office::Tier;

/// A circular of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfYear {
    /// Its id.
    pub id: CircularId,
    /// Its reference.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// Its date.
    pub dated: NaiveDate,
    /// Its state.
    pub state: CircularState,
    /// Offices within the scope that act in the end.
    pub total: i64,
    /// Those that acknowledged.
    pub acknowledged: i64,
}

/// Offices' stays, counted by the day that letters came and the day that they were passed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeStay {
    /// The office.
    pub office: OfficeId,
    /// Its code.
    pub code: String,
    /// Its short name.
    pub short_name: String,
    /// The day they came.
    pub from: NaiveDate,
    /// The day they were passed on; none while they rest.
    pub to: Option<NaiveDate>,
    /// How many.
    pub n: i64,
}

#[derive(FromQueryResult)]
struct Tally {
    circular_id: CircularId,
    tier: Tier,
    total: i64,
    acknowledged: i64,
}

/// The circulars of a Buddhist year's register that the scope can see, in the order of their numbers.
///
/// # Errors
/// When the database fails.
pub async fn year_circulars(on: &impl Reads, scope: &Scope, year: i32) -> Result<Vec<OfYear>, StoreError> {
    type Row = (CircularId, Option<String>, String, Option<NaiveDate>, CircularState);
    let rows: Vec<Row> = circular::Entity::find()
        .select_only()
        .columns([Of::Id, Of::Reference, Of::Title, Of::Dated, Of::State])
        .filter(circulars::visible(scope))
        .filter(Of::NumberYear.eq(year))
        .order_by_asc(Of::Number)
        .into_tuple()
        .all(on.connection())
        .await?;
    let mut tallies = tallies(on, scope, year).await?;
    // The lowest tier comes last, and is the one that acts.
    tallies.sort_by_key(|tally| tally.tier);
    let leaf: std::collections::HashMap<CircularId, Tally> =
        tallies.into_iter().map(|tally| (tally.circular_id, tally)).collect();
    let with = |(id, reference, title, dated, state): Row| {
        let (total, acknowledged) = leaf.get(&id).map_or((0, 0), |leaf| (leaf.total, leaf.acknowledged));
        Some(OfYear { id, reference: reference?, title, dated: dated?, state, total, acknowledged })
    };
    Ok(rows.into_iter().filter_map(with).collect())
}

async fn tallies(on: &impl Reads, scope: &Scope, year: i32) -> Result<Vec<Tally>, StoreError> {
    let mut select = of_year(scope, year);
    select
        .columns([(deliveries::Entity, Column::CircularId), (deliveries::Entity, Column::Tier)])
        .expr_as(own(Column::Id).count(), Alias::new("total"))
        .expr_as(own(Column::AcknowledgedAt).count(), Alias::new("acknowledged"))
        .group_by_columns([(deliveries::Entity, Column::CircularId), (deliveries::Entity, Column::Tier)]);
    let rows = on.connection().query_all(&select).await?;
    Ok(rows.iter().map(|row| Tally::from_query_result(row, "")).collect::<Result<_, _>>()?)
}

/// The stays of a year within a scope, by tier and by the two days.
///
/// # Errors
/// When the database fails or a day cannot be read.
pub async fn year_stays(on: &impl Reads, scope: &Scope, year: i32) -> Result<Vec<Stay>, StoreError> {
    let mut select = stays(scope, year);
    select
        .column((deliveries::Entity, Column::Tier))
        .expr_as(own(Column::Id).min(), Alias::new("example"))
        .add_group_by([own(Column::Tier)]);
    let rows = on.connection().query_all(&select).await?;
    Ok(rows.iter().map(Stay::of_row).collect::<Result<_, _>>()?)
}

/// The stays of a year at each office of a tier, by the two days.
///
/// # Errors
/// When the database fails or a day cannot be read.
pub async fn year_offices(
    on: &impl Reads,
    scope: &Scope,
    year: i32,
    tier: Tier,
) -> Result<Vec<OfficeStay>, StoreError> {
    let office = |column: offices::Column| Expr::col((offices::Entity, column));
    let mut select = stays(scope, year);
    select
        .column((deliveries::Entity, Column::OfficeId))
        .expr_as(office(offices::Column::Code), Alias::new("code"))
        .expr_as(office(offices::Column::ShortNameTh), Alias::new("short_name"))
        .inner_join(offices::Entity, own(Column::OfficeId).equals((offices::Entity, offices::Column::Id)))
        .and_where(own(Column::Tier).eq(tier))
        .add_group_by([
            own(Column::OfficeId),
            office(offices::Column::Code),
            office(offices::Column::ShortNameTh),
        ]);
    let rows = on.connection().query_all(&select).await?;
    let read = |row: &sea_orm::QueryResult| -> Result<OfficeStay, sea_orm::DbErr> {
        Ok(OfficeStay {
            office: row.try_get("", "office_id")?,
            code: row.try_get("", "code")?,
            short_name: row.try_get("", "short_name")?,
            from: row.try_get("", "day_from")?,
            to: row.try_get("", "day_to")?,
            n: row.try_get("", "n")?,
        })
    };
    Ok(rows.iter().map(read).collect::<Result<_, _>>()?)
}

fn own(column: Column) -> SimpleExpr {
    Expr::col((deliveries::Entity, column))
}

/// Deliveries of a year's circulars within a scope.
fn of_year(scope: &Scope, year: i32) -> SelectStatement {
    Query::select()
        .from(deliveries::Entity)
        .inner_join(circular::Entity, own(Column::CircularId).equals((circular::Entity, Of::Id)))
        .and_where(Of::NumberYear.eq(year))
        .cond_where(visible(scope))
        .take()
}

/// Those that were sent and have not ended, counted by the day they came and the day the office did its part.
fn stays(scope: &Scope, year: i32) -> SelectStatement {
    let done = CaseStatement::new()
        .case(own(Column::Children).eq(0), own(Column::AcknowledgedAt))
        .finally(own(Column::ForwardedAt));
    let (from, to) = (Alias::new("day_from"), Alias::new("day_to"));
    of_year(scope, year)
        .expr_as(day_in_thailand(own(Column::SentAt)), from.clone())
        .expr_as(day_in_thailand(done.into()), to.clone())
        .expr_as(own(Column::Id).count(), Alias::new("n"))
        .and_where(Of::State.ne(CircularState::Cancelled))
        .and_where(own(Column::SentAt).is_not_null())
        .and_where(own(Column::EndedAt).is_null())
        .add_group_by([Expr::col(from), Expr::col(to)])
        .take()
}
