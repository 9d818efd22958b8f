//! In which order lists of deliveries stand.

use chrono::{DateTime, Utc};
use sea_orm::ColumnTrait as _;
use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait as _, SelectStatement, SimpleExpr};

use super::super::entities::{circulars, deliveries, offices};
use super::InboxPart;
use super::above::own;
use crate::domain::letter::Urgency;

/// What a list is sorted by, beside its own order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sorting {
    /// What has been due longest first; what was never sent last.
    Due,
    /// Who was never reminded first, then who was reminded longest ago.
    Reminded,
    /// The office's name, in the order of the dictionary.
    Name,
}

/// Sorts.
pub(super) fn by(select: &mut SelectStatement, sorting: Sorting) {
    use deliveries::Column::{DueAt, RemindedAt};
    let ascending = sea_orm::Order::Asc;
    match sorting {
        // Where an absent time stands differs between databases, so it is said.
        Sorting::Due => {
            let absent = CaseStatement::new().case(DueAt.is_null(), 1).finally(0);
            select.order_by_expr(absent.into(), ascending.clone()).order_by_expr(own(DueAt), ascending);
        }
        Sorting::Reminded => {
            let absent = CaseStatement::new().case(RemindedAt.is_null(), 0).finally(1);
            select.order_by_expr(absent.into(), ascending.clone()).order_by_expr(own(RemindedAt), ascending);
        }
        Sorting::Name => {
            select.order_by((offices::Entity, offices::Column::SortKey), ascending);
        }
    }
}

/// 0 not received, 1 not forwarded, 2 not acknowledged, 3 nothing left to do.
pub(super) fn need() -> SimpleExpr {
    let now = DateTime::<Utc>::UNIX_EPOCH;
    CaseStatement::new()
        .case(InboxPart::ToReceive.condition(now), 0)
        .case(InboxPart::ToForward.condition(now), 1)
        .case(InboxPart::ToAcknowledge.condition(now), 2)
        .finally(3)
        .into()
}

pub(super) fn urgency() -> SimpleExpr {
    let column = || Expr::col((circulars::Entity, circulars::Column::Urgency));
    CaseStatement::new()
        .case(column().eq(Urgency::MostUrgent), 0)
        .case(column().eq(Urgency::VeryUrgent), 1)
        .case(column().eq(Urgency::Urgent), 2)
        .finally(3)
        .into()
}
