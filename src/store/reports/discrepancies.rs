//! What does not fit together in a circular's facts: what each kind is, and how many there are. One query.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Alias, CaseStatement, Expr, ExprTrait as _, Query, SimpleExpr};
use sea_orm::{ColumnTrait as _, Condition, ConnectionTrait as _, FromQueryResult};

use super::super::deliveries::visible;
use super::super::entities::deliveries::{self, Column};
use super::super::entities::events;
use super::super::{Reads, StoreError};
use super::above::{above, join_above, own};
use crate::domain::actor::Scope;
use crate::domain::evidence::Evidence;
use crate::domain::ids::CircularId;
use crate::domain::office::Tier;

/// How many of each kind; each has a list with the same condition.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromQueryResult)]
pub struct Discrepancies {
    /// Acknowledged at the lowest tier below an office that registered nothing.
    pub passed_over: i64,
    /// Offices that forwarded, below which nobody opened it in the time given.
    pub unheard: i64,
    /// Acknowledged on the public page by somebody the office above has not vouched for.
    pub unconfirmed: i64,
    /// Once acknowledged by somebody who, says the office above, was not of the school.
    pub rejected: i64,
}

/// Counts them among the deliveries that the scope can see.
///
/// # Errors
/// When the database fails.
pub async fn discrepancies(
    on: &impl Reads,
    scope: &Scope,
    circular: CircularId,
    leaf: Tier,
    now: DateTime<Utc>,
) -> Result<Discrepancies, StoreError> {
    let at_leaf = |condition: Condition| condition.add(own(Column::Tier).eq(leaf));
    let mut select = Query::select();
    select
        .expr_as(count(at_leaf(passed_over())), Alias::new("passed_over"))
        .expr_as(count(unheard(now)), Alias::new("unheard"))
        .expr_as(count(at_leaf(unconfirmed())), Alias::new("unconfirmed"))
        .expr_as(count(at_leaf(rejected())), Alias::new("rejected"))
        .from(deliveries::Entity)
        .and_where(Column::CircularId.eq(circular))
        .cond_where(visible(scope));
    join_above(&mut select);
    let row = on.connection().query_one(&select).await?;
    Ok(row.map(|row| Discrepancies::from_query_result(&row, "")).transpose()?.unwrap_or_default())
}

/// Acknowledged although the office above, `above` in the query, never received it.
pub(super) fn passed_over() -> Condition {
    Condition::all()
        .add(own(Column::AcknowledgedAt).is_not_null())
        .add(own(Column::ParentId).is_not_null())
        .add(above(Column::ReceivedAt).is_null())
}

/// Forwarded, and time has run out below without anybody there having opened it.
pub(super) fn unheard(now: DateTime<Utc>) -> Condition {
    let below = Alias::new("below");
    let col = |column: Column| Expr::col((Alias::new("below"), column));
    let facts = [Column::OpenedAt, Column::ReceivedAt, Column::ForwardedAt, Column::AcknowledgedAt];
    let heard = facts.into_iter().fold(Condition::any(), |any, fact| any.add(col(fact).is_not_null()));
    let children = || {
        Query::select()
            .expr(Expr::val(1))
            .from_as(deliveries::Entity, below.clone())
            .and_where(col(Column::ParentId).equals((deliveries::Entity, Column::Id)))
            .take()
    };
    Condition::all()
        .add(own(Column::ForwardedAt).is_not_null())
        .add(Expr::exists(children().and_where(col(Column::DueAt).lte(now)).take()))
        .add(Expr::exists(children().cond_where(heard).take()).not())
}

/// Claimed on the public page and not yet confirmed.
pub(super) fn unconfirmed() -> Condition {
    Condition::all()
        .add(own(Column::AcknowledgedEvidence).eq(Evidence::Claimed))
        .add(own(Column::ConfirmedAt).is_null())
}

/// A claim was set aside as not the school's.
pub(super) fn rejected() -> Condition {
    let of_this = Expr::col((events::Entity, events::Column::DeliveryId));
    let claims = Query::select()
        .expr(Expr::val(1))
        .from(events::Entity)
        .and_where(of_this.equals((deliveries::Entity, Column::Id)))
        .and_where(events::Column::What.eq("claim_rejected"))
        .take();
    Condition::all().add(Expr::exists(claims))
}

fn count(of: Condition) -> SimpleExpr {
    Expr::expr(CaseStatement::new().case(of, 1)).count()
}
