//! ส่งคืน, ดึงกลับ, เตือน: what goes back up, what is pulled back, who is reminded.

use super::held;
use crate::app::{App, Result};
use crate::domain::actor::{Actor, Deed};
use crate::domain::delivery::Delivery;
use crate::domain::evidence::Evidence;
use crate::domain::ids::DeliveryId;
use crate::domain::refusal::{Refusal, optional};
use crate::store::{self, Tx};

/// Gives a letter back to the office above: the wrong addressee.
///
/// # Errors
/// When the actor may not, or it was forwarded or acknowledged; also without a reason.
pub async fn give_back(app: &App, actor: &Actor, id: DeliveryId, reason: &str) -> Result<Delivery> {
    let reason = super::reason(reason)?;
    let tx = app.db.begin().await?;
    let now = app.clock.now();
    let held = held::own(&tx, actor, Deed::Return, id).await?;
    let (delivery, what) = held.delivery.give_back(reason, now)?;
    held::save_and_record(&tx, &delivery, what, actor.into(), Evidence::Officer, now).await?;
    take_back_from_parent(&tx, &delivery).await?;
    tx.commit().await?;
    Ok(delivery)
}

/// Pulls back what an office right below has not received.
///
/// # Errors
/// When the actor may not, or it was received; also without a reason.
pub async fn recall(app: &App, actor: &Actor, id: DeliveryId, reason: &str) -> Result<Delivery> {
    let reason = super::reason(reason)?;
    let tx = app.db.begin().await?;
    let delivery = recall_in(app, &tx, actor, id, reason).await?;
    tx.commit().await?;
    Ok(delivery)
}

/// [`recall`] as a part of something larger.
pub(super) async fn recall_in(
    app: &App,
    tx: &Tx,
    actor: &Actor,
    id: DeliveryId,
    reason: String,
) -> Result<Delivery> {
    let now = app.clock.now();
    let held = held::right_below(tx, actor, Deed::Recall, id).await?;
    let (delivery, what) = held.delivery.recall(reason, now)?;
    held::save_and_record(tx, &delivery, what, actor.into(), Evidence::Officer, now).await?;
    take_back_from_parent(tx, &delivery).await?;
    Ok(delivery)
}

/// Reminds an office below of what it has not done.
///
/// # Errors
/// When the actor may not, or there is nothing left to do.
pub async fn remind(app: &App, actor: &Actor, id: DeliveryId, message: &str) -> Result<Delivery> {
    let message = optional("message", message, 1000)?;
    let tx = app.db.begin().await?;
    let delivery = remind_in(app, &tx, actor, id, message).await?;
    tx.commit().await?;
    Ok(delivery)
}

/// Reminds several offices; those that have nothing left to do, or were not sent it yet, are passed over.
///
/// # Errors
/// When the actor may not. Gives how many were reminded.
pub async fn remind_all(app: &App, actor: &Actor, ids: &[DeliveryId]) -> Result<usize> {
    let tx = app.db.begin().await?;
    let mut reminded = 0;
    for id in ids {
        match remind_in(app, &tx, actor, *id, None).await {
            Ok(_) => reminded += 1,
            Err(crate::app::Error::Refused(refusal)) if passed_over(&refusal) => {}
            Err(error) => return Err(error),
        }
    }
    tx.commit().await?;
    Ok(reminded)
}

fn passed_over(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::AlreadyAcknowledged { .. }
            | Refusal::AlreadyForwarded
            | Refusal::NotSent
            | Refusal::AlreadyReturned
            | Refusal::Recalled
    )
}

async fn remind_in(
    app: &App,
    tx: &Tx,
    actor: &Actor,
    id: DeliveryId,
    message: Option<String>,
) -> Result<Delivery> {
    let now = app.clock.now();
    let held = held::below(tx, actor, Deed::Remind, id).await?;
    let (delivery, what) = held.delivery.remind(message, now)?;
    held::save_and_record(tx, &delivery, what, actor.into(), Evidence::Officer, now).await?;
    Ok(delivery)
}

/// The office above has one fewer below it that was sent the letter.
async fn take_back_from_parent(tx: &Tx, delivery: &Delivery) -> Result<()> {
    let Some(parent) = delivery.parent else { return Ok(()) };
    if let Some(parent) = store::deliveries::get(tx, parent).await? {
        store::deliveries::save(tx, &parent.one_back()).await??;
    }
    Ok(())
}
