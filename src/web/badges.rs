//! States and due times as badges show them: a shape's code and words.

use chrono::{DateTime, Utc};

use crate::domain::clock::bangkok_day;
use crate::domain::deadline::{DueState, Holidays, due_state};
use crate::domain::delivery::{Delivery, State};
use crate::domain::office::Tier;
use crate::text::{Lang, Text, dates, fill};

/// Working days from which on a due time is shown as coming soon.
const SOON: i64 = 2;

/// When something is due, as `badge::due` reads it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Due {
    /// `soon`, `today`, `late`, or empty for the plain date.
    pub code: &'static str,
    /// Working days left or passed.
    pub n: String,
    /// `2026-06-08`; empty when nothing is due.
    pub iso: String,
    /// The day as read.
    pub date: String,
}

impl Due {
    /// The due time of a delivery: a badge while its part is not done, the plain date afterwards.
    pub fn of(lang: Lang, delivery: &Delivery, now: DateTime<Utc>, holidays: &Holidays) -> Self {
        let due = Self::at(lang, delivery.due_at, now, holidays);
        if is_done(delivery) { Self { code: "", n: String::new(), ..due } } else { due }
    }

    /// A due time while something is left to do; nothing where there is none.
    pub fn at(lang: Lang, due_at: Option<DateTime<Utc>>, now: DateTime<Utc>, holidays: &Holidays) -> Self {
        let Some(due_at) = due_at else { return Self::default() };
        // The due time is the midnight that ends the last day.
        let day = bangkok_day(due_at - chrono::TimeDelta::microseconds(1));
        let plain = Self { iso: day.to_string(), date: dates::day(lang, day), ..Self::default() };
        let with = |code: &'static str, n: i64| Self { code, n: n.to_string(), ..plain.clone() };
        match due_state(due_at, now, holidays) {
            DueState::Today => with("today", 0),
            DueState::Late(days) => with("late", days),
            DueState::Left(days) if days <= SOON => with("soon", days),
            DueState::Left(_) => plain,
        }
    }
}

/// Whether nothing is left to do at an office.
pub fn is_done(delivery: &Delivery) -> bool {
    let passed_on = delivery.children > 0 && delivery.children_sent >= delivery.children;
    delivery.ended.is_some() || passed_on || (delivery.children == 0 && delivery.acknowledged.is_some())
}

/// A state: the code of its shape, its words, and a second line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StateBadge {
    /// The code of the shape and colour.
    pub code: &'static str,
    /// The words beside it.
    pub words: String,
    /// The line beneath; may be empty.
    pub second: String,
}

impl StateBadge {
    /// As the office itself reads it in its inbox: what is to do.
    pub fn at_office(t: &Text, delivery: &Delivery) -> Self {
        let words = &t.states;
        let school = delivery.tier == Tier::School;
        let said = match delivery.state() {
            State::Sent if school => words.sent_school.clone(),
            State::Sent => words.sent_inbox.clone(),
            State::Opened if school => words.opened_school.clone(),
            State::Opened => words.opened_inbox.clone(),
            _ => return Self::at_sender(t, delivery),
        };
        Self { code: delivery.state().as_str(), words: said, second: String::new() }
    }

    /// As offices above read it: how far it has come.
    pub fn at_sender(t: &Text, delivery: &Delivery) -> Self {
        let state = delivery.state();
        let number = delivery.received.as_ref().and_then(|received| received.number.as_ref());
        let number = number.map(|number| fill(&t.states.received_number, &[("number", &number.text)]));
        let words = match state {
            State::Forwarded => {
                let counts = [("n", delivery.children_sent), ("of", delivery.children)];
                fill(&t.states.forwarded_of, &counts)
            }
            _ => t.states.word(state.as_str()).to_owned(),
        };
        Self { code: state.as_str(), words, second: number.unwrap_or_default() }
    }
}
