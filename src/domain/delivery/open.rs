//! Opening: somebody saw the letter. Only the first time counts, and it never takes anything back.

use chrono::{DateTime, Utc};

use super::Delivery;
use crate::domain::event::What;

impl Delivery {
    /// Notes that a human opened it; nothing when that is known already or the letter is no longer there.
    pub fn open(mut self, now: DateTime<Utc>) -> Option<(Self, What)> {
        if self.opened_at.is_some() || self.ended.is_some() {
            return None;
        }
        self.opened_at = Some(now);
        Some((self, What::Opened {}))
    }
}
