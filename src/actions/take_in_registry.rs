//! Takes in the next registry file that was handed in: claimed, read, and written with its report in one transaction.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::ImportReport;
use super::import_offices::{read, take_in};
use crate::app::{App, Complaint, Error, Result};
use crate::domain::ids::ImportId;
use crate::domain::registry::ImportState;
use crate::store::imports::{self, Claimed, Turn};

/// A file that nobody has touched for so long was left by a program that was killed.
const LEFT: TimeDelta = TimeDelta::minutes(5);
/// A file that was begun so often without an end is given up.
const TRIES: i32 = 3;

/// What became of a file, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportOutcome {
    /// Its good rows are in the registry.
    Done(ImportReport),
    /// Nothing of it is.
    Refused {
        /// One Thai sentence.
        th: String,
        /// One English sentence.
        en: String,
    },
}

/// Takes in the file that waits longest; gives which, if any waits.
///
/// # Errors
/// When the database fails. The file is then begun anew after five minutes, three times at most.
pub async fn take_in_next_registry(app: &App) -> Result<Option<ImportId>> {
    let now = app.clock.now();
    let tx = app.db.begin().await?;
    let Some(claimed) = imports::claim(&tx, now, now - LEFT).await? else { return Ok(None) };
    tx.commit().await?;
    let turn = claimed.turn;
    match work(app, claimed).await {
        Ok(()) => {}
        Err(Error::Complaint(complaint)) => refuse(app, turn, complaint).await?,
        Err(error) => return Err(error),
    }
    Ok(Some(turn.id))
}

async fn work(app: &App, claimed: Claimed) -> Result<()> {
    let turn = claimed.turn;
    if turn.tries > TRIES {
        return Err(given_up().into());
    }
    let file = read(claimed.content, claimed.content_type).await?;
    let rows = i64::try_from(file.rows()).unwrap_or(i64::MAX);
    // Committed by itself, so that whoever looks meanwhile sees how far it has come.
    let tx = app.db.begin().await?;
    imports::begin_writing(&tx, turn, rows, app.clock.now()).await?;
    tx.commit().await?;
    let tx = app.db.begin_long().await?;
    let report = take_in(app, &tx, file).await?;
    let outcome = told(&ImportOutcome::Done(report));
    // Who comes late, after another program began the file anew, leaves nothing behind.
    if imports::end(&tx, turn, ImportState::Done, outcome, app.clock.now()).await? {
        tx.commit().await?;
    }
    Ok(())
}

async fn refuse(app: &App, turn: Turn, complaint: Complaint) -> Result<()> {
    let outcome = ImportOutcome::Refused { th: complaint.th, en: complaint.en };
    let tx = app.db.begin().await?;
    imports::end(&tx, turn, ImportState::Refused, told(&outcome), app.clock.now()).await?;
    Ok(tx.commit().await?)
}

fn told(outcome: &ImportOutcome) -> String {
    serde_json::to_string(outcome).unwrap_or_default()
}

fn given_up() -> Complaint {
    Complaint::new(
        "import_given_up",
        "เริ่มนำเข้าไฟล์นี้แล้วสามครั้งแต่ไม่สำเร็จ โปรดแจ้งผู้ดูแลระบบ",
        "This file was begun three times without success. Please tell the operator of the system.",
    )
}

#[cfg(test)]
mod tests;
