//! รับทราบ: signed in, by a secret link, with the code of a slip, or claimed on the public page.

use super::held;
use crate::app::{App, Result};
use crate::domain::actor::{Actor, Deed};
use crate::domain::code::{Code, is_slip_code, open_secret_link};
use crate::domain::delivery::{Acknowledgement, Delivery};
use crate::domain::event::Author;
use crate::domain::evidence::Evidence;
use crate::domain::ids::DeliveryId;
use crate::domain::office::Tier;
use crate::domain::refusal::Refusal;
use crate::store;

/// Takes note for the actor's own office.
///
/// # Errors
/// When the actor may not, or the letter is not in hand, not received or acknowledged before.
pub async fn acknowledge(app: &App, actor: &Actor, id: DeliveryId, by: Acknowledgement) -> Result<Delivery> {
    let tx = app.db.begin().await?;
    let now = app.clock.now();
    let held = held::own(&tx, actor, Deed::Acknowledge, id).await?;
    let (delivery, what) = held.delivery.acknowledge(by, Evidence::Officer, None, now)?;
    held::save_and_record(&tx, &delivery, what, actor.into(), Evidence::Officer, now).await?;
    tx.commit().await?;
    Ok(delivery)
}

/// Takes note for the school whose secret link this is.
///
/// # Errors
/// When this key did not make the link, the school took note before, or the time cannot be.
pub async fn acknowledge_by_link(app: &App, link: &Code, by: Acknowledgement) -> Result<Delivery> {
    let id = open_secret_link(link, app.secret.bytes()).ok_or(Refusal::NotFound)?;
    without_account(app, None, id, by, Evidence::Link).await
}

/// Takes note for a school that somebody chose on the public page of a circular: *claimed* until its local
/// administration confirms it, or proven by the code of the school's slip.
///
/// # Errors
/// When the school is not in the circular's roster, the code is another's, or the school took note before.
pub async fn acknowledge_publicly(
    app: &App,
    page: &Code,
    id: DeliveryId,
    slip: Option<&Code>,
    by: Acknowledgement,
) -> Result<Delivery> {
    let evidence = match slip {
        Some(code) if is_slip_code(code, id, app.secret.bytes()) => Evidence::Code,
        Some(_) => return Err(Refusal::WrongCode.into()),
        None => Evidence::Claimed,
    };
    without_account(app, Some(page), id, by, evidence).await
}

async fn without_account(
    app: &App,
    page: Option<&Code>,
    id: DeliveryId,
    by: Acknowledgement,
    evidence: Evidence,
) -> Result<Delivery> {
    let tx = app.db.begin().await?;
    let now = app.clock.now();
    let held = held::by_link(&tx, id).await?;
    let of_page =
        page.is_none_or(|page| held.circular.issued.as_ref().is_some_and(|issued| issued.link == *page));
    if held.delivery.tier != Tier::School || !of_page {
        return Err(Refusal::NotFound.into());
    }
    let by = by.written_between(held.circular.issued()?.at, now)?;
    let author = Author::named(format!("{} ({})", by.name, by.position));
    let (delivery, what) = held.delivery.acknowledge(by, evidence, None, now)?;
    held::save_and_record(&tx, &delivery, what, author, evidence, now).await?;
    tx.commit().await?;
    Ok(delivery)
}

/// Confirms, for a school of the actor's local administration, what somebody claimed on the public page.
///
/// # Errors
/// When the actor may not, or there is no claim that waits.
pub async fn confirm(app: &App, actor: &Actor, id: DeliveryId) -> Result<Delivery> {
    let tx = app.db.begin().await?;
    let now = app.clock.now();
    let held = held::right_below(&tx, actor, Deed::Confirm, id).await?;
    let (delivery, what) = held.delivery.confirm(&actor.name, now)?;
    held::save_and_record(&tx, &delivery, what, actor.into(), Evidence::Officer, now).await?;
    tx.commit().await?;
    Ok(delivery)
}

/// Sets a claim aside that was not the school's.
///
/// # Errors
/// As [`confirm`]; also without a reason.
pub async fn reject_claim(app: &App, actor: &Actor, id: DeliveryId, reason: &str) -> Result<Delivery> {
    let reason = super::reason(reason)?;
    let tx = app.db.begin().await?;
    let now = app.clock.now();
    let held = held::right_below(&tx, actor, Deed::Confirm, id).await?;
    let (delivery, what) = held.delivery.reject_claim(reason)?;
    held::save_and_record(&tx, &delivery, what, actor.into(), Evidence::Officer, now).await?;
    tx.commit().await?;
    Ok(delivery)
}

/// Notes that a human opened the page behind a school's secret link; only the first time counts.
///
/// # Errors
/// When this key did not make the link.
pub async fn open_by_link(app: &App, link: &Code) -> Result<()> {
    let id = open_secret_link(link, app.secret.bytes()).ok_or(Refusal::NotFound)?;
    let unopened = store::deliveries::get(&app.db, id).await?.ok_or(Refusal::NotFound)?;
    // Most openings are not the first and need no turn at the writer.
    if unopened.open(app.clock.now()).is_none() {
        return Ok(());
    }
    let tx = app.db.begin().await?;
    let now = app.clock.now();
    let held = held::by_link(&tx, id).await?;
    if let Some((delivery, what)) = held.delivery.open(now) {
        held::save_and_record(&tx, &delivery, what, Author::named(""), Evidence::Open, now).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Notes that an officer opened a letter of the own office; only the first time counts.
///
/// # Errors
/// When the letter is not the actor's office's.
pub async fn open(app: &App, actor: &Actor, id: DeliveryId) -> Result<()> {
    let tx = app.db.begin().await?;
    let now = app.clock.now();
    let held = held::own(&tx, actor, Deed::Read, id).await?;
    if let Some((delivery, what)) = held.delivery.open(now) {
        held::save_and_record(&tx, &delivery, what, actor.into(), Evidence::Officer, now).await?;
        tx.commit().await?;
    }
    Ok(())
}
