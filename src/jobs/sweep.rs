//! Sweeps what has run out: sessions, answers kept for programs that ask again, failed attempts to sign in.

use chrono::TimeDelta;

use crate::app::{App, Result};
use crate::store::{answers, attempts, sessions};

/// How long an answer is kept for a program that sends the same request again.
const ANSWERS: TimeDelta = TimeDelta::hours(24);
/// How long failed attempts to sign in are remembered.
const ATTEMPTS: TimeDelta = TimeDelta::hours(24);

/// Sweeps once.
///
/// # Errors
/// When the database fails.
pub(super) async fn sweep(app: &App) -> Result<()> {
    let now = app.clock.now();
    let tx = app.db.begin().await?;
    sessions::sweep(&tx, now).await?;
    answers::sweep(&tx, now - ANSWERS).await?;
    attempts::sweep(&tx, now - ATTEMPTS).await?;
    Ok(tx.commit().await?)
}
