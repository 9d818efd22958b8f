//! Posts with their officer and office: what an actor is made of, in one query.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _, Query, SelectStatement};
use sea_orm::{ConnectionTrait as _, FromQueryResult};

use super::{Reads, StoreError};
use crate::domain::actor::{ActingOffice, Actor, Role};
use crate::domain::ids::{AppointmentId, OfficeId, OfficerId};
use crate::domain::office::Tier;

/// A post that an officer holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Who acts when acting in it.
    pub actor: Actor,
    /// The officer's e-mail address.
    pub email: String,
    /// Whether the officer has put the guide to this post away.
    pub guide_dismissed: bool,
}

#[derive(Debug, FromQueryResult)]
struct Row {
    appointment: AppointmentId,
    role: Role,
    officer: OfficerId,
    email: String,
    guide_dismissed_at: Option<DateTime<Utc>>,
    officer_name: String,
    office: OfficeId,
    tier: Tier,
    code: String,
    name_th: String,
    short_name_th: String,
    province_code: Option<String>,
}

impl From<Row> for Post {
    fn from(row: Row) -> Self {
        let office = ActingOffice {
            id: row.office,
            tier: row.tier,
            code: row.code,
            name: row.name_th,
            short_name: row.short_name_th,
            province_code: row.province_code,
        };
        let actor = Actor {
            officer: row.officer,
            name: row.officer_name,
            appointment: row.appointment,
            role: row.role,
            office,
        };
        Self { actor, email: row.email, guide_dismissed: row.guide_dismissed_at.is_some() }
    }
}

/// All posts (`a`) with their officer (`f`) and office (`o`); the caller says which.
pub(super) fn select() -> SelectStatement {
    let mut select = Query::select();
    for (table, column, alias) in [
        ("a", "id", "appointment"),
        ("a", "role", "role"),
        ("a", "guide_dismissed_at", "guide_dismissed_at"),
        ("f", "id", "officer"),
        ("f", "email", "email"),
        ("f", "name", "officer_name"),
        ("o", "id", "office"),
        ("o", "tier", "tier"),
        ("o", "code", "code"),
        ("o", "name_th", "name_th"),
        ("o", "short_name_th", "short_name_th"),
        ("o", "province_code", "province_code"),
    ] {
        select.expr_as(Expr::col((table, column)), alias);
    }
    select
        .from_as("appointments", "a")
        .join_as(
            sea_orm::JoinType::InnerJoin,
            "officers",
            "f",
            Expr::col(("f", "id")).equals(("a", "officer_id")),
        )
        .join_as(
            sea_orm::JoinType::InnerJoin,
            "offices",
            "o",
            Expr::col(("o", "id")).equals(("a", "office_id")),
        )
        .order_by(("a", "id"), sea_orm::Order::Asc);
    select
}

/// The posts that a select finds, oldest first.
pub(super) async fn all(db: &impl Reads, select: &SelectStatement) -> Result<Vec<Post>, StoreError> {
    let rows = db.connection().query_all(select).await?;
    rows.iter().map(|row| Ok(Row::from_query_result(row, "")?.into())).collect()
}
