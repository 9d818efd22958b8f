//! Where a circular is, counted by the offices that act on it: each rests in exactly one place. One query.

use sea_orm::sea_query::{Alias, CaseStatement, Expr, ExprTrait as _, Query, SimpleExpr};
use sea_orm::{ColumnTrait as _, Condition, ConnectionTrait as _, FromQueryResult};

use super::super::deliveries::visible;
use super::super::entities::deliveries::{self, Column};
use super::super::{Reads, StoreError};
use super::above::{above, join_above, own};
use crate::domain::actor::Scope;
use crate::domain::ids::CircularId;
use crate::domain::office::Tier;

/// Offices of the lowest tier by where their letter rests. The parts add up to all of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Flow {
    /// Not forwarded by the office two tiers above.
    pub far: i64,
    /// Not forwarded by the office right above.
    pub near: i64,
    /// In the office's inbox, never opened.
    pub unopened: i64,
    /// Opened and not acknowledged.
    pub opened: i64,
    /// Acknowledged, each hop on the way registered.
    pub acknowledged: i64,
    /// Acknowledged while the office right above had it and registered nothing.
    pub over_near: i64,
    /// Acknowledged while the office two tiers above had not forwarded it.
    pub over_far: i64,
    /// Returned or pulled back.
    pub ended: i64,
}

impl Flow {
    /// All offices of the lowest tier.
    pub const fn total(&self) -> i64 {
        self.far + self.acted_near() + self.reached() + self.over_far + self.ended
    }

    /// Those whose letter rests right above or passed there unregistered.
    const fn acted_near(&self) -> i64 {
        self.near + self.over_near
    }

    /// Those that were sent it by a hop that registered it.
    pub const fn reached(&self) -> i64 {
        self.unopened + self.opened + self.acknowledged
    }

    /// Acknowledged, however it came there.
    pub const fn all_acknowledged(&self) -> i64 {
        self.acknowledged + self.passed_over()
    }

    /// Acknowledged below an office that registered nothing.
    pub const fn passed_over(&self) -> i64 {
        self.over_near + self.over_far
    }

    /// Not acknowledged, and resting at an office of this tier on the way down to `leaf`.
    pub fn resting(&self, tier: Tier, leaf: Tier) -> i64 {
        match () {
            () if tier == leaf => self.unopened + self.opened,
            () if Some(tier) == leaf.above() => self.near,
            () if tier == Tier::Province => self.far,
            () => 0,
        }
    }
}

#[derive(FromQueryResult)]
struct Part {
    part: i64,
    n: i64,
}

/// Counts the deliveries of the lowest tier that the scope can see by where they rest.
///
/// # Errors
/// When the database fails.
pub async fn flow(
    on: &impl Reads,
    scope: &Scope,
    circular: CircularId,
    leaf: Tier,
) -> Result<Flow, StoreError> {
    let mut select = Query::select();
    select
        .expr_as(part(), Alias::new("part"))
        .expr_as(own(Column::Id).count(), Alias::new("n"))
        .from(deliveries::Entity)
        .and_where(Column::CircularId.eq(circular))
        .and_where(Column::Tier.eq(leaf))
        .cond_where(visible(scope))
        .add_group_by([Expr::col(Alias::new("part"))]);
    join_above(&mut select);
    let mut flow = Flow::default();
    for row in on.connection().query_all(&select).await? {
        let Part { part, n } = Part::from_query_result(&row, "")?;
        match part {
            0 => flow.ended = n,
            1 => flow.acknowledged = n,
            2 => flow.over_near = n,
            3 => flow.over_far = n,
            4 => flow.opened = n,
            5 => flow.unopened = n,
            6 => flow.near = n,
            _ => flow.far = n,
        }
    }
    Ok(flow)
}

/// The first case that holds is the place.
fn part() -> SimpleExpr {
    let opened = Condition::any()
        .add(own(Column::OpenedAt).is_not_null())
        .add(own(Column::ReceivedAt).is_not_null())
        .add(own(Column::ForwardedAt).is_not_null());
    let acknowledged = || Condition::all().add(own(Column::AcknowledgedAt).is_not_null());
    let sent = || Condition::all().add(own(Column::SentAt).is_not_null());
    let registered = own(Column::ParentId).is_null().or(above(Column::ReceivedAt).is_not_null());
    let above_sent = || above(Column::SentAt).is_not_null();
    CaseStatement::new()
        .case(own(Column::EndedAt).is_not_null(), 0)
        .case(acknowledged().add(registered), 1)
        .case(acknowledged().add(above_sent()), 2)
        .case(acknowledged(), 3)
        .case(sent().add(opened), 4)
        .case(sent(), 5)
        .case(above_sent(), 6)
        .finally(7)
        .into()
}
