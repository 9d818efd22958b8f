//! Officers and the posts they hold.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::NotSet, ActiveValue::Set, ColumnTrait as _, EntityTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _,
};

use super::entities::{appointments, officers, offices};
use super::sessions::token_hash;
use super::{Post, Reads, StoreError, Tx, posts};
use crate::domain::actor::Role;
use crate::domain::ids::{AppointmentId, OfficeId, OfficerId};

/// An account, as signing in needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The officer.
    pub id: OfficerId,
    /// The e-mail address, folded by [`fold_email`](crate::domain::email::fold_email).
    pub email: String,
    /// The person's name.
    pub name: String,
    /// The password's hash, once one was set.
    pub password_hash: Option<String>,
    /// Until when the invitation is good, while there is one.
    pub invitation_expires_at: Option<DateTime<Utc>>,
}

impl From<officers::Model> for Account {
    fn from(row: officers::Model) -> Self {
        Self {
            id: row.id,
            email: row.email,
            name: row.name,
            password_hash: row.password_hash,
            invitation_expires_at: row.invitation_expires_at,
        }
    }
}

impl Account {
    /// Whether an invitation is open.
    pub fn is_invited(&self, now: DateTime<Utc>) -> bool {
        self.invitation_expires_at.is_some_and(|until| now < until)
    }
}

/// A line of an office's list of officers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// Name.
    pub name: String,
    /// E-mail address.
    pub email: String,
    /// Role in this office.
    pub role: Role,
    /// Whether a password was set.
    pub active: bool,
}

/// The account of an e-mail address.
pub async fn of_email(db: &impl Reads, email: &str) -> Result<Option<Account>, StoreError> {
    let found =
        officers::Entity::find().filter(officers::Column::Email.eq(email)).one(db.connection()).await?;
    Ok(found.map(Account::from))
}

/// The account that an invitation's token was made for, whether it is still good or not.
pub async fn of_invitation(db: &impl Reads, token: &str) -> Result<Option<Account>, StoreError> {
    let of_token = officers::Column::InvitationHash.eq(token_hash(token));
    let found = officers::Entity::find().filter(of_token).one(db.connection()).await?;
    Ok(found.map(Account::from))
}

/// The posts of an e-mail address, oldest first.
pub async fn posts(db: &impl Reads, email: &str) -> Result<Vec<Post>, StoreError> {
    let mut select = posts::select();
    select.and_where(Expr::col(("f", "email")).eq(email));
    posts::all(db, &select).await
}

/// The officers of an office, by name.
pub async fn of_office(db: &impl Reads, office: OfficeId) -> Result<Vec<Colleague>, StoreError> {
    let posts = appointments::Entity::find()
        .filter(appointments::Column::OfficeId.eq(office))
        .all(db.connection())
        .await?;
    let ids = posts.iter().map(|post| post.officer_id);
    let officers = officers::Entity::find()
        .filter(officers::Column::Id.is_in(ids))
        .order_by_asc(officers::Column::Name)
        .all(db.connection())
        .await?;
    let lines = officers.iter().flat_map(|officer| {
        let own = posts.iter().filter(|post| post.officer_id == officer.id);
        own.map(|post| Colleague {
            name: officer.name.clone(),
            email: officer.email.clone(),
            role: post.role,
            active: officer.password_hash.is_some(),
        })
    });
    Ok(lines.collect())
}

/// The office of a code, by which an officer is appointed.
pub async fn office_of_code(db: &impl Reads, code: &str) -> Result<Option<OfficeId>, StoreError> {
    let id = offices::Entity::find()
        .select_only()
        .column(offices::Column::Id)
        .filter(offices::Column::Code.eq(code));
    Ok(id.into_tuple().one(db.connection()).await?)
}

/// Keeps a new officer, without a password.
pub async fn insert(tx: &Tx, email: &str, name: &str, now: DateTime<Utc>) -> Result<OfficerId, StoreError> {
    let officer = officers::ActiveModel {
        id: NotSet,
        email: Set(email.to_owned()),
        name: Set(name.to_owned()),
        password_hash: Set(None),
        invitation_hash: Set(None),
        invitation_expires_at: Set(None),
        created_at: Set(now),
    };
    Ok(officer.insert(tx.connection()).await?.id)
}

/// Gives an officer a post; `None` when the officer holds it already.
pub async fn appoint(
    tx: &Tx,
    officer: OfficerId,
    office: OfficeId,
    role: Role,
) -> Result<Option<AppointmentId>, StoreError> {
    let post = appointments::ActiveModel {
        id: NotSet,
        officer_id: Set(officer),
        office_id: Set(office),
        role: Set(role),
        guide_dismissed_at: Set(None),
    };
    match post.insert(tx.connection()).await {
        Ok(post) => Ok(Some(post.id)),
        Err(error) if StoreError::is_unique_violation(&error) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Says when the guide to a post was put away; none shows it again.
pub async fn set_guide(
    tx: &Tx,
    appointment: AppointmentId,
    dismissed_at: Option<DateTime<Utc>>,
) -> Result<(), StoreError> {
    let changed = appointments::ActiveModel {
        id: Set(appointment),
        guide_dismissed_at: Set(dismissed_at),
        ..Default::default()
    };
    changed.update(tx.connection()).await?;
    Ok(())
}

/// Sets the password; an open invitation is used up by it.
pub async fn set_password(tx: &Tx, officer: OfficerId, hash: &str) -> Result<(), StoreError> {
    let changed = officers::ActiveModel {
        id: Set(officer),
        password_hash: Set(Some(hash.to_owned())),
        invitation_hash: Set(None),
        invitation_expires_at: Set(None),
        ..Default::default()
    };
    changed.update(tx.connection()).await?;
    Ok(())
}

/// Opens an invitation, in place of an earlier one.
pub async fn invite(
    tx: &Tx,
    officer: OfficerId,
    token: &str,
    until: DateTime<Utc>,
) -> Result<(), StoreError> {
    let changed = officers::ActiveModel {
        id: Set(officer),
        invitation_hash: Set(Some(token_hash(token))),
        invitation_expires_at: Set(Some(until)),
        ..Default::default()
    };
    changed.update(tx.connection()).await?;
    Ok(())
}
