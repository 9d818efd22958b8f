//! Adding an officer to an office, with a password at once or by an invitation.

use chrono::{DateTime, TimeDelta, Utc};

use super::password;
use crate::app::{App, Result};
use crate::domain::actor::{Actor, Deed, Role};
use crate::domain::email::parse_email;
use crate::domain::refusal::{Refusal, required};
use crate::store::officers;

/// How long an invitation is good.
const INVITATION: TimeDelta = TimeDelta::days(7);

/// The most characters of a name.
const NAME: usize = 120;

/// Who is added.
#[derive(Debug, Clone)]
pub struct NewOfficer<'a> {
    /// E-mail address.
    pub email: &'a str,
    /// Name.
    pub name: &'a str,
    /// The office's code.
    pub office: &'a str,
    /// Role there.
    pub role: Role,
    /// A password, where it is not left to the officer to set one.
    pub password: Option<&'a str>,
}

/// How the officer comes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Welcome {
    /// By the token of an invitation, good until then.
    Invitation {
        /// The token, told once.
        token: String,
        /// Until when it is good.
        until: DateTime<Utc>,
    },
    /// By a password.
    Password,
}

/// Adds an officer, or gives one who has an account another post. `by` is nobody when the machine's keeper does it.
///
/// # Errors
/// `not_allowed` and `not_your_office` unless `by` keeps the officers of that office, `already_appointed`, `malformed`
/// for an unknown office, and what is wrong with name, address or password.
pub async fn add_officer(app: &App, by: Option<&Actor>, new: NewOfficer<'_>) -> Result<Welcome> {
    let email = parse_email(new.email)?;
    let name = required("name", new.name, NAME)?;
    let hash = match new.password {
        Some(password) => Some(password::hash(password, &app.chance).await?),
        None => None,
    };
    let now = app.clock.now();
    let tx = app.db.begin().await?;
    let office = officers::office_of_code(&tx, new.office.trim()).await?;
    let office = office.ok_or(Refusal::Malformed { field: "office" })?;
    match by {
        Some(by) if !by.may(Deed::KeepOfficers) => return Err(Refusal::NotAllowed.into()),
        Some(by) if by.office.id != office => return Err(Refusal::NotYourOffice.into()),
        _ => {}
    }
    let known = officers::of_email(&tx, &email).await?;
    let id = match &known {
        Some(account) => account.id,
        None => officers::insert(&tx, &email, &name, now).await?,
    };
    officers::appoint(&tx, id, office, new.role).await?.ok_or(Refusal::AlreadyAppointed)?;
    let has_password = known.is_some_and(|account| account.password_hash.is_some());
    let welcome = if has_password {
        Welcome::Password
    } else if let Some(hash) = hash {
        officers::set_password(&tx, id, &hash).await?;
        Welcome::Password
    } else {
        let (token, until) = (app.chance.token(), now + INVITATION);
        officers::invite(&tx, id, &token, until).await?;
        Welcome::Invitation { token, until }
    };
    tx.commit().await?;
    Ok(welcome)
}
