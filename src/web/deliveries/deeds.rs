//! Which deeds a reader of a letter's page is offered: those that the role, the office and the letter's state allow.

use crate::domain::actor::{Actor, Deed};
use crate::domain::circular::Circular;
use crate::domain::delivery::{Delivery, may_acknowledge};
use crate::domain::evidence::Evidence;
use crate::domain::ids::OfficeId;
use crate::domain::office::Tier;

/// What is offered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Deeds {
    /// ลงรับ.
    pub receive: bool,
    /// ส่งต่อ.
    pub forward: bool,
    /// รับทราบ.
    pub acknowledge: bool,
    /// ส่งคืน.
    pub give_back: bool,
    /// ดึงกลับ.
    pub recall: bool,
    /// เตือน.
    pub remind: bool,
    /// บันทึกแทน, ลงรับ.
    pub record_received: bool,
    /// บันทึกแทน, รับทราบ.
    pub record_acknowledged: bool,
    /// Confirming or rejecting a claim.
    pub confirm: bool,
    /// Slips of the schools below.
    pub slips: bool,
    /// Print the slips of all schools of the province.
    pub stack: bool,
    /// Slips that came back signed.
    pub returns: bool,
}

impl Deeds {
    /// What an actor is offered; `above` is the office right above the delivery's.
    pub fn of(actor: &Actor, delivery: &Delivery, circular: &Circular, above: OfficeId) -> Self {
        if circular.under_way().is_err() {
            return Self::default();
        }
        if delivery.office == actor.office.id {
            own(actor, delivery)
        } else {
            for_below(actor, delivery, above)
        }
    }

    /// Whether anything can be recorded on behalf.
    pub fn record(&self) -> bool {
        self.record_received || self.record_acknowledged
    }
}

fn own(actor: &Actor, delivery: &Delivery) -> Deeds {
    Deeds {
        receive: actor.may(Deed::Receive) && delivery.may_receive().is_ok(),
        forward: actor.may(Deed::Forward) && delivery.may_forward().is_ok(),
        acknowledge: actor.may(Deed::Acknowledge) && may_acknowledge(delivery, Evidence::Officer).is_ok(),
        give_back: actor.may(Deed::Return) && delivery.clone().give_back(String::new(), now()).is_ok(),
        stack: actor.may(Deed::PrintStack)
            && !actor.may(Deed::PrintSlips)
            && delivery.children > 0
            && delivery.sent_at.is_some(),
        slips: actor.may(Deed::PrintSlips) && delivery.children > 0 && delivery.sent_at.is_some(),
        returns: actor.may(Deed::RecordOnBehalf) && delivery.children > 0 && delivery.sent_at.is_some(),
        ..Deeds::default()
    }
}

fn for_below(actor: &Actor, delivery: &Delivery, above: OfficeId) -> Deeds {
    let right_below = above == actor.office.id;
    let record = actor.may(Deed::RecordOnBehalf);
    let claimed = delivery
        .acknowledged
        .as_ref()
        .is_some_and(|done| done.evidence == Evidence::Claimed && done.confirmed_at.is_none());
    Deeds {
        recall: right_below
            && actor.may(Deed::Recall)
            && delivery.clone().recall(String::new(), now()).is_ok(),
        remind: actor.may(Deed::Remind) && delivery.clone().remind(None, now()).is_ok(),
        record_received: record && delivery.tier != Tier::School && delivery.may_receive().is_ok(),
        record_acknowledged: record && may_acknowledge(delivery, Evidence::OnBehalf).is_ok(),
        confirm: right_below && actor.may(Deed::Confirm) && claimed,
        ..Deeds::default()
    }
}

/// The rules asked here look at states alone, not at the time.
fn now() -> chrono::DateTime<chrono::Utc> {
    chrono::DateTime::UNIX_EPOCH
}
