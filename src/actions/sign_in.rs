//! Signing in: an e-mail address and a password open a session.

use chrono::{DateTime, TimeDelta, Utc};

use super::password;
use crate::app::{App, Result};
use crate::domain::email::fold_email;
use crate::domain::refusal::Refusal;
use crate::store::attempts::{self, Attempts};
use crate::store::{officers, sessions};

/// How long a session lasts.
pub const SESSION_HOURS: i64 = 12;

/// Failures in a row after which an address waits.
const MOST_FAILURES: i32 = 5;

/// How long it waits.
const LOCK: TimeDelta = TimeDelta::minutes(15);

/// Opens a session in the officer's first post and gives its token.
///
/// # Errors
/// `sign_in_failed` for a wrong password and for an unknown address alike; `too_many_attempts` after five failures in
/// a row, for known and unknown addresses alike.
pub async fn sign_in(app: &App, email: &str, password: &str) -> Result<String> {
    let email = fold_email(email);
    count_attempt(app, &email).await?;
    let account = officers::of_email(&app.db, &email).await?;
    let kept = account.as_ref().and_then(|account| account.password_hash.as_deref());
    let is_right = password::is_right(password, kept).await?;
    let post = officers::posts(&app.db, &email).await?.into_iter().next().filter(|_| is_right);
    let post = post.ok_or(Refusal::SignInFailed)?;

    let (token, csrf, now) = (app.chance.token(), app.chance.token(), app.clock.now());
    let tx = app.db.begin().await?;
    attempts::clear(&tx, &email).await?;
    let span = (now, now + TimeDelta::hours(SESSION_HOURS));
    sessions::insert(&tx, &token, &csrf, post.actor.appointment, span).await?;
    tx.commit().await?;
    Ok(token)
}

/// Counts the attempt as a failure before the password is looked at, so that many at once are not more than five.
async fn count_attempt(app: &App, email: &str) -> Result<()> {
    let now = app.clock.now();
    let tx = app.db.begin().await?;
    let before = attempts::find(&tx, email).await?;
    let failures = failures_still_counted(before, now)?;
    attempts::save(&tx, email, Attempts { failures: failures + 1, last_at: now }).await?;
    Ok(tx.commit().await?)
}

/// Failures that count on; those before a wait that is over do not.
fn failures_still_counted(before: Option<Attempts>, now: DateTime<Utc>) -> Result<i32, Refusal> {
    let Some(Attempts { failures, last_at }) = before else { return Ok(0) };
    let left = last_at + LOCK - now;
    match failures {
        0..MOST_FAILURES => Ok(failures),
        _ if left <= TimeDelta::zero() => Ok(0),
        _ => Err(Refusal::TooManyAttempts { minutes: (left.num_seconds() + 59) / 60 }),
    }
}
