//! How far a circular has come: per tier and per province, from the deliveries themselves.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Alias, Expr, ExprTrait as _, Query, SimpleExpr};
use sea_orm::{ColumnTrait as _, Condition, ConnectionTrait as _, FromQueryResult};

use super::super::deliveries::visible;
use super::super::entities::deliveries::{self, Column};
use super::super::{Reads, StoreError};
use crate::domain::actor::Scope;
use crate::domain::delivery::State;
use crate::domain::ids::CircularId;
use crate::domain::office::Tier;

/// Deliveries that have come at least so far; each count includes those further on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromQueryResult)]
pub struct Counts {
    /// All.
    pub total: i64,
    /// Waiting for the office above.
    pub awaiting: i64,
    /// In the office's inbox.
    pub sent: i64,
    /// Opened.
    pub opened: i64,
    /// ลงรับแล้ว.
    pub received: i64,
    /// ส่งต่อแล้ว; a leaf that acknowledged has nothing to forward and counts.
    pub forwarded: i64,
    /// รับทราบแล้ว.
    pub acknowledged: i64,
    /// ส่งคืน.
    pub returned: i64,
    /// Past their due time with their part not done.
    pub overdue: i64,
}

impl Counts {
    fn add(&mut self, other: &Self) {
        self.total += other.total;
        self.awaiting += other.awaiting;
        self.sent += other.sent;
        self.opened += other.opened;
        self.received += other.received;
        self.forwarded += other.forwarded;
        self.acknowledged += other.acknowledged;
        self.returned += other.returned;
        self.overdue += other.overdue;
    }
}

/// A circular's progress within a scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Per tier and province, in their order.
    pub parts: Vec<(Tier, String, Counts)>,
}

impl Progress {
    /// The counts of a tier.
    pub fn tier(&self, tier: Tier) -> Counts {
        self.sum(|(of, ..)| *of == tier)
    }

    /// The counts of a tier in a province.
    pub fn in_province(&self, tier: Tier, code: &str) -> Counts {
        self.sum(|(of, province, _)| *of == tier && province == code)
    }

    /// The counts of a province over its tiers.
    pub fn province(&self, code: &str) -> Counts {
        self.sum(|(_, province, _)| province == code)
    }

    /// The codes of the provinces that it reaches, in their order.
    pub fn provinces(&self) -> Vec<String> {
        let mut codes: Vec<String> = self.parts.iter().map(|(_, province, _)| province.clone()).collect();
        codes.sort();
        codes.dedup();
        codes
    }

    fn sum(&self, of: impl Fn(&(Tier, String, Counts)) -> bool) -> Counts {
        self.parts.iter().filter(|part| of(part)).fold(Counts::default(), |mut sum, (_, _, counts)| {
            sum.add(counts);
            sum
        })
    }
}

/// Counts the deliveries of a circular that the scope can see.
///
/// # Errors
/// When the database fails.
pub async fn progress(
    on: &impl Reads,
    scope: &Scope,
    circular: CircularId,
    now: DateTime<Utc>,
) -> Result<Progress, StoreError> {
    let select = Query::select()
        .column(Column::Tier)
        .column(Column::ProvinceCode)
        .expr_as(Expr::col(Column::Id).count(), Alias::new("total"))
        .expr_as(count(Column::State.eq(State::Awaiting)), Alias::new("awaiting"))
        .expr_as(count(any(&[Column::SentAt, Column::AcknowledgedAt])), Alias::new("sent"))
        .expr_as(count(any(&OPENED)), Alias::new("opened"))
        .expr_as(count(any(&OPENED[1..])), Alias::new("received"))
        .expr_as(count(forwarded()), Alias::new("forwarded"))
        .expr_as(count(Column::AcknowledgedAt.is_not_null()), Alias::new("acknowledged"))
        .expr_as(count(Column::State.eq(State::Returned)), Alias::new("returned"))
        .expr_as(count(overdue(now)), Alias::new("overdue"))
        .from(deliveries::Entity)
        .and_where(Column::CircularId.eq(circular))
        .cond_where(visible(scope))
        .group_by_columns([Column::Tier, Column::ProvinceCode])
        .take();
    let rows = on.connection().query_all(&select).await?;
    let mut parts = Vec::with_capacity(rows.len());
    for row in rows {
        let province: Option<String> = row.try_get("", "province_code")?;
        parts.push((
            row.try_get("", "tier")?,
            province.unwrap_or_default(),
            Counts::from_query_result(&row, "")?,
        ));
    }
    parts.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
    Ok(Progress { parts })
}

/// The facts that show a letter was opened, from the weakest on.
const OPENED: [Column; 4] =
    [Column::OpenedAt, Column::ReceivedAt, Column::ForwardedAt, Column::AcknowledgedAt];

/// A leaf has nobody to forward to, so its acknowledgement is all there is beyond receiving.
pub(super) fn forwarded() -> SimpleExpr {
    Column::ForwardedAt.is_not_null().or(Column::AcknowledgedAt.is_not_null().and(Column::Children.eq(0)))
}

/// Whether an office has done its part: forwarded to all below it or, as a leaf, acknowledged.
pub(super) fn done() -> SimpleExpr {
    let leaf = Column::Children.eq(0).and(Column::AcknowledgedAt.is_not_null());
    let hub = Column::Children.gt(0).and(
        Expr::col((deliveries::Entity, Column::ChildrenSent))
            .gte(Expr::col((deliveries::Entity, Column::Children))),
    );
    leaf.or(hub)
}

pub(super) fn overdue(now: DateTime<Utc>) -> SimpleExpr {
    Column::DueAt.lte(now).and(Column::EndedAt.is_null()).and(done().not())
}

fn any(columns: &[Column]) -> SimpleExpr {
    let any = columns.iter().fold(Condition::any(), |any, column| any.add(column.is_not_null()));
    any.into()
}

/// `COUNT`, since `SUM` has another type on other databases.
pub(super) fn count(of: SimpleExpr) -> SimpleExpr {
    Expr::expr(Expr::case(of, 1)).count()
}
