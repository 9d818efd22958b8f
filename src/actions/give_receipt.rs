//! ใบรับ: what is recorded of a delivery by now, signed. Nothing is written: the same facts give the same receipt again,
//! with another time of making.

use crate::app::{App, Result};
use crate::domain::delivery::Delivery;
use crate::domain::receipt::{Receipt, Receiver, SignedReceipt, may_be_given};
use crate::domain::refusal::Refusal;
use crate::store::{circulars, offices};

/// A receipt for those who may read the delivery, which is the caller's to make sure.
///
/// # Errors
/// When nothing was recorded yet, or the delivery or its circular does not stand any more.
pub async fn give_receipt(app: &App, delivery: &Delivery) -> Result<SignedReceipt> {
    let circular = circulars::get(&app.db, delivery.circular).await?.ok_or(Refusal::NotFound)?;
    let issued = may_be_given(delivery, &circular)?;
    let facts = Receipt::of(delivery, &circular, issued, receiver(app, delivery).await?);
    let key = app.receipt_key();
    let code = key.seal(&facts, app.clock.now());
    Ok(SignedReceipt { facts, code, public_key: key.public().to_pem() })
}

/// The office of a delivery as it is called today.
pub(super) async fn receiver(app: &App, delivery: &Delivery) -> Result<Receiver> {
    let office = offices::find(&app.db, delivery.office).await?.ok_or(Refusal::NotFound)?;
    Ok(Receiver { name: office.name, code: office.code })
}
