//! A receipt's code checked against the key and against what is kept today. Anybody may; nothing is written.

use super::give_receipt::receiver;
use crate::app::{App, Result};
use crate::domain::circular::{Circular, Issued};
use crate::domain::delivery::Delivery;
use crate::domain::receipt::{Forged, Receipt, ReceiptCode, Receiver, Statement};
use crate::store::{circulars, deliveries, registry};

/// What is true of a code.
#[derive(Debug)]
pub enum Checked {
    /// It is not ours, or was altered.
    Forged(Forged),
    /// We signed it, and keep nothing of it any more.
    Gone(Statement),
    /// We signed it.
    Kept(Box<KeptReceipt>),
}

/// A genuine receipt beside what is kept today.
#[derive(Debug)]
pub struct KeptReceipt {
    /// What was signed.
    pub statement: Statement,
    /// The facts that were signed; those of today where they differ.
    pub facts: Receipt,
    /// Whether what was signed is not what is kept today.
    pub differs: bool,
    /// The delivery as it is today.
    pub delivery: Delivery,
    /// Its circular.
    pub circular: Circular,
}

/// Checks a code.
///
/// # Errors
/// When the database fails.
pub async fn check_receipt(app: &App, code: &ReceiptCode) -> Result<Checked> {
    let statement = match app.receipt_key().public().check(code) {
        Ok(statement) => statement,
        Err(forged) => return Ok(Checked::Forged(forged)),
    };
    let Some(delivery) = deliveries::get(&app.db, statement.delivery).await? else {
        return Ok(Checked::Gone(statement));
    };
    let circular = circulars::get(&app.db, delivery.circular).await?;
    let issued = circular.and_then(|circular| circular.issued.clone().map(|issued| (circular, issued)));
    let Some((circular, issued)) = issued else { return Ok(Checked::Gone(statement)) };
    let (facts, differs) = facts(app, &statement, (&delivery, &circular, &issued)).await?;
    Ok(Checked::Kept(Box::new(KeptReceipt { statement, facts, differs, delivery, circular })))
}

/// The facts that were signed, where they still are what is kept; else those of today. An office that was renamed since
/// is known by its earlier name too.
async fn facts(
    app: &App,
    statement: &Statement,
    (delivery, circular, issued): (&Delivery, &Circular, &Issued),
) -> Result<(Receipt, bool)> {
    let today = receiver(app, delivery).await?;
    let past = registry::past_names(&app.db, delivery.office).await?;
    let past = past.into_iter().map(|past| Receiver { name: past.name_th, code: past.code });
    let of = |office| Receipt::of(delivery, circular, issued, office);
    let mut by_name = std::iter::once(today.clone()).chain(past).map(|name| of(name).only(statement.told));
    let signed = by_name.find(|facts| statement.is_about(facts));
    Ok(signed.map_or_else(|| (of(today), true), |facts| (facts, false)))
}
