//! Compares once a day what is kept with what was recorded, and says where they part in the log.

use crate::actions;
use crate::app::{App, Result};
use crate::text::{self, Lang};

/// Audits once.
///
/// # Errors
/// When the database fails.
pub(super) async fn audit(app: &App) -> Result<()> {
    let report = actions::verify(app).await?;
    for fault in &report.faults {
        tracing::error!(fault = text::fault(Lang::En, fault), "what is kept and what was recorded part");
    }
    tracing::info!(events = report.events, faults = report.faults.len(), "audited");
    Ok(())
}
