//! How many offices of each tier did their part on each day in Thailand. One query, a row a tier and day.

use chrono::NaiveDate;
use sea_orm::sea_query::{Alias, CaseStatement, Expr, ExprTrait as _, Func, Query, SimpleExpr};
use sea_orm::{ColumnTrait as _, ConnectionTrait as _};

use super::super::deliveries::visible;
use super::super::dialect::day_in_thailand;
use super::super::entities::deliveries::{self, Column};
use super::super::{Reads, StoreError};
use crate::domain::actor::Scope;
use crate::domain::ids::CircularId;
use crate::domain::office::Tier;

/// Offices of a tier that did their part on a day: the lowest tier acknowledged, the others received.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnDay {
    /// The tier.
    pub tier: Tier,
    /// The day in Thailand; none for those that have yet to.
    pub day: Option<NaiveDate>,
    /// How many.
    pub n: i64,
}

/// Counts the deliveries that the scope can see by tier and by the day of their fact.
///
/// # Errors
/// When the database fails or a day cannot be read.
pub async fn curves(
    on: &impl Reads,
    scope: &Scope,
    circular: CircularId,
    leaf: Tier,
) -> Result<Vec<OnDay>, StoreError> {
    let mut select = Query::select();
    select
        .column(Column::Tier)
        .expr_as(day_in_thailand(fact(leaf)), Alias::new("day"))
        .expr_as(Expr::col(Column::Id).count(), Alias::new("n"))
        .from(deliveries::Entity)
        .and_where(Column::CircularId.eq(circular))
        .cond_where(visible(scope))
        .add_group_by([Expr::col(Column::Tier), Expr::col(Alias::new("day"))])
        .order_by_expr(Expr::col(Alias::new("day")), sea_orm::Order::Asc);
    let rows = on.connection().query_all(&select).await?;
    let read = |row: &sea_orm::QueryResult| -> Result<OnDay, sea_orm::DbErr> {
        Ok(OnDay { tier: row.try_get("", "tier")?, day: row.try_get("", "day")?, n: row.try_get("", "n")? })
    };
    Ok(rows.iter().map(read).collect::<Result<_, _>>()?)
}

/// What is forwarded or acknowledged was received, as the figures of the board count it.
fn fact(leaf: Tier) -> SimpleExpr {
    let received = [Column::ReceivedAt, Column::ForwardedAt, Column::AcknowledgedAt].map(Expr::col);
    CaseStatement::new()
        .case(Column::Tier.eq(leaf), Expr::col(Column::AcknowledgedAt))
        .finally(Func::coalesce(received))
        .into()
}
