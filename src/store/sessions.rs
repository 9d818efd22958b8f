//! Sessions. A token is known by its SHA-256 alone, so a stolen copy of the database opens none of them.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _, Query, SelectStatement};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _,
};
use sha2::{Digest as _, Sha256};

use super::entities::sessions::{ActiveModel, Column, Entity};
use super::{Post, Reads, StoreError, Tx, posts};
use crate::domain::actor::Actor;
use crate::domain::ids::AppointmentId;

/// What a session's token opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Who acts in it.
    pub actor: Actor,
    /// The token that the session's forms carry.
    pub csrf: String,
    /// Every post of the officer, the one acted in among them.
    pub posts: Vec<Post>,
}

/// The session of a token, unless it has ended by `now`.
pub async fn find(db: &impl Reads, token: &str, now: DateTime<Utc>) -> Result<Option<Session>, StoreError> {
    let key = token_hash(token);
    let found = Entity::find_by_id(key).filter(Column::ExpiresAt.gt(now)).one(db.connection()).await?;
    let Some(found) = found else { return Ok(None) };
    let mut select = posts::select();
    select.and_where(Expr::col(("a", "officer_id")).in_subquery(officer_of(found.appointment_id)));
    let posts = posts::all(db, &select).await?;
    let acting = posts.iter().find(|post| post.actor.appointment == found.appointment_id);
    Ok(acting.map(|post| Session { actor: post.actor.clone(), csrf: found.csrf_token, posts: posts.clone() }))
}

fn officer_of(appointment: AppointmentId) -> SelectStatement {
    Query::select()
        .column("officer_id")
        .from("appointments")
        .and_where(Expr::col("id").eq(appointment))
        .take()
}

/// Keeps a new session.
pub async fn insert(
    tx: &Tx,
    token: &str,
    csrf: &str,
    appointment: AppointmentId,
    (created_at, expires_at): (DateTime<Utc>, DateTime<Utc>),
) -> Result<(), StoreError> {
    let session = ActiveModel {
        token_hash: Set(token_hash(token)),
        appointment_id: Set(appointment),
        csrf_token: Set(csrf.to_owned()),
        created_at: Set(created_at),
        expires_at: Set(expires_at),
    };
    session.insert(tx.connection()).await?;
    Ok(())
}

/// Acts in another post from now on.
pub async fn set_post(tx: &Tx, token: &str, appointment: AppointmentId) -> Result<(), StoreError> {
    let update = Entity::update_many().col_expr(Column::AppointmentId, Expr::value(appointment));
    update.filter(Column::TokenHash.eq(token_hash(token))).exec(tx.connection()).await?;
    Ok(())
}

/// Ends a session.
pub async fn delete(tx: &Tx, token: &str) -> Result<(), StoreError> {
    Entity::delete_by_id(token_hash(token)).exec(tx.connection()).await?;
    Ok(())
}

/// Forgets the sessions that have ended by `now`; gives how many.
pub async fn sweep(tx: &Tx, now: DateTime<Utc>) -> Result<u64, StoreError> {
    let ended = Entity::delete_many().filter(Column::ExpiresAt.lte(now)).exec(tx.connection()).await?;
    Ok(ended.rows_affected)
}

/// What a secret of 256 random bits is known by: it needs no salt and no slow hash.
pub(super) fn token_hash(token: &str) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(token.as_bytes()))
}
