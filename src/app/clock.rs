//! Time, passed in: the system's in production, a hand that tests move otherwise.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, NaiveDate, SubsecRound as _, Utc};

use crate::domain::clock::bangkok_day;

/// Tells the time to the microsecond, which is what both databases keep.
#[derive(Debug, Clone, Default)]
pub struct Clock(Option<Arc<Mutex<DateTime<Utc>>>>);

impl Clock {
    /// The system's clock.
    pub const fn system() -> Self {
        Self(None)
    }

    /// A clock that stands still until it is set.
    pub fn standing(at: DateTime<Utc>) -> Self {
        Self(Some(Arc::new(Mutex::new(at))))
    }

    /// Now, in UTC.
    pub fn now(&self) -> DateTime<Utc> {
        let now = match &self.0 {
            Some(hand) => *hand.lock().unwrap_or_else(PoisonError::into_inner),
            None => Utc::now(),
        };
        now.trunc_subsecs(6)
    }

    /// Today in Thailand.
    pub fn today(&self) -> NaiveDate {
        bangkok_day(self.now())
    }

    /// Moves a standing clock; the system's goes on as it does.
    pub fn set(&self, at: DateTime<Utc>) {
        if let Some(hand) = &self.0 {
            *hand.lock().unwrap_or_else(PoisonError::into_inner) = at;
        }
    }
}
