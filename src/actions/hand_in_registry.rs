//! Hands in a registry file, to be taken in by the jobs.

use crate::app::{App, Result};
use crate::domain::actor::{Actor, Deed};
use crate::domain::ids::ImportId;
use crate::domain::refusal::{Refusal, required};
use crate::store::imports::{self, NewImport};

/// The most characters of a file's name.
const NAME: usize = 255;

/// Keeps the file until its turn comes.
///
/// # Errors
/// When the actor may not, or the file is empty.
pub async fn hand_in_registry(
    app: &App,
    actor: &Actor,
    filename: &str,
    content_type: Option<String>,
    content: Vec<u8>,
) -> Result<ImportId> {
    if !actor.may(Deed::KeepOffices) {
        return Err(Refusal::NotAllowed.into());
    }
    if content.is_empty() {
        return Err(Refusal::Missing { field: "file" }.into());
    }
    let filename = required("file", filename, NAME)?;
    let new =
        NewImport { officer: actor.officer, by_name: actor.name.clone(), filename, content_type, content };
    let tx = app.db.begin().await?;
    let id = imports::insert(&tx, new, app.clock.now()).await?;
    tx.commit().await?;
    Ok(id)
}
