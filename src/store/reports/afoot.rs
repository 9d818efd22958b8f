//! What is on its way: issued circulars with somebody left to act, each with where it rests. Two queries.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Alias, Expr, ExprTrait as _, Query};
use sea_orm::{ColumnTrait as _, ConnectionTrait as _, EntityTrait as _, FromQueryResult, QueryFilter as _};

use super::super::circulars::of_model;
use super::super::deliveries::visible;
use super::super::entities::circulars;
use super::super::entities::deliveries::{self, Column};
use super::super::{Reads, StoreError};
use super::InboxPart;
use super::progress::{count, done, overdue};
use crate::domain::actor::Scope;
use crate::domain::circular::{Circular, CircularState};
use crate::domain::ids::CircularId;
use crate::domain::office::Tier;

/// A circular on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Afoot {
    /// The circular.
    pub circular: Circular,
    /// Its tiers within the scope, from the provinces down.
    pub tiers: Vec<Resting>,
}

/// The offices of one tier that have a circular and have not done their part.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Resting {
    circular_id: CircularId,
    /// The tier.
    pub tier: Tier,
    /// All offices of the tier, whether it has come to them or not.
    pub total: i64,
    /// Those that acknowledged.
    pub acknowledged: i64,
    /// Sent to them, and not received.
    pub to_receive: i64,
    /// Received, and not forwarded to all below.
    pub to_forward: i64,
    /// Received with nobody below, and not acknowledged.
    pub to_acknowledge: i64,
    /// Past their due time.
    pub overdue: i64,
    /// The earliest due time that is still to come.
    pub next_due: Option<DateTime<Utc>>,
}

impl Afoot {
    /// The tier that acts in the end.
    pub fn leaf(&self) -> Option<&Resting> {
        self.tiers.last()
    }

    /// Offices of every tier that are past their due time.
    pub fn overdue(&self) -> i64 {
        self.tiers.iter().map(|tier| tier.overdue).sum()
    }

    /// The earliest due time that is still to come.
    pub fn next_due(&self) -> Option<DateTime<Utc>> {
        self.tiers.iter().filter_map(|tier| tier.next_due).min()
    }
}

/// Lists what is on its way within a scope: what is late first, then by what falls due next.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn afoot(
    on: &impl Reads,
    scope: &Scope,
    now: DateTime<Utc>,
    limit: usize,
) -> Result<Vec<Afoot>, StoreError> {
    let mut tiers = resting(on, scope, now).await?;
    tiers.sort_by_key(|one| (one.circular_id, one.tier));
    let mut groups: Vec<Vec<Resting>> =
        tiers.chunk_by(|one, other| one.circular_id == other.circular_id).map(<[_]>::to_vec).collect();
    groups.retain(|tiers| tiers.last().is_some_and(|leaf| leaf.acknowledged < leaf.total));
    groups.sort_by_key(|tiers| {
        let late = tiers.iter().map(|tier| tier.overdue).sum::<i64>();
        let next = tiers.iter().filter_map(|tier| tier.next_due).min();
        (std::cmp::Reverse(late), next.unwrap_or(DateTime::<Utc>::MAX_UTC))
    });
    groups.truncate(limit);
    let ids = groups.iter().filter_map(|tiers| tiers.first()).map(|tier| tier.circular_id);
    let mut circulars = circulars::Entity::find()
        .filter(circulars::Column::Id.is_in(ids))
        .all(on.connection())
        .await?
        .into_iter()
        .map(|row| Ok((row.id, of_model(row)?)))
        .collect::<Result<std::collections::HashMap<_, _>, StoreError>>()?;
    let with = |tiers: Vec<Resting>| {
        let circular = circulars.remove(&tiers.first()?.circular_id)?;
        Some(Afoot { circular, tiers })
    };
    Ok(groups.into_iter().filter_map(with).collect())
}

async fn resting(on: &impl Reads, scope: &Scope, now: DateTime<Utc>) -> Result<Vec<Resting>, StoreError> {
    let own = |column: Column| Expr::col((deliveries::Entity, column));
    let part = |part: InboxPart| count(part.condition(now));
    let to_come = Column::DueAt.gt(now).and(Column::EndedAt.is_null()).and(done().not());
    let select = Query::select()
        .columns([(deliveries::Entity, Column::CircularId), (deliveries::Entity, Column::Tier)])
        .expr_as(own(Column::Id).count(), Alias::new("total"))
        .expr_as(own(Column::AcknowledgedAt).count(), Alias::new("acknowledged"))
        .expr_as(part(InboxPart::ToReceive), Alias::new("to_receive"))
        .expr_as(part(InboxPart::ToForward), Alias::new("to_forward"))
        .expr_as(part(InboxPart::ToAcknowledge), Alias::new("to_acknowledge"))
        .expr_as(count(overdue(now)), Alias::new("overdue"))
        .expr_as(Expr::expr(Expr::case(to_come, own(Column::DueAt))).min(), Alias::new("next_due"))
        .from(deliveries::Entity)
        .inner_join(
            circulars::Entity,
            own(Column::CircularId).equals((circulars::Entity, circulars::Column::Id)),
        )
        .and_where(circulars::Column::State.eq(CircularState::Issued))
        .cond_where(visible(scope))
        .group_by_columns([(deliveries::Entity, Column::CircularId), (deliveries::Entity, Column::Tier)])
        .take();
    let rows = on.connection().query_all(&select).await?;
    Ok(rows.iter().map(|row| Resting::from_query_result(row, "")).collect::<Result<_, _>>()?)
}
