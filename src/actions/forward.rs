//! ส่งต่อ: the office passes a letter on to all or some of those below it.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use super::held;
use crate::app::{App, Result};
use crate::domain::actor::{Actor, Deed};
use crate::domain::deadline;
use crate::domain::delivery::Delivery;
use crate::domain::evidence::Evidence;
use crate::domain::ids::DeliveryId;
use crate::domain::refusal::Refusal;
use crate::store::Tx;
use crate::store::fan_out::{self, Below};

/// What forwarding a letter did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forwarding {
    /// The delivery that was forwarded.
    pub delivery: Delivery,
    /// How many offices below it were sent it now.
    pub places: usize,
    /// When, which is what [`undo_forwarding`](super::undo_forwarding) goes by.
    pub at: DateTime<Utc>,
}

/// Forwards one letter.
///
/// # Errors
/// When the actor may not, the letter was not received, or one of the named offices does not wait for it.
pub async fn forward(app: &App, actor: &Actor, id: DeliveryId, to: &Below) -> Result<Forwarding> {
    let tx = app.db.begin().await?;
    let forwarded = forward_in(app, &tx, actor, id, to, app.clock.now()).await?;
    tx.commit().await?;
    Ok(forwarded)
}

/// Forwards several letters to everybody below at one moment: all of them, or none.
///
/// # Errors
/// As [`forward`], for the first that cannot be forwarded.
pub async fn forward_all(app: &App, actor: &Actor, ids: &[DeliveryId]) -> Result<Vec<Forwarding>> {
    let tx = app.db.begin().await?;
    let now = app.clock.now();
    let mut forwarded = Vec::with_capacity(ids.len());
    for id in ids {
        forwarded.push(forward_in(app, &tx, actor, *id, &Below::All, now).await?);
    }
    tx.commit().await?;
    Ok(forwarded)
}

async fn forward_in(
    app: &App,
    tx: &Tx,
    actor: &Actor,
    id: DeliveryId,
    to: &Below,
    now: DateTime<Utc>,
) -> Result<Forwarding> {
    let held = held::own(tx, actor, Deed::Forward, id).await?;
    held.delivery.may_forward()?;
    let waiting = fan_out::waiting_below(tx, id, to).await?;
    if let Below::Codes(codes) = to {
        let found: HashSet<&str> = waiting.iter().map(|child| child.code.as_str()).collect();
        if let Some(code) = codes.iter().find(|code| !found.contains(code.as_str())) {
            return Err(Refusal::NotBelow { code: code.clone() }.into());
        }
        if codes.is_empty() {
            return Err(Refusal::Missing { field: "to" }.into());
        }
    }
    let below: Vec<DeliveryId> = waiting.into_iter().map(|child| child.id).collect();
    let due_at = deadline::due(now, held.circular.letter.urgency, &app.holidays);
    fan_out::send(tx, id, &below, now, due_at).await?;
    let places = below.len();
    let (delivery, what) = held.delivery.forward(below, &actor.name, now)?;
    held::save_and_record(tx, &delivery, what, actor.into(), Evidence::Officer, now).await?;
    Ok(Forwarding { delivery, places, at: now })
}
