//! Rows of registers, in the columns of the regulation's forms 13 and 14.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::circular::CircularState;
use crate::domain::delivery::State;
use crate::domain::thai::dates;
use crate::letters::table_sheet::{Cell, Table};
use crate::store::reports::{CircularLine, Kept, RegisterLine};
use crate::text::{Lang, fill};

/// A letter in a register.
#[derive(Debug, Serialize, ToSchema)]
pub struct Row {
    /// The number in this register: as printed in that of received letters, in figures in that of circulars; none for
    /// what was received or sent on without one.
    number: Option<Number>,
    /// ที่: the circular's own number.
    reference: String,
    /// ลงวันที่: the date on the letter.
    dated: Option<NaiveDate>,
    /// จาก.
    from: String,
    /// ถึง.
    to: String,
    /// เรื่อง.
    subject: String,
    /// การปฏิบัติ.
    action: String,
    /// หมายเหตุ.
    remark: String,
    /// The state of the delivery, or of the circular.
    state: String,
}

/// A number as printed, or in figures.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
pub enum Number {
    /// `2398/1`.
    Printed(String),
    /// 1247.
    Figures(i64),
}

impl Row {
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
            number,
            reference: line.reference,
            dated: line.dated,
            from,
            to,
            subject: line.title,
            action,
            remark: own_end.or_else(|| end(line.circular_state, end_reason.as_deref())).unwrap_or_default(),
            state: delivery.state().to_string(),
        }
    }

    /// What an office issued.
    pub fn of_circular(line: CircularLine, from: &str) -> Self {
        let circular = line.circular;
        let (n, of) = line.provinces;
        let reason = circular.void.as_ref().map(|void| void.reason.as_str());
        Self {
            number: circular.issued.as_ref().map(|issued| Number::Figures(issued.number)),
            reference: circular.issued.as_ref().map(|issued| issued.reference.clone()).unwrap_or_default(),
            dated: circular.issued.as_ref().map(|issued| issued.dated),
            from: from.to_owned(),
            to: circular.letter.to,
            subject: circular.title,
            action: fill(&Lang::Th.text().sheets.received_of, &[("n", n), ("of", of)]),
            remark: end(circular.state, reason).unwrap_or_default(),
            state: circular.state.to_string(),
        }
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

/// A register as a table; `number` heads its first column.
pub fn table(title: String, number: &str, rows: Vec<Row>) -> Table {
    let words = &Lang::Th.text().sheets;
    let columns = [
        number,
        &words.reference,
        &words.dated,
        &words.from,
        &words.to,
        &words.subject,
        &words.action,
        &words.remark,
    ];
    let cells = |row: Row| {
        let number = match row.number {
            Some(Number::Printed(text)) => text,
            Some(Number::Figures(figures)) => figures.to_string(),
            None => String::new(),
        };
        let dated = row.dated.map(dates::short).unwrap_or_default();
        [number, row.reference, dated, row.from, row.to, row.subject, row.action, row.remark]
            .map(|text| Cell::from(text.as_str()))
            .to_vec()
    };
    Table { title, columns: columns.map(str::to_owned).to_vec(), rows: rows.into_iter().map(cells).collect() }
}
