//! What only one kind of database understands. Everything else in `store` is the same for all of them.

use sea_orm::sea_query::{Func, SimpleExpr};

/// The day of a moment in Thailand, which is seven hours ahead of UTC all year.
pub(super) fn day_in_thailand(moment: SimpleExpr) -> SimpleExpr {
    Func::cust("date").arg(moment).arg("+7 hours").into()
}
