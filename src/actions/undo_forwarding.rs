//! Takes back what was forwarded by mistake, from all who have not received it yet.

use chrono::{DateTime, Utc};

use super::answer::recall_in;
use crate::app::{App, Error, Result};
use crate::domain::actor::Actor;
use crate::domain::refusal::Refusal;
use crate::store;

/// How far an undo came.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Undone {
    /// Offices it was taken back from.
    pub back: usize,
    /// Offices that had received it before, and keep it.
    pub kept: usize,
}

/// Pulls back, with a reason, everything that the actor's office forwarded at this very moment.
///
/// # Errors
/// When the actor may not, nothing was forwarded then, or everybody has received it.
pub async fn undo_forwarding(app: &App, actor: &Actor, at: DateTime<Utc>, reason: &str) -> Result<Undone> {
    let reason = super::reason(reason)?;
    let tx = app.db.begin().await?;
    let mut undone = Undone::default();
    for id in store::fan_out::sent_by_at(&tx, actor.office.id, at).await? {
        match recall_in(app, &tx, actor, id, reason.clone()).await {
            Ok(_) => undone.back += 1,
            Err(Error::Refused(Refusal::TooLate | Refusal::AlreadyReturned | Refusal::Recalled)) => {
                undone.kept += 1;
            }
            Err(error) => return Err(error),
        }
    }
    match undone {
        Undone { back: 0, kept: 0 } => Err(Refusal::NotFound.into()),
        Undone { back: 0, .. } => Err(Refusal::TooLate.into()),
        _ => {
            tx.commit().await?;
            Ok(undone)
        }
    }
}
