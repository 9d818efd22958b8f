//! บันทึกแทน: an office above records what it learnt on paper or by telephone from one that does not use the system.

use chrono::{DateTime, Utc};

use super::held;
use crate::app::{App, Result};
use crate::domain::actor::{Actor, Deed};
use crate::domain::delivery::{Acknowledgement, Delivery};
use crate::domain::event::{OnBehalf, Source};
use crate::domain::evidence::Evidence;
use crate::domain::ids::DeliveryId;
use crate::domain::refusal::{Refusal, required};

/// Which fact is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordedFact {
    /// The office received the letter.
    Received,
    /// The office took note of it.
    Acknowledged,
}

/// What is recorded, and on whose word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Which fact.
    pub fact: RecordedFact,
    /// Who said or signed it.
    pub name: String,
    /// In which position.
    pub position: String,
    /// From what.
    pub by: Source,
    /// When it was; now unless given.
    pub at: Option<DateTime<Utc>>,
    /// The recorder's note.
    pub note: String,
}

/// Records a fact for an office below.
///
/// # Errors
/// When the actor may not, the fact is known already, its time lies in the future, or name, position or note is missing.
pub async fn record(app: &App, actor: &Actor, id: DeliveryId, record: &Record) -> Result<Delivery> {
    let now = app.clock.now();
    let at = record.at.unwrap_or(now);
    if at > now {
        return Err(Refusal::InFuture { field: "at" }.into());
    }
    let on_behalf = OnBehalf {
        name: required("name", &record.name, 120)?,
        position: required("position", &record.position, 120)?,
        by: record.by,
        at,
        note: required("note", &record.note, 1000)?,
    };
    let tx = app.db.begin().await?;
    let held = held::below(&tx, actor, Deed::RecordOnBehalf, id).await?;
    if held.delivery.sent_at.is_some_and(|sent_at| at < sent_at) {
        return Err(Refusal::Malformed { field: "at" }.into());
    }
    let evidence = Evidence::OnBehalf;
    let (delivery, what) = match record.fact {
        RecordedFact::Received => {
            let by = on_behalf.name.clone();
            held.delivery.receive(None, &by, evidence, Some(on_behalf), at)?
        }
        RecordedFact::Acknowledged => {
            let by = Acknowledgement::parse(&on_behalf.name, &on_behalf.position, &on_behalf.note)?;
            held.delivery.acknowledge(by, evidence, Some(on_behalf), at)?
        }
    };
    held::save_and_record(&tx, &delivery, what, actor.into(), evidence, now).await?;
    tx.commit().await?;
    Ok(delivery)
}
