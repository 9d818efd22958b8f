//! A delivery in a query beside the one it came from, at the office above.

use sea_orm::JoinType;
use sea_orm::sea_query::{Alias, Expr, ExprTrait as _, SelectStatement, SimpleExpr};

use super::super::entities::deliveries::{Column, Entity};

/// A column of the delivery.
pub(super) fn own(column: Column) -> SimpleExpr {
    Expr::col((Entity, column))
}

/// A column of the delivery above; nothing for one that came from the sender.
pub(super) fn above(column: Column) -> SimpleExpr {
    Expr::col((Alias::new("above"), column))
}

/// Puts the delivery above beside each.
pub(super) fn join_above(select: &mut SelectStatement) -> &mut SelectStatement {
    let of_above = (Alias::new("above"), Column::Id);
    select.join_as(JoinType::LeftJoin, Entity, Alias::new("above"), own(Column::ParentId).equals(of_above))
}
