//! Takes a registry file in: offices as they are, or changes of their status. All of its good rows, or nothing.

use serde::Serialize;

use crate::app::{App, Result};
use crate::domain::actor::{Actor, Deed};
use crate::domain::refusal::Refusal;
use crate::domain::registry::{Plan, RegistryFile, Rejection, parse_registry, plan};
use crate::letters::sheet::read_sheet;
use crate::store::registry;

/// How the rows of a file were taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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

/// Imports for an officer who keeps the registry.
///
/// # Errors
/// When the actor may not, and as [`import_offices`].
pub async fn import_offices_as(
    app: &App,
    actor: &Actor,
    bytes: Vec<u8>,
    content_type: Option<&str>,
) -> Result<ImportReport> {
    if !actor.may(Deed::KeepOffices) {
        return Err(Refusal::NotAllowed.into());
    }
    import_offices(app, bytes, content_type).await
}

/// Imports for whoever has the machine: the command line.
///
/// # Errors
/// When the file cannot be read or is no registry file; then nothing has changed.
pub async fn import_offices(app: &App, bytes: Vec<u8>, content_type: Option<&str>) -> Result<ImportReport> {
    let charset = content_type.map(str::to_owned);
    let file = tokio::task::spawn_blocking(move || read(&bytes, charset.as_deref())).await??;
    let today = app.clock.today();
    let tx = app.db.begin().await?;
    let known = registry::known(&tx).await?;
    let plan = tokio::task::spawn_blocking(move || plan(file, &known, today)).await?;
    registry::save(&tx, &plan).await?;
    tx.commit().await?;
    Ok(plan.into())
}

fn read(bytes: &[u8], content_type: Option<&str>) -> Result<RegistryFile> {
    Ok(parse_registry(&read_sheet(bytes, content_type)?)?)
}

#[cfg(test)]
mod tests;
