//! Takes a registry file in: offices as they are, or changes of their status. All of its good rows, or nothing.

use serde::{Deserialize, Serialize};

use crate::app::{App, Result};
use crate::domain::registry::{Plan, RegistryFile, Rejection, parse_registry, plan};
use crate::letters::sheet::read_sheet;
use crate::store::{Tx, registry};
use crate::text::{Lang, fill};

/// How the rows of a file were taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportReport {
    /// Offices that were not there.
    pub added: usize,
    /// Offices of which something else than code, kind and name differed.
    pub changed: usize,
    /// Offices with another code, kind or name; what they had is in the history.
    pub renamed: usize,
    /// Offices that became part of another.
    pub merged: usize,
    /// Rows that say what was known.
    pub unchanged: usize,
    /// Rows that say what was known before, which are passed over.
    pub outdated: usize,
    /// Rows that were not taken, by line and column.
    pub rejected: Vec<Rejection>,
}

impl From<Plan> for ImportReport {
    fn from(plan: Plan) -> Self {
        Self {
            added: plan.added,
            changed: plan.changed,
            renamed: plan.renamed,
            merged: plan.merged,
            unchanged: plan.unchanged,
            outdated: plan.outdated,
            rejected: plan.rejected,
        }
    }
}

impl ImportReport {
    /// The counts in sentences: rows taken, rows passed over, and how many were not accepted.
    pub fn sentences(&self, lang: Lang) -> Vec<String> {
        let words = &lang.text().imports;
        let counts = [
            ("added", self.added),
            ("changed", self.changed),
            ("renamed", self.renamed),
            ("merged", self.merged),
            ("unchanged", self.unchanged),
        ];
        let mut told = vec![fill(&words.counts, &counts)];
        if self.outdated > 0 {
            told.push(fill(&words.outdated, &[("outdated", self.outdated)]));
        }
        if !self.rejected.is_empty() {
            told.push(fill(&words.rejected, &[("n", self.rejected.len())]));
        }
        told
    }
}

/// Imports for whoever has the machine: the command line.
///
/// # Errors
/// When the file cannot be read or is no registry file; then nothing has changed.
pub async fn import_offices(app: &App, bytes: Vec<u8>, content_type: Option<&str>) -> Result<ImportReport> {
    let file = read(bytes, content_type.map(str::to_owned)).await?;
    let tx = app.db.begin_long().await?;
    let report = take_in(app, &tx, file).await?;
    tx.commit().await?;
    Ok(report)
}

/// Reads a file; it may be large, so on a thread of its own.
pub(super) async fn read(bytes: Vec<u8>, content_type: Option<String>) -> Result<RegistryFile> {
    let parse = move || Ok(parse_registry(&read_sheet(&bytes, content_type.as_deref())?)?);
    tokio::task::spawn_blocking(parse).await?
}

/// Compares a file with the registry and writes what differs.
pub(super) async fn take_in(app: &App, tx: &Tx, file: RegistryFile) -> Result<ImportReport> {
    let today = app.clock.today();
    let known = registry::known(tx).await?;
    let plan = tokio::task::spawn_blocking(move || plan(file, &known, today)).await?;
    registry::save(tx, &plan).await?;
    Ok(plan.into())
}

#[cfg(test)]
mod tests;
