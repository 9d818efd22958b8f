//! Putting a better version of an enclosure in place after issue; the old one stays reachable.

use futures_util::Stream;

use super::enclosing::take_in;
use crate::app::{App, Result};
use crate::domain::actor::{Actor, Deed};
use crate::domain::enclosure::Enclosure;
use crate::domain::event::{Event, What};
use crate::domain::evidence::Evidence;
use crate::domain::ids::{CircularId, EnclosureId};
use crate::domain::refusal::Refusal;
use crate::store::{self, Reads};

/// Replaces the file of an enclosure of an issued circular, on record.
///
/// # Errors
/// When the actor may not, the circular is a draft or cancelled, it has no such enclosure, or the file is too large,
/// broken off or of a refused kind.
pub async fn add_enclosure_version<B: AsRef<[u8]>, E: std::fmt::Display>(
    app: &App,
    actor: &Actor,
    circular: CircularId,
    id: EnclosureId,
    filename: &str,
    stream: impl Stream<Item = Result<B, E>>,
) -> Result<Enclosure> {
    find(&app.db, actor, circular, id).await?;
    let fit = take_in(app, filename, stream).await?;
    let tx = app.db.begin().await?;
    let now = app.clock.now();
    let mut enclosure = find(&tx, actor, circular, id).await?;
    let version = fit.version(enclosure.current.version + 1, actor, now);
    let sha256 = version.sha256.clone();
    let what = What::EnclosureReplaced { enclosure: id, version: version.version, sha256 };
    store::enclosures::add_version(&tx, id, &version).await?;
    let event =
        Event { circular, delivery: None, what, at: now, by: actor.into(), evidence: Evidence::Officer };
    store::events::record(&tx, &event).await?;
    fit.keep(app)?;
    tx.commit().await?;
    enclosure.older.insert(0, std::mem::replace(&mut enclosure.current, version));
    Ok(enclosure)
}

async fn find(on: &impl Reads, actor: &Actor, circular: CircularId, id: EnclosureId) -> Result<Enclosure> {
    let found = store::circulars::find(on, &actor.scope(), circular).await?.ok_or(Refusal::NotFound)?;
    match () {
        () if found.office != actor.office.id => return Err(Refusal::NotYourOffice.into()),
        () if !actor.may(Deed::ReplaceEnclosure) => return Err(Refusal::NotAllowed.into()),
        () => found.under_way()?,
    };
    Ok(store::enclosures::find(on, circular, id).await?.ok_or(Refusal::NotFound)?)
}
