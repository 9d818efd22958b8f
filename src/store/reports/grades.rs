//! By what evidence the offices of the lowest tier acknowledged. One query.

use std::cmp::Reverse;

use sea_orm::sea_query::{Alias, Expr, ExprTrait as _, Query};
use sea_orm::{ColumnTrait as _, ConnectionTrait as _};

use super::super::deliveries::visible;
use super::super::entities::deliveries::{self, Column};
use super::super::{Reads, StoreError};
use crate::domain::actor::Scope;
use crate::domain::evidence::Evidence;
use crate::domain::ids::CircularId;
use crate::domain::office::Tier;

/// Counts the acknowledgements that the scope can see by their grade, strongest first; a grade that nobody has is absent.
///
/// # Errors
/// When the database fails.
pub async fn grades(
    on: &impl Reads,
    scope: &Scope,
    circular: CircularId,
    leaf: Tier,
) -> Result<Vec<(Evidence, i64)>, StoreError> {
    let select = Query::select()
        .column(Column::AcknowledgedEvidence)
        .expr_as(Expr::col(Column::Id).count(), Alias::new("n"))
        .from(deliveries::Entity)
        .and_where(Column::CircularId.eq(circular))
        .and_where(Column::Tier.eq(leaf))
        .and_where(Column::AcknowledgedEvidence.is_not_null())
        .cond_where(visible(scope))
        .group_by_columns([Column::AcknowledgedEvidence])
        .take();
    let rows = on.connection().query_all(&select).await?;
    let read = |row: &sea_orm::QueryResult| -> Result<(Evidence, i64), sea_orm::DbErr> {
        Ok((row.try_get("", "acknowledged_evidence")?, row.try_get("", "n")?))
    };
    let mut grades: Vec<_> = rows.iter().map(read).collect::<Result<_, _>>()?;
    // What the office above wrote down for another comes last, whatever it is worth.
    grades.sort_by_key(|(grade, _)| (*grade == Evidence::OnBehalf, Reverse(*grade)));
    Ok(grades)
}
