//! A line of a register, in the words of the forms.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::circular::CircularState;
use crate::domain::delivery::State;
use crate::domain::ids::{CircularId, DeliveryId};
use crate::domain::letter::Urgency;
use crate::domain::thai::dates;
use crate::store::reports::{CircularLine, Kept, RegisterLine};
use crate::text::{Lang, fill};

/// A letter in a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The delivery, or the circular, that it tells of.
    pub of: Of,
    /// The number in this register; none for what was received or sent on without one.
    pub number: Option<Number>,
    /// ที่: the circular's own number.
    pub reference: String,
    /// ลงวันที่: the date on the letter.
    pub dated: Option<NaiveDate>,
    /// จาก.
    pub from: String,
    /// ถึง.
    pub to: String,
    /// เรื่อง.
    pub subject: String,
    /// การปฏิบัติ.
    pub action: String,
    /// หมายเหตุ.
    pub remark: String,
    /// The state of the delivery, or of the circular, by its code.
    pub state: &'static str,
    /// Whether the circular was cancelled.
    pub void: bool,
    /// How urgent it is.
    pub urgency: Urgency,
    /// When the office received it; none for what it issued.
    pub received_at: Option<DateTime<Utc>>,
}

/// What a line tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// What the office received, or sent on.
    Delivery(DeliveryId),
    /// What it issued.
    Circular(CircularId),
}

/// A number as printed, or in figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Number {
    /// `2398/1`.
    Printed(String),
    /// 1247.
    Figures(i64),
}

impl Line {
    /// What an office received, or sent on.
    pub fn of_delivery(line: RegisterLine, kept: Kept) -> Self {
        let RegisterLine { line, issuer, end_reason } = line;
        let delivery = &line.delivery;
        let above = line.parent_name.unwrap_or(issuer);
        let places = [("n", delivery.children_sent)];
        let (from, to) = match kept {
            Kept::Received => (above, line.office_short_name),
            Kept::Forwarded => (line.office_short_name, fill(&Lang::Th.text().sheets.places, &places)),
        };
        let number = delivery.received.as_ref().and_then(|received| received.number.as_ref());
        let number =
            number.filter(|_| kept == Kept::Received).map(|number| Number::Printed(number.text.clone()));
        let own_end = delivery.ended.as_ref().map(|ended| told(delivery.state().as_str(), &ended.reason));
        let states = &Lang::Th.text().states;
        let action = match delivery.state() {
            State::Forwarded | State::Acknowledged if delivery.children > 0 => {
                let share = [("n", delivery.children_sent), ("of", delivery.children)];
                fill(&states.forwarded_of, &share)
            }
            state => states.word(state.as_str()).to_owned(),
        };
        Self {
            of: Of::Delivery(delivery.id),
            number,
            reference: line.reference,
            dated: line.dated,
            from,
            to,
            subject: line.title,
            action,
            remark: own_end.or_else(|| end(line.circular_state, end_reason.as_deref())).unwrap_or_default(),
            state: delivery.state().as_str(),
            void: line.circular_state == CircularState::Cancelled,
            urgency: line.urgency,
            received_at: delivery.received.as_ref().map(|received| received.at),
        }
    }

    /// What an office issued.
    pub fn of_circular(line: CircularLine, from: &str) -> Self {
        let circular = line.circular;
        let (n, of) = line.provinces;
        let reason = circular.void.as_ref().map(|void| void.reason.as_str());
        Self {
            of: Of::Circular(circular.id),
            number: circular.issued.as_ref().map(|issued| Number::Figures(issued.number)),
            reference: circular.issued.as_ref().map(|issued| issued.reference.clone()).unwrap_or_default(),
            dated: circular.issued.as_ref().map(|issued| issued.dated),
            from: from.to_owned(),
            to: circular.letter.to,
            subject: circular.title,
            action: fill(&Lang::Th.text().sheets.received_of, &[("n", n), ("of", of)]),
            remark: end(circular.state, reason).unwrap_or_default(),
            state: circular.state.as_str(),
            void: circular.state == CircularState::Cancelled,
            urgency: circular.letter.urgency,
            received_at: None,
        }
    }

    /// The number as it is read; empty where there is none.
    pub fn number_text(&self) -> String {
        match &self.number {
            Some(Number::Printed(text)) => text.clone(),
            Some(Number::Figures(figures)) => figures.to_string(),
            None => String::new(),
        }
    }

    /// What stands in each column of the forms, in their order.
    pub fn cells(self) -> [String; 8] {
        let number = self.number_text();
        let dated = self.dated.map(dates::short).unwrap_or_default();
        [number, self.reference, dated, self.from, self.to, self.subject, self.action, self.remark]
    }
}

/// What became of a circular that is void: its number stays in the register as ยกเลิก.
fn end(state: CircularState, reason: Option<&str>) -> Option<String> {
    match state {
        CircularState::Cancelled => Some(told(state.as_str(), reason.unwrap_or_default())),
        // The reason says which circular stands in its place.
        CircularState::Superseded => Some(reason.unwrap_or_default().to_owned()),
        CircularState::Draft | CircularState::Issued => None,
    }
}

fn told(state: &str, reason: &str) -> String {
    format!("{} {reason}", Lang::Th.text().states.word(state)).trim_end().to_owned()
}
