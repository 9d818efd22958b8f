//! ส่งต่อ: the office passes the letter on to offices below it.

use chrono::{DateTime, Utc};

use super::{Delivery, Forwarded};
use crate::domain::event::What;
use crate::domain::ids::DeliveryId;
use crate::domain::refusal::Refusal;

impl Delivery {
    /// Refuses what cannot be forwarded (any further).
    ///
    /// # Errors
    /// What was not received, has ended, has nothing below it or was forwarded to everybody.
    pub fn may_forward(&self) -> Result<(), Refusal> {
        self.in_hand()?;
        match () {
            () if self.received.is_none() => Err(Refusal::NotReceived),
            () if self.children == 0 => Err(Refusal::NothingBelow),
            () if self.children_sent >= self.children => Err(Refusal::AlreadyForwarded),
            () => Ok(()),
        }
    }

    /// Passes it on to these deliveries, which wait below it.
    ///
    /// # Errors
    /// As [`Delivery::may_forward`]; also when nobody is named.
    pub fn forward(
        mut self,
        to: Vec<DeliveryId>,
        by: &str,
        now: DateTime<Utc>,
    ) -> Result<(Self, What), Refusal> {
        self.may_forward()?;
        let sent = i32::try_from(to.len()).unwrap_or(i32::MAX);
        if sent == 0 {
            return Err(Refusal::AlreadyForwarded);
        }
        self.children_sent = self.children_sent.saturating_add(sent).min(self.children);
        self.forwarded.get_or_insert_with(|| Forwarded { at: now, by: by.to_owned() });
        Ok((self, What::Forwarded { to }))
    }

    /// Takes one of those below back from the count, after it was returned or pulled back.
    #[must_use]
    pub fn one_back(mut self) -> Self {
        self.children_sent = (self.children_sent - 1).max(0);
        if self.children_sent == 0 {
            self.forwarded = None;
        }
        self
    }
}
