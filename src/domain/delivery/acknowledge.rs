//! รับทราบ: somebody takes note of the letter for the office.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Acknowledged, Delivery};
use crate::domain::event::{OnBehalf, What};
use crate::domain::evidence::Evidence;
use crate::domain::office::Tier;
use crate::domain::refusal::{Refusal, optional, required};

/// The most characters of a person's name and of a position.
const LONGEST_NAME: usize = 120;
/// The most characters of a note.
const LONGEST_NOTE: usize = 1000;

/// How far ahead a phone's clock may be.
const CLOCKS_DIFFER: TimeDelta = TimeDelta::minutes(5);

/// Who takes note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acknowledgement {
    /// Name.
    pub name: String,
    /// Position.
    pub position: String,
    /// A word to the sender.
    pub note: Option<String>,
    /// When it was written, where it waited on a phone for the signal.
    pub written_at: Option<DateTime<Utc>>,
}

impl Acknowledgement {
    /// Reads a form.
    ///
    /// # Errors
    /// When name or position is missing or too long.
    pub fn parse(name: &str, position: &str, note: &str) -> Result<Self, Refusal> {
        Ok(Self {
            name: required("name", name, LONGEST_NAME)?,
            position: required("position", position, LONGEST_NAME)?,
            note: optional("note", note, LONGEST_NOTE)?,
            written_at: None,
        })
    }

    /// As written between the issue of the letter and now; a phone's clock that is a little ahead is taken as now.
    ///
    /// # Errors
    /// A time in the future, or before the letter was issued.
    pub fn written_between(mut self, issued_at: DateTime<Utc>, now: DateTime<Utc>) -> Result<Self, Refusal> {
        match self.written_at {
            Some(at) if at > now + CLOCKS_DIFFER => return Err(Refusal::InFuture { field: "at" }),
            Some(at) if at < issued_at => return Err(Refusal::Malformed { field: "at" }),
            Some(at) => self.written_at = Some(at.min(now)),
            None => {}
        }
        Ok(self)
    }
}

/// Whether a delivery can be acknowledged with this evidence. A school may take note of what its office has not
/// forwarded, by its link or on the public page; an office must have received first.
///
/// # Errors
/// What was acknowledged before (saying by whom), has ended, was not sent or not received.
pub fn may_acknowledge(delivery: &Delivery, evidence: Evidence) -> Result<(), Refusal> {
    delivery.not_ended()?;
    if let Some(done) = &delivery.acknowledged {
        return Err(Refusal::AlreadyAcknowledged { by: done.by.clone(), at: done.at });
    }
    if delivery.tier == Tier::School {
        return if evidence == Evidence::Officer { delivery.in_hand() } else { Ok(()) };
    }
    delivery.in_hand()?;
    if delivery.received.is_none() { Err(Refusal::NotReceived) } else { Ok(()) }
}

impl Delivery {
    /// Takes note of it.
    ///
    /// # Errors
    /// As [`may_acknowledge`].
    pub fn acknowledge(
        mut self,
        by: Acknowledgement,
        evidence: Evidence,
        on_behalf: Option<OnBehalf>,
        now: DateTime<Utc>,
    ) -> Result<(Self, What), Refusal> {
        may_acknowledge(&self, evidence)?;
        self.acknowledged = Some(Acknowledged {
            at: now,
            by: by.name.clone(),
            position: by.position.clone(),
            evidence,
            confirmed_at: None,
            confirmed_by: None,
        });
        let Acknowledgement { name, position, note, written_at } = by;
        Ok((self, What::Acknowledged { name, position, note, on_behalf, written_at }))
    }

    /// Confirms what somebody claimed on the public page.
    ///
    /// # Errors
    /// When there is no claim, or it was confirmed before.
    pub fn confirm(mut self, by: &str, now: DateTime<Utc>) -> Result<(Self, What), Refusal> {
        let claim = self.acknowledged.as_mut().filter(|done| done.evidence == Evidence::Claimed);
        let claim = claim.filter(|claim| claim.confirmed_at.is_none()).ok_or(Refusal::NoClaim)?;
        claim.confirmed_at = Some(now);
        claim.confirmed_by = Some(by.to_owned());
        Ok((self, What::Confirmed {}))
    }

    /// Sets a claim aside that was not the school's, so that the school can take note itself.
    ///
    /// # Errors
    /// When there is no claim, or it was confirmed before.
    pub fn reject_claim(mut self, reason: String) -> Result<(Self, What), Refusal> {
        let claim = self.acknowledged.as_ref().filter(|done| done.evidence == Evidence::Claimed);
        claim.filter(|claim| claim.confirmed_at.is_none()).ok_or(Refusal::NoClaim)?;
        self.acknowledged = None;
        Ok((self, What::ClaimRejected { reason }))
    }
}
