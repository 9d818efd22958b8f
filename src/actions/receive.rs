//! ลงรับ: the office registers what it was sent, under the next number of its register, a number of its own, or none.

use super::held;
use crate::app::{App, Result};
use crate::domain::actor::{Actor, Deed};
use crate::domain::clock::{bangkok_day, buddhist_year};
use crate::domain::delivery::{Delivery, RegisterNumber, parse_number};
use crate::domain::evidence::Evidence;
use crate::domain::ids::{DeliveryId, OfficeId};
use crate::domain::refusal::Refusal;
use crate::store::Tx;
use crate::store::numbers::{self, Register};

/// Under which number a letter is received.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum ReceiveNumber {
    /// The next of the office's register.
    #[default]
    Next,
    /// One that was given by hand, as in a paper register.
    Given(String),
    /// None: a sub-unit may receive without a number.
    Without,
}

/// Receives one letter.
///
/// # Errors
/// When the actor may not, the letter was received before or is not in hand, or the number is taken.
pub async fn receive(app: &App, actor: &Actor, id: DeliveryId, number: &ReceiveNumber) -> Result<Delivery> {
    let tx = app.db.begin().await?;
    let delivery = receive_in(app, &tx, actor, id, number).await?;
    tx.commit().await?;
    Ok(delivery)
}

/// Receives several letters under consecutive numbers, in the order given: all of them, or none.
///
/// # Errors
/// As [`receive`], for the first that cannot be received.
pub async fn receive_all(app: &App, actor: &Actor, ids: &[DeliveryId]) -> Result<Vec<Delivery>> {
    let tx = app.db.begin().await?;
    let mut received = Vec::with_capacity(ids.len());
    for id in ids {
        received.push(receive_in(app, &tx, actor, *id, &ReceiveNumber::Next).await?);
    }
    tx.commit().await?;
    Ok(received)
}

async fn receive_in(
    app: &App,
    tx: &Tx,
    actor: &Actor,
    id: DeliveryId,
    number: &ReceiveNumber,
) -> Result<Delivery> {
    let now = app.clock.now();
    let held = held::own(tx, actor, Deed::Receive, id).await?;
    held.delivery.may_receive()?;
    let year = buddhist_year(bangkok_day(now));
    let number = take_number(tx, actor.office.id, year, number).await?;
    let (delivery, what) = held.delivery.receive(number, &actor.name, Evidence::Officer, None, now)?;
    held::save_and_record(tx, &delivery, what, actor.into(), Evidence::Officer, now).await?;
    Ok(delivery)
}

async fn take_number(
    tx: &Tx,
    office: OfficeId,
    year: i32,
    number: &ReceiveNumber,
) -> Result<Option<RegisterNumber>> {
    let text = match number {
        ReceiveNumber::Without => return Ok(None),
        ReceiveNumber::Next => numbers::next(tx, office, Register::Received, year).await?.to_string(),
        ReceiveNumber::Given(typed) => {
            let (text, running) = parse_number(typed)?;
            numbers::pass(tx, office, Register::Received, year, running).await?;
            text
        }
    };
    Ok(Some(RegisterNumber { text, year }))
}

/// Sets the last number that an office used before it came to this system.
///
/// # Errors
/// When the actor may not, or a number beyond it was given already.
pub async fn set_opening_number(
    app: &App,
    actor: &Actor,
    register: Register,
    year: i32,
    last: i64,
) -> Result<()> {
    if !actor.may(Deed::KeepNumbers) {
        return Err(Refusal::NotAllowed.into());
    }
    open_register(app, actor.office.id, register, year, last).await
}

/// As [`set_opening_number`], from the machine's own command line.
///
/// # Errors
/// When the number is not positive or one beyond it was given already.
pub async fn open_register(
    app: &App,
    office: OfficeId,
    register: Register,
    year: i32,
    last: i64,
) -> Result<()> {
    let tx = app.db.begin().await?;
    if last < 1 || !(2400..2800).contains(&year) {
        return Err(Refusal::NumberMalformed.into());
    }
    if numbers::last(&tx, office, register, year).await? > last {
        return Err(Refusal::NumberTaken { number: last.to_string() }.into());
    }
    numbers::pass(&tx, office, register, year, last).await?;
    Ok(tx.commit().await?)
}
