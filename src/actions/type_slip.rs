//! Says whose slip a scanned page is that could not be read, which records the school's taking note with the page as evidence.

use super::take_slips::{Signer, allowed, fate};
use crate::app::{App, Result};
use crate::domain::actor::Actor;
use crate::domain::code::{Code, is_slip_code};
use crate::domain::ids::{CircularId, DeliveryId, SlipScanId};
use crate::domain::office::Tier;
use crate::domain::refusal::Refusal;
use crate::domain::slip::SlipState;
use crate::store::{Tx, deliveries, slip_scans};

/// How a school is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    /// Chosen from the list.
    School(DeliveryId),
    /// By the code typed off its slip.
    Code(Code),
}

/// Records it; gives what became of the slip.
///
/// # Errors
/// When the actor may not, the page is settled already, or the school is none of the circular's below the actor's office.
pub async fn type_slip(
    app: &App,
    actor: &Actor,
    scan: SlipScanId,
    number: i32,
    whose: Whose,
    signer: &Signer,
) -> Result<SlipState> {
    allowed(actor)?;
    let word = signer.on(app, scan, number)?;
    let tx = app.db.begin().await?;
    let file = slip_scans::find(&tx, actor.office.id, scan).await?.ok_or(Refusal::NotFound)?;
    let slips = slip_scans::slips(&tx, scan).await?;
    let mut of_page = slips.into_iter().filter(|slip| slip.number == number).peekable();
    of_page.peek().ok_or(Refusal::NotFound)?;
    let slip = of_page.find(|slip| slip.state.is_open()).ok_or(Refusal::ChangedMeanwhile)?;
    let (school, unknown) = match whose {
        Whose::School(id) => (id, Refusal::NotFound),
        Whose::Code(code) => (coded(app, &tx, file.circular, &code).await?, Refusal::WrongCode),
    };
    let fate = fate(app, &tx, actor, file.circular, school, word).await?;
    let state = fate.0;
    if state == SlipState::Foreign {
        return Err(unknown.into());
    }
    slip_scans::settle(&tx, slip.id, fate).await?;
    tx.commit().await?;
    Ok(state)
}

/// The school of the circular on whose slip this code is.
async fn coded(app: &App, tx: &Tx, circular: CircularId, code: &Code) -> Result<DeliveryId> {
    let tree = deliveries::tree(tx, circular).await?;
    let mut schools = tree.deliveries.iter().filter(|delivery| delivery.tier == Tier::School);
    let found = schools.find(|school| is_slip_code(code, school.id, app.secret.bytes()));
    Ok(found.ok_or(Refusal::WrongCode)?.id)
}
