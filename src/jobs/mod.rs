//! Work that is due: a file a job, each done again and again until the program stops.

mod audit;
mod registry;
mod sweep;
mod sweep_files;

use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{MissedTickBehavior, interval};

use crate::app::{App, Result};

/// What has run out is swept this often.
const SWEEP: Duration = Duration::from_mins(15);
/// Somebody may be waiting at a page for a registry file to be taken in.
const REGISTRY: Duration = Duration::from_secs(1);
/// What is kept is compared with what was recorded this often.
const AUDIT: Duration = Duration::from_hours(24);

/// Does the jobs until `stop` says so.
pub async fn run(app: App, mut stop: watch::Receiver<bool>) {
    let (mut sweeping, mut auditing, mut importing) = (interval(SWEEP), interval(AUDIT), interval(REGISTRY));
    sweeping.set_missed_tick_behavior(MissedTickBehavior::Delay);
    auditing.set_missed_tick_behavior(MissedTickBehavior::Delay);
    importing.set_missed_tick_behavior(MissedTickBehavior::Delay);
    // The first tick comes at once, when the program has just started and has better things to do.
    auditing.tick().await;
    loop {
        let done = tokio::select! {
            _ = stop.changed() => return,
            _ = sweeping.tick() => sweep::sweep(&app).await,
            _ = importing.tick() => registry::take_in(&app).await,
            _ = auditing.tick() => keep_house(&app).await,
        };
        if let Err(error) = done {
            tracing::error!(%error, "a job failed");
        }
    }
}

/// What is done once a day: first the files that nothing shows any more, so that the audit does not look for them.
async fn keep_house(app: &App) -> Result<()> {
    sweep_files::sweep(app).await?;
    audit::audit(app).await
}
