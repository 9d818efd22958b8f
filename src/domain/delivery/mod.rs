//! A delivery: one circular at one office, with its four facts.
//!
//! The facts stand side by side, each with its time and evidence, since a school may prove what its office never
//! registered; the state is the furthest of them. A transition takes the delivery and gives the new one with the event.

mod acknowledge;
mod answer;
mod forward;
mod open;
mod receive;

use chrono::{DateTime, Utc};

pub use acknowledge::{Acknowledgement, may_acknowledge};
pub use receive::{RegisterNumber, parse_number};

use crate::domain::evidence::Evidence;
use crate::domain::ids::{CircularId, DeliveryId, OfficeId};
use crate::domain::office::Tier;
use crate::domain::refusal::Refusal;
use crate::domain::word::words;

/// The furthest a delivery has come.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// The office above has not forwarded it yet.
    Awaiting,
    /// It is in the office's inbox.
    Sent,
    /// Somebody opened it.
    Opened,
    /// ลงรับแล้ว.
    Received,
    /// ส่งต่อแล้ว, at least in part.
    Forwarded,
    /// รับทราบแล้ว.
    Acknowledged,
    /// ส่งคืน.
    Returned,
    /// ดึงกลับแล้ว.
    Recalled,
}

words!(State {
    Awaiting => "awaiting",
    Sent => "sent",
    Opened => "opened",
    Received => "received",
    Forwarded => "forwarded",
    Acknowledged => "acknowledged",
    Returned => "returned",
    Recalled => "recalled",
});

/// ลงรับ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// When.
    pub at: DateTime<Utc>,
    /// By whom, as shown.
    pub by: String,
    /// The number in the office's register.
    pub number: Option<RegisterNumber>,
    /// How it is known.
    pub evidence: Evidence,
}

/// ส่งต่อ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forwarded {
    /// When first.
    pub at: DateTime<Utc>,
    /// By whom, as shown.
    pub by: String,
}

/// รับทราบ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acknowledged {
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: String,
    /// In which position.
    pub position: String,
    /// How it is known.
    pub evidence: Evidence,
    /// When the local administration confirmed a claim.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// Who confirmed it.
    pub confirmed_by: Option<String>,
}

/// ส่งคืน or ดึงกลับ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// When.
    pub at: DateTime<Utc>,
    /// Why.
    pub reason: String,
    /// Whether it was returned; pulled back otherwise.
    pub returned: bool,
}

/// One circular at one office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// Its id.
    pub id: DeliveryId,
    /// The circular.
    pub circular: CircularId,
    /// The office.
    pub office: OfficeId,
    /// The delivery at the office above; none for a provincial office.
    pub parent: Option<DeliveryId>,
    /// The office's tier.
    pub tier: Tier,
    /// When it came to the office's inbox.
    pub sent_at: Option<DateTime<Utc>>,
    /// When its part should be done.
    pub due_at: Option<DateTime<Utc>>,
    /// When somebody first opened it.
    pub opened_at: Option<DateTime<Utc>>,
    /// ลงรับ.
    pub received: Option<Received>,
    /// ส่งต่อ.
    pub forwarded: Option<Forwarded>,
    /// Deliveries right below it on the route.
    pub children: i32,
    /// How many of them were sent.
    pub children_sent: i32,
    /// รับทราบ.
    pub acknowledged: Option<Acknowledged>,
    /// ส่งคืน or ดึงกลับ.
    pub ended: Option<Ended>,
    /// How often the office was reminded.
    pub reminders: i32,
    /// When last.
    pub reminded_at: Option<DateTime<Utc>>,
}

impl Delivery {
    /// The furthest it has come.
    pub fn state(&self) -> State {
        match () {
            () if self.ended.as_ref().is_some_and(|ended| ended.returned) => State::Returned,
            () if self.ended.is_some() => State::Recalled,
            () if self.acknowledged.is_some() => State::Acknowledged,
            () if self.forwarded.is_some() => State::Forwarded,
            () if self.received.is_some() => State::Received,
            () if self.opened_at.is_some() => State::Opened,
            () if self.sent_at.is_some() => State::Sent,
            () => State::Awaiting,
        }
    }

    /// Refuses what ended and what the office has not been sent.
    fn in_hand(&self) -> Result<(), Refusal> {
        self.not_ended()?;
        if self.sent_at.is_none() { Err(Refusal::NotSent) } else { Ok(()) }
    }

    fn not_ended(&self) -> Result<(), Refusal> {
        match &self.ended {
            Some(ended) if ended.returned => Err(Refusal::AlreadyReturned),
            Some(_) => Err(Refusal::Recalled),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests;
