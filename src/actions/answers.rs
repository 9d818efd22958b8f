//! Idempotency keys: a program that repeats a request gets the answer it missed, and nothing is done twice.

use chrono::TimeDelta;
use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use crate::app::{App, Result};
use crate::domain::actor::Actor;
use crate::store::answers::{self, Kept};

/// After so long a request in progress counts as lost with the process that worked on it.
const LOST_AFTER: TimeDelta = TimeDelta::seconds(60);
/// How long an answer is kept.
const KEPT_FOR: TimeDelta = TimeDelta::hours(24);

/// A program's own name for a request, within the post that it acts in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerKey {
    key_hash: String,
    request_hash: String,
}

impl AnswerKey {
    /// A key as sent, with all that makes the request what it is.
    pub fn new(actor: &Actor, key: &str, request: &[&[u8]]) -> Self {
        let post = actor.appointment.to_string();
        Self { key_hash: hash(&[post.as_bytes(), key.as_bytes()]), request_hash: hash(request) }
    }
}

/// What a key says about a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Begun {
    /// It is the first: do it, then [`keep_answer`] or [`forget_answer`].
    First,
    /// It was answered before, with this status and text.
    Answered(u16, String),
    /// It is being worked on.
    InProgress,
    /// The key was used for another request.
    Reused,
}

/// Begins a request under its key, unless it was begun before.
///
/// # Errors
/// When the database fails.
pub async fn begin_answer(app: &App, key: &AnswerKey) -> Result<Begun> {
    // A repeated request, which polls while the first is worked on, needs no turn at the writer.
    if let Some(known) = known(app, key, answers::find(&app.db, &key.key_hash).await?) {
        return Ok(known);
    }
    let tx = app.db.begin().await?;
    if let Some(known) = known(app, key, answers::find(&tx, &key.key_hash).await?) {
        return Ok(known);
    }
    let now = app.clock.now();
    answers::sweep(&tx, now - KEPT_FOR).await?;
    answers::put(&tx, &key.key_hash, &key.request_hash, now).await?;
    tx.commit().await?;
    Ok(Begun::First)
}

/// Keeps the answer for those who repeat the request.
///
/// # Errors
/// When the database fails.
pub async fn keep_answer(app: &App, key: &AnswerKey, status: u16, text: String) -> Result<()> {
    let tx = app.db.begin().await?;
    answers::keep(&tx, &key.key_hash, status, text).await?;
    Ok(tx.commit().await?)
}

/// Lets the request be made again: it failed and nothing was done.
///
/// # Errors
/// When the database fails.
pub async fn forget_answer(app: &App, key: &AnswerKey) -> Result<()> {
    let tx = app.db.begin().await?;
    answers::forget(&tx, &key.key_hash).await?;
    Ok(tx.commit().await?)
}

fn known(app: &App, key: &AnswerKey, kept: Option<Kept>) -> Option<Begun> {
    let kept = kept.filter(|kept| app.clock.now() - kept.at < KEPT_FOR)?;
    match kept.answer {
        _ if kept.request_hash != key.request_hash => Some(Begun::Reused),
        Some((status, text)) => Some(Begun::Answered(status, text)),
        None if app.clock.now() - kept.at < LOST_AFTER => Some(Begun::InProgress),
        None => None,
    }
}

/// SHA-256 over parts, each with its length before it, so that none can pass for two.
fn hash(parts: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.len().to_be_bytes());
        hash.update(part);
    }
    HEXLOWER.encode(&hash.finalize())
}
