//! `wian verify`.

use std::process::ExitCode;

use crate::actions;
use crate::app::{App, Result};
use crate::text::{self, Lang, fill};

/// Recomputes what can be recomputed; prints where what is kept and what was recorded part, and fails if they do.
///
/// # Errors
/// When the database fails.
pub(super) async fn verify(app: &App) -> Result<ExitCode> {
    let report = actions::verify(app).await?;
    for lang in [Lang::Th, Lang::En] {
        let counts = [
            ("circulars", report.circulars),
            ("deliveries", report.deliveries),
            ("events", report.events),
            ("files", report.files),
        ];
        println!("{}", fill(&lang.text().verified.counts, &counts));
        for fault in &report.faults {
            println!("  {}", text::fault(lang, fault));
        }
    }
    Ok(if report.faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
