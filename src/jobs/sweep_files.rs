//! Sweeps files that nothing shows any more: taken out of a draft, or left half taken in by a program that was killed.

use std::time::{Duration, SystemTime};

use chrono::TimeDelta;

use crate::app::{App, Result};
use crate::store::enclosures;

/// Younger files may belong to a request that is under way.
const UNDER_WAY: u64 = 24 * 3600;

/// Sweeps once.
///
/// # Errors
/// When the database or the folder fails.
pub(super) async fn sweep(app: &App) -> Result<()> {
    let old = Duration::from_secs(UNDER_WAY);
    let half_taken = app.files.sweep(SystemTime::now().checked_sub(old).unwrap_or(SystemTime::UNIX_EPOCH))?;
    let before = app.clock.now() - TimeDelta::from_std(old).unwrap_or_default();
    let tx = app.db.begin().await?;
    let unused = enclosures::forget_unused_files(&tx, before).await?;
    // Within the turn at the writer, so that nobody encloses one of them again meanwhile.
    for sha256 in &unused {
        app.files.remove(sha256)?;
    }
    tx.commit().await?;
    if half_taken + unused.len() > 0 {
        tracing::info!(half_taken, unused = unused.len(), "swept files");
    }
    Ok(())
}
