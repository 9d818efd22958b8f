//! API tokens, known by their SHA-256.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{ActiveModelTrait as _, ActiveValue::NotSet, ActiveValue::Set};

use super::entities::tokens::ActiveModel;
use super::sessions::token_hash;
use super::{Reads, StoreError, Tx, posts};
use crate::domain::actor::Actor;
use crate::domain::ids::{AppointmentId, TokenId};

/// Who acts with a token.
pub async fn actor(db: &impl Reads, token: &str) -> Result<Option<Actor>, StoreError> {
    let of_token = Query::select()
        .column("appointment_id")
        .from("tokens")
        .and_where(Expr::col("token_hash").eq(token_hash(token)))
        .take();
    let mut select = posts::select();
    select.and_where(Expr::col(("a", "id")).in_subquery(of_token));
    Ok(posts::all(db, &select).await?.pop().map(|post| post.actor))
}

/// Keeps a new token under a name that tells its holder what it is for.
pub async fn insert(
    tx: &Tx,
    token: &str,
    name: &str,
    appointment: AppointmentId,
    created_at: DateTime<Utc>,
) -> Result<TokenId, StoreError> {
    let token = ActiveModel {
        id: NotSet,
        appointment_id: Set(appointment),
        name: Set(name.to_owned()),
        token_hash: Set(token_hash(token)),
        created_at: Set(created_at),
    };
    Ok(token.insert(tx.connection()).await?.id)
}
