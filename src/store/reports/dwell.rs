//! How long letters rest at each hop: from the day an office was sent one to the day it passed it on. One query.

use chrono::NaiveDate;
use sea_orm::sea_query::{Alias, CaseStatement, Expr, ExprTrait as _, Query};
use sea_orm::{ColumnTrait as _, ConnectionTrait as _, DbErr, QueryResult};

use super::super::deliveries::visible;
use super::super::dialect::day_in_thailand;
use super::super::entities::deliveries::{self, Column};
use super::super::{Reads, StoreError};
use crate::domain::actor::Scope;
use crate::domain::ids::{CircularId, DeliveryId};
use crate::domain::office::Tier;

/// Offices of a tier that were sent it on one day and did their part on another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stay {
    /// The tier.
    pub tier: Tier,
    /// The day it came.
    pub from: NaiveDate,
    /// The day it was forwarded or, at the lowest tier, acknowledged; none while it rests.
    pub to: Option<NaiveDate>,
    /// How many.
    pub n: i64,
    /// One of them, whose timeline can be opened.
    pub example: DeliveryId,
}

impl Stay {
    /// Reads the columns `tier`, `day_from`, `day_to`, `n` and `example`.
    pub(super) fn of_row(row: &QueryResult) -> Result<Self, DbErr> {
        Ok(Self {
            tier: row.try_get("", "tier")?,
            from: row.try_get("", "day_from")?,
            to: row.try_get("", "day_to")?,
            n: row.try_get("", "n")?,
            example: row.try_get("", "example")?,
        })
    }
}

/// Groups the deliveries that the scope can see, were sent and have not ended by tier and by those two days.
///
/// # Errors
/// When the database fails or a day cannot be read.
pub async fn dwell(
    on: &impl Reads,
    scope: &Scope,
    circular: CircularId,
    leaf: Tier,
) -> Result<Vec<Stay>, StoreError> {
    let done = CaseStatement::new()
        .case(Column::Tier.eq(leaf), Expr::col(Column::AcknowledgedAt))
        .finally(Expr::col(Column::ForwardedAt));
    let (from, to) = (Alias::new("day_from"), Alias::new("day_to"));
    let mut select = Query::select();
    select
        .column(Column::Tier)
        .expr_as(day_in_thailand(Expr::col(Column::SentAt)), from.clone())
        .expr_as(day_in_thailand(done.into()), to.clone())
        .expr_as(Expr::col(Column::Id).count(), Alias::new("n"))
        .expr_as(Expr::col(Column::Id).min(), Alias::new("example"))
        .from(deliveries::Entity)
        .and_where(Column::CircularId.eq(circular))
        .and_where(Column::SentAt.is_not_null())
        .and_where(Column::EndedAt.is_null())
        .cond_where(visible(scope))
        .add_group_by([Expr::col(Column::Tier), Expr::col(from), Expr::col(to)]);
    let rows = on.connection().query_all(&select).await?;
    Ok(rows.iter().map(Stay::of_row).collect::<Result<_, _>>()?)
}
