//! The parts of an office's inbox: what each tab of it holds, and how many that are.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Alias, Expr, ExprTrait as _, Query, SimpleExpr};
use sea_orm::{ColumnTrait as _, ConnectionTrait as _};

use super::super::entities::circulars;
use super::super::entities::deliveries::{self, Column};
use super::super::{Reads, StoreError};
use super::progress::{count, done, overdue};
use crate::domain::circular::CircularState;
use crate::domain::ids::OfficeId;
use crate::domain::letter::Urgency;

/// A part of an inbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InboxPart {
    /// Everything that needs a hand.
    ToDo,
    /// Not received; at a school, not acknowledged.
    ToReceive,
    /// Received, with somebody below who was not sent it.
    ToForward,
    /// Received, with nobody below, and not acknowledged.
    ToAcknowledge,
    /// Forwarded, at least in part.
    Forwarded,
    /// Acknowledged.
    Acknowledged,
    /// Returned or pulled back.
    Ended,
    /// Past its due time.
    Overdue,
}

impl InboxPart {
    /// Which deliveries of an office, joined with their circulars, belong to it.
    pub(super) fn condition(self, now: DateTime<Utc>) -> SimpleExpr {
        let open = Column::EndedAt.is_null();
        let alive = || circulars::Column::State.ne(CircularState::Cancelled);
        let in_hand = || Column::SentAt.is_not_null().and(Column::EndedAt.is_null());
        let to_do = || in_hand().and(done().not()).and(alive());
        match self {
            Self::ToDo => to_do(),
            Self::ToReceive => {
                to_do().and(Column::ReceivedAt.is_null()).and(Column::AcknowledgedAt.is_null())
            }
            Self::ToForward => to_do().and(Column::ReceivedAt.is_not_null()).and(Column::Children.gt(0)),
            Self::ToAcknowledge => to_do().and(Column::ReceivedAt.is_not_null()).and(Column::Children.eq(0)),
            Self::Forwarded => open.and(Column::ForwardedAt.is_not_null()),
            Self::Acknowledged => open.and(Column::AcknowledgedAt.is_not_null()),
            Self::Ended => Column::EndedAt.is_not_null(),
            Self::Overdue => overdue(now).and(alive()),
        }
    }
}

/// How many letters stand in each part of an inbox.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InboxCounts {
    /// All that were ever sent to the office.
    pub all: i64,
    /// [`InboxPart::ToDo`].
    pub to_do: i64,
    /// [`InboxPart::ToReceive`].
    pub to_receive: i64,
    /// Of those, the most urgent.
    pub most_urgent: i64,
    /// [`InboxPart::ToForward`].
    pub to_forward: i64,
    /// [`InboxPart::ToAcknowledge`].
    pub to_acknowledge: i64,
    /// [`InboxPart::Forwarded`].
    pub forwarded: i64,
    /// [`InboxPart::Acknowledged`].
    pub acknowledged: i64,
    /// [`InboxPart::Ended`].
    pub ended: i64,
    /// [`InboxPart::Overdue`].
    pub overdue: i64,
    /// The due time of what is overdue longest.
    pub oldest_due: Option<DateTime<Utc>>,
}

/// Counts the inbox of an office.
///
/// # Errors
/// When the database fails.
pub async fn inbox_counts(
    on: &impl Reads,
    office: OfficeId,
    now: DateTime<Utc>,
) -> Result<InboxCounts, StoreError> {
    let most_urgent = circulars::Column::Urgency.eq(Urgency::MostUrgent);
    let late = Expr::case(InboxPart::Overdue.condition(now), Expr::col((deliveries::Entity, Column::DueAt)));
    let mut select = Query::select();
    select
        .expr_as(Expr::col((deliveries::Entity, Column::Id)).count(), Alias::new("all"))
        .expr_as(count(InboxPart::ToReceive.condition(now).and(most_urgent)), Alias::new("most_urgent"))
        .expr_as(Expr::expr(late).min(), Alias::new("oldest_due"))
        .from(deliveries::Entity)
        .inner_join(
            circulars::Entity,
            Expr::col((deliveries::Entity, Column::CircularId))
                .equals((circulars::Entity, circulars::Column::Id)),
        )
        .and_where(Column::OfficeId.eq(office))
        .and_where(Column::SentAt.is_not_null());
    let parts = [
        (InboxPart::ToDo, "to_do"),
        (InboxPart::ToReceive, "to_receive"),
        (InboxPart::ToForward, "to_forward"),
        (InboxPart::ToAcknowledge, "to_acknowledge"),
        (InboxPart::Forwarded, "forwarded"),
        (InboxPart::Acknowledged, "acknowledged"),
        (InboxPart::Ended, "ended"),
        (InboxPart::Overdue, "overdue"),
    ];
    for (part, name) in parts {
        select.expr_as(count(part.condition(now)), Alias::new(name));
    }
    let Some(row) = on.connection().query_one(&select).await? else { return Ok(InboxCounts::default()) };
    let n = |name: &str| row.try_get("", name);
    Ok(InboxCounts {
        all: n("all")?,
        to_do: n("to_do")?,
        to_receive: n("to_receive")?,
        most_urgent: n("most_urgent")?,
        to_forward: n("to_forward")?,
        to_acknowledge: n("to_acknowledge")?,
        forwarded: n("forwarded")?,
        acknowledged: n("acknowledged")?,
        ended: n("ended")?,
        overdue: n("overdue")?,
        oldest_due: row.try_get("", "oldest_due")?,
    })
}
