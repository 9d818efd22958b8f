//! Enclosing files with a draft: adding, renaming and taking them out again.

use futures_util::Stream;

use super::enclosing::take_in;
use crate::app::{App, Result};
use crate::domain::actor::{Actor, Deed};
use crate::domain::enclosure::{self, Enclosure, Role};
use crate::domain::ids::{CircularId, EnclosureId};
use crate::domain::refusal::{Refusal, required};
use crate::store::{self, Reads};

/// Adds an enclosure to a draft. Without a title it is called as its file.
///
/// # Errors
/// When the actor may not, the circular is no draft, or the file is too large, broken off or of a refused kind.
pub async fn add_enclosure<B: AsRef<[u8]>, E: std::fmt::Display>(
    app: &App,
    actor: &Actor,
    circular: CircularId,
    role: Role,
    title: &str,
    filename: &str,
    stream: impl Stream<Item = Result<B, E>>,
) -> Result<Enclosure> {
    // Asked before 50 MB are taken in, and again in the transaction.
    draft(&app.db, actor, circular).await?;
    let fit = take_in(app, filename, stream).await?;
    let title = enclosure::title(title, fit.filename())?;
    let link = app.chance.link();
    let tx = app.db.begin().await?;
    draft(&tx, actor, circular).await?;
    let first = fit.version(1, actor, app.clock.now());
    let id = store::enclosures::insert(&tx, circular, role, &title, &link, &first).await?;
    fit.keep(app)?;
    tx.commit().await?;
    Ok(Enclosure { id, circular, role, title, link, current: first, older: Vec::new() })
}

/// Takes an enclosure out of a draft.
///
/// # Errors
/// When the actor may not, the circular is no draft, or it has no such enclosure.
pub async fn remove_enclosure(app: &App, actor: &Actor, circular: CircularId, id: EnclosureId) -> Result<()> {
    let tx = app.db.begin().await?;
    draft(&tx, actor, circular).await?;
    store::enclosures::find(&tx, circular, id).await?.ok_or(Refusal::NotFound)?;
    store::enclosures::remove(&tx, id).await?;
    Ok(tx.commit().await?)
}

/// Gives an enclosure of a draft another title.
///
/// # Errors
/// As [`remove_enclosure`]; also when the title is missing or too long.
pub async fn rename_enclosure(
    app: &App,
    actor: &Actor,
    circular: CircularId,
    id: EnclosureId,
    title: &str,
) -> Result<()> {
    let title = required("title", title, 200)?;
    let tx = app.db.begin().await?;
    draft(&tx, actor, circular).await?;
    store::enclosures::find(&tx, circular, id).await?.ok_or(Refusal::NotFound)?;
    store::enclosures::rename(&tx, id, &title).await?;
    Ok(tx.commit().await?)
}

/// Refuses all but a draft of the actor's own office.
async fn draft(on: &impl Reads, actor: &Actor, circular: CircularId) -> Result<()> {
    let found = store::circulars::find(on, &actor.scope(), circular).await?.ok_or(Refusal::NotFound)?;
    match () {
        () if found.office != actor.office.id => Err(Refusal::NotYourOffice.into()),
        () if !actor.may(Deed::Draft) => Err(Refusal::NotAllowed.into()),
        () => Ok(found.draft()?),
    }
}
