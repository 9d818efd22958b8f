//! The offices right below a delivery: how far each has come, and which can be sent the letter now.

use crate::app::App;
use crate::domain::delivery::State;
use crate::paths;
use crate::store::reports::DeliveryLine;
use crate::web::badges::{Due, StateBadge};
use crate::web::places::place;
use crate::web::{Frame, Signed};

/// Rows of the table at most; no province has more local administrations.
pub const MOST: u64 = 400;

/// An office below.
#[derive(Debug)]
pub struct Child {
    /// The address of its delivery; empty when the reader may not see it.
    pub href: String,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Where it lies.
    pub place: String,
    /// How far it has come.
    pub state: StateBadge,
    /// When it is due.
    pub due: Due,
    /// How often it was reminded; empty for never.
    pub reminders: String,
    /// Whether a claim of its waits for confirmation.
    pub claimed: bool,
    /// Whether it can be sent the letter now.
    pub waits: bool,
}

/// The rows of a table.
pub fn of(app: &App, officer: &Signed, frame: &Frame, lines: Vec<DeliveryLine>) -> Vec<Child> {
    let (lang, t, now) = (frame.lang, frame.t, officer.visitor.now);
    let child = |line: DeliveryLine| {
        let delivery = &line.delivery;
        let claim = delivery.acknowledged.as_ref();
        let claim = claim.filter(|done| done.confirmed_at.is_none()).map(|done| done.evidence.as_str());
        Child {
            href: paths::Delivery { id: delivery.id }.to_string(),
            place: place(lang, None, line.district.as_deref(), line.province_code.as_deref()),
            state: StateBadge::at_sender(t, delivery),
            due: if delivery.sent_at.is_some() {
                Due::of(lang, delivery, now, &app.holidays)
            } else {
                Due::default()
            },
            reminders: match delivery.reminders {
                0 => String::new(),
                times => times.to_string(),
            },
            claimed: claim == Some("claimed"),
            waits: matches!(delivery.state(), State::Recalled | State::Returned)
                || delivery.sent_at.is_none(),
            code: line.office_code,
            name: line.office_name,
        }
    };
    lines.into_iter().map(child).collect()
}
