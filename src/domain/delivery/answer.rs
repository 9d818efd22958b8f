//! ส่งคืน, ดึงกลับ and เตือน: what goes back up, what is pulled back, who is reminded.

use chrono::{DateTime, Utc};

use super::{Delivery, Ended};
use crate::domain::event::What;
use crate::domain::refusal::Refusal;

impl Delivery {
    /// The office is the wrong addressee and gives the letter back.
    ///
    /// # Errors
    /// What was forwarded or acknowledged, has ended or was never sent.
    pub fn give_back(mut self, reason: String, now: DateTime<Utc>) -> Result<(Self, What), Refusal> {
        self.in_hand()?;
        if self.forwarded.is_some() || self.acknowledged.is_some() {
            return Err(Refusal::TooLate);
        }
        self.ended = Some(Ended { at: now, reason: reason.clone(), returned: true });
        Ok((self, What::Returned { reason }))
    }

    /// The sender pulls back what the office has not received.
    ///
    /// # Errors
    /// What was received, forwarded or acknowledged, has ended or was never sent.
    pub fn recall(mut self, reason: String, now: DateTime<Utc>) -> Result<(Self, What), Refusal> {
        self.in_hand()?;
        if self.received.is_some() || self.forwarded.is_some() || self.acknowledged.is_some() {
            return Err(Refusal::TooLate);
        }
        self.ended = Some(Ended { at: now, reason: reason.clone(), returned: false });
        Ok((self, What::Recalled { reason }))
    }

    /// Reminds the office of what it has not done.
    ///
    /// # Errors
    /// What is done, has ended or was never sent.
    pub fn remind(mut self, message: Option<String>, now: DateTime<Utc>) -> Result<(Self, What), Refusal> {
        self.in_hand()?;
        if let Some(done) = &self.acknowledged {
            return Err(Refusal::AlreadyAcknowledged { by: done.by.clone(), at: done.at });
        }
        if self.children > 0 && self.children_sent >= self.children {
            return Err(Refusal::AlreadyForwarded);
        }
        let times = self.reminders + 1;
        self.reminders = times;
        self.reminded_at = Some(now);
        Ok((self, What::Reminded { times, message }))
    }
}
