//! The letter as an office received it: with its receive stamp on page 1 (สารบรรณ 2526, form 12).

use super::print_letter;
use crate::app::{App, Result};
use crate::domain::actor::Actor;
use crate::domain::ids::DeliveryId;
use crate::domain::refusal::Refusal;
use crate::letters::paper::stamps::{ReceiveStamp, receive_stamp};
use crate::letters::stamp::{Place, Stamp, stamp};
use crate::store;

/// Millimetres from the right and from the upper edge: beside the emblem, above whatever a letter begins with.
const PLACE: Place = Place::UpperRight { x: 8.0, y: 8.0 };

/// Prints it; without a stamp while the office has not received it.
///
/// # Errors
/// When the actor may not see it, the database fails, or it cannot be printed.
pub async fn print_received(app: &App, actor: &Actor, id: DeliveryId) -> Result<Vec<u8>> {
    let delivery = store::deliveries::find(&app.db, &actor.scope(), id).await?.ok_or(Refusal::NotFound)?;
    let circular = store::circulars::get(&app.db, delivery.circular).await?.ok_or(Refusal::NotFound)?;
    let office = store::offices::find(&app.db, delivery.office).await?.ok_or(Refusal::NotFound)?;
    let pdf = print_letter(app, &circular, false).await?;
    let Some(received) = delivery.received else { return Ok(pdf) };
    let digits = circular.paper.digits;
    let stamped = tokio::task::spawn_blocking(move || -> Result<Vec<u8>> {
        let number = received.number.as_ref().map(|number| number.text.as_str());
        let overlay = receive_stamp(&ReceiveStamp { office: &office.name, number, at: received.at, digits })?;
        Ok(stamp(pdf, vec![Stamp { page: 0, place: PLACE, overlay }])?)
    });
    stamped.await?
}
