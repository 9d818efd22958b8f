//! ยกเลิก and เวียนแก้ไข: what was issued becomes void, or another circular takes its place. Its number stays used.

use super::held;
use crate::app::{App, Result};
use crate::domain::actor::{Actor, Deed};
use crate::domain::circular::{Circular, Corrected};
use crate::domain::enclosure::{Role, Version};
use crate::domain::event::{Event, What};
use crate::domain::evidence::Evidence;
use crate::domain::ids::CircularId;
use crate::domain::refusal::Refusal;
use crate::store::{self, Tx};

/// Cancels a circular.
///
/// # Errors
/// When the actor may not, it is a draft or void already; also without a reason.
pub async fn cancel(app: &App, actor: &Actor, id: CircularId, reason: &str) -> Result<Circular> {
    let reason = super::reason(reason)?;
    let tx = app.db.begin().await?;
    let circular = held::own_circular(&tx, actor, Deed::Cancel, id).await?;
    let now = app.clock.now();
    let (circular, what) = circular.cancel(reason, now)?;
    save_and_record(&tx, &circular, what, actor, now).await?;
    tx.commit().await?;
    Ok(circular)
}

/// Begins the draft of the circular that will correct this one: the same letter, linked to it. The old one is
/// superseded when the new one is issued. A correction that was begun before is given again.
///
/// # Errors
/// When the actor may not, or this one is a draft, void or superseded; also without a reason.
pub async fn begin_correction(app: &App, actor: &Actor, id: CircularId, reason: &str) -> Result<Circular> {
    let reason = super::reason(reason)?;
    let tx = app.db.begin().await?;
    let old = held::own_circular(&tx, actor, Deed::Cancel, id).await?;
    old.under_way()?;
    if old.superseded_by.is_some() {
        return Err(Refusal::AlreadySuperseded.into());
    }
    if let Some(begun) = store::circulars::correction_of(&tx, id).await? {
        return Ok(begun);
    }
    let now = app.clock.now();
    let mut letter = old.letter.clone();
    if let Some(reference) = &mut letter.reference {
        reference.number = None;
        reference.text = format!("{}/ว", reference.prefix);
    }
    letter.dated = None;
    let (office, officer) = (actor.office.id, actor.officer);
    let new = store::circulars::insert(&tx, office, officer, &old.title, &old.source, &letter, now).await?;
    let mut new = store::circulars::get(&tx, new).await?.ok_or(Refusal::NotFound)?;
    new.supersedes = Some(Corrected { circular: id, reason });
    new.audience = old.audience.clone();
    store::circulars::save(&tx, &new).await?;
    new.version += 1;
    store::rosters::copy(&tx, id, new.id).await?;
    copy_enclosures(app, &tx, id, new.id).await?;
    tx.commit().await?;
    Ok(new)
}

/// Encloses the same files with the correction, each under a link of its own; the roster is made anew at issue.
async fn copy_enclosures(app: &App, tx: &Tx, from: CircularId, to: CircularId) -> Result<()> {
    for enclosure in store::enclosures::of_circular(tx, from).await? {
        if enclosure.role != Role::Roster {
            let (first, link) = (Version { version: 1, ..enclosure.current.clone() }, app.chance.link());
            store::enclosures::insert(tx, to, enclosure.role, &enclosure.title, &link, &first).await?;
        }
    }
    Ok(())
}

/// Puts a circular that was issued in the place of an older one.
pub(super) async fn supersede(
    tx: &Tx,
    actor: &Actor,
    old: CircularId,
    by: CircularId,
    reason: String,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<()> {
    let old = held::own_circular(tx, actor, Deed::Cancel, old).await?;
    let (old, what) = old.supersede(by, reason, now)?;
    save_and_record(tx, &old, what, actor, now).await
}

pub(super) async fn save_and_record(
    tx: &Tx,
    circular: &Circular,
    what: What,
    actor: &Actor,
    at: chrono::DateTime<chrono::Utc>,
) -> Result<()> {
    store::circulars::save(tx, circular).await?;
    record(tx, circular.id, what, actor, at).await
}

/// Appends what happened to the circular itself.
pub(super) async fn record(
    tx: &Tx,
    circular: CircularId,
    what: What,
    actor: &Actor,
    at: chrono::DateTime<chrono::Utc>,
) -> Result<()> {
    let event = Event { circular, delivery: None, what, at, by: actor.into(), evidence: Evidence::Officer };
    Ok(store::events::record(tx, &event).await?)
}
