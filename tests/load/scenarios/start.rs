//! How soon it answers, and how much memory it takes while nobody asks.

use std::path::Path;

use crate::Result;
use crate::report::{Report, Wanted};
use crate::server::Server;
use crate::stage::Stage;

/// Milliseconds and megabytes that are asked for.
const START_MS: f64 = 150.0;
const IDLE_MB: f64 = 80.0;

/// Starts it on the database as it is.
pub async fn measure(program: &Path, stage: &Stage, report: &mut Report) -> Result<()> {
    let server = Server::start(program, stage.folder.path()).await?;
    report.add("start to first answer, ms", server.start.as_secs_f64() * 1e3, START_MS, Wanted::AtMost(1.0));
    report.add("memory idle, MB", server.memory_mb()?, IDLE_MB, Wanted::AtMost(1.0));
    let size = crate::clients::as_float(usize::try_from(std::fs::metadata(program)?.len())?) / 1e6;
    println!("the program is {size:.1} MB");
    Ok(())
}
