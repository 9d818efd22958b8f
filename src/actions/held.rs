//! Loading what a deed is about, with the questions asked of every deed: may the actor see it, whose is it, may they.

use crate::app::Result;
use crate::domain::actor::{Actor, Deed};
use crate::domain::circular::Circular;
use crate::domain::delivery::Delivery;
use crate::domain::event::{Author, Event, What};
use crate::domain::evidence::Evidence;
use crate::domain::ids::{CircularId, DeliveryId};
use crate::domain::refusal::Refusal;
use crate::store::{self, Tx};

/// A delivery with its circular.
pub(super) struct Held {
    pub delivery: Delivery,
    pub circular: Circular,
}

/// The actor's own office's delivery.
pub(super) async fn own(tx: &Tx, actor: &Actor, deed: Deed, id: DeliveryId) -> Result<Held> {
    let held = seen(tx, actor, id).await?;
    if held.delivery.office != actor.office.id {
        return Err(Refusal::NotYourOffice.into());
    }
    allowed(actor, deed)?;
    held.circular.under_way()?;
    Ok(held)
}

/// A delivery of an office right below the actor's.
pub(super) async fn right_below(tx: &Tx, actor: &Actor, deed: Deed, id: DeliveryId) -> Result<Held> {
    let held = seen(tx, actor, id).await?;
    let above = match held.delivery.parent {
        Some(parent) => store::deliveries::get(tx, parent).await?.map(|parent| parent.office),
        None => Some(held.circular.office),
    };
    if above != Some(actor.office.id) {
        return Err(Refusal::NotYourOffice.into());
    }
    allowed(actor, deed)?;
    held.circular.under_way()?;
    Ok(held)
}

/// A delivery of any office below the actor's.
pub(super) async fn below(tx: &Tx, actor: &Actor, deed: Deed, id: DeliveryId) -> Result<Held> {
    let held = seen(tx, actor, id).await?;
    if held.delivery.office == actor.office.id {
        return Err(Refusal::NotYourOffice.into());
    }
    allowed(actor, deed)?;
    held.circular.under_way()?;
    Ok(held)
}

/// A delivery that somebody without an account holds the link of.
pub(super) async fn by_link(tx: &Tx, id: DeliveryId) -> Result<Held> {
    let delivery = store::deliveries::get(tx, id).await?.ok_or(Refusal::NotFound)?;
    let circular = store::circulars::get(tx, delivery.circular).await?.ok_or(Refusal::NotFound)?;
    circular.under_way()?;
    Ok(Held { delivery, circular })
}

/// A circular of the actor's own office.
pub(super) async fn own_circular(tx: &Tx, actor: &Actor, deed: Deed, id: CircularId) -> Result<Circular> {
    let found = store::circulars::find_to_change(tx, actor.office.id, id).await?;
    let Some(circular) = found else {
        // Those it was sent to may know of it, and not change it.
        let seen = store::circulars::find(tx, &actor.scope(), id).await?;
        return Err(if seen.is_some() { Refusal::NotYourOffice } else { Refusal::NotFound }.into());
    };
    allowed(actor, deed)?;
    Ok(circular)
}

async fn seen(tx: &Tx, actor: &Actor, id: DeliveryId) -> Result<Held> {
    let delivery = store::deliveries::find(tx, &actor.scope(), id).await?.ok_or(Refusal::NotFound)?;
    let circular = store::circulars::get(tx, delivery.circular).await?.ok_or(Refusal::NotFound)?;
    Ok(Held { delivery, circular })
}

fn allowed(actor: &Actor, deed: Deed) -> Result<(), Refusal> {
    if actor.may(deed) { Ok(()) } else { Err(Refusal::NotAllowed) }
}

/// Keeps a delivery as decided and appends what happened to it.
pub(super) async fn save_and_record(
    tx: &Tx,
    delivery: &Delivery,
    what: What,
    by: Author,
    evidence: Evidence,
    at: chrono::DateTime<chrono::Utc>,
) -> Result<()> {
    store::deliveries::save(tx, delivery).await??;
    let event = Event { circular: delivery.circular, delivery: Some(delivery.id), what, at, by, evidence };
    Ok(store::events::record(tx, &event).await?)
}
