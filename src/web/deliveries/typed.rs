//! What was typed into the forms of a letter's page; it is kept when something is wrong with it.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Utc};
use serde::Deserialize;

use crate::actions::{ReceiveNumber, Record, RecordedFact};
use crate::domain::refusal::Refusal;
use crate::store::fan_out::Below;

/// The fields of all the forms; each form sends its own.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// `next`, `given` or `without`.
    pub numbering: String,
    /// The number given.
    pub number: String,
    /// Codes of the offices to forward to.
    pub to: Vec<String>,
    /// Not empty: to everybody below.
    pub all: String,
    /// Who takes note, or said so.
    pub name: String,
    /// In which position.
    pub position: String,
    /// A note.
    pub note: String,
    /// A reason.
    pub reason: String,
    /// A word to those reminded.
    pub message: String,
    /// `received` or `acknowledged`.
    pub fact: String,
    /// `paper` or `telephone`.
    pub by: String,
    /// The day of it, `2026-06-08`; empty for now.
    pub day: String,
    /// The time of it, `09:30`.
    pub time: String,
    /// `confirm` or `reject`.
    pub decision: String,
}

/// What is wrong with a form: which one, where, and the sentence.
#[derive(Debug, Clone)]
pub struct Wrong {
    /// The form's name.
    pub form: &'static str,
    /// The field; empty for the form as a whole.
    pub field: &'static str,
    /// The sentence.
    pub sentence: String,
}

impl Typed {
    /// Under which number to receive.
    pub fn receive_number(&self) -> ReceiveNumber {
        match self.numbering.as_str() {
            "given" => ReceiveNumber::Given(self.number.clone()),
            "without" => ReceiveNumber::Without,
            _ => ReceiveNumber::Next,
        }
    }

    /// To whom to forward.
    pub fn below(&self) -> Below {
        if self.all.is_empty() { Below::Codes(self.to.clone()) } else { Below::All }
    }

    /// What to record for an office below.
    ///
    /// # Errors
    /// When fact, source or time is none.
    pub fn record(&self) -> Result<Record, Refusal> {
        Ok(Record {
            fact: match self.fact.as_str() {
                "received" => RecordedFact::Received,
                "acknowledged" => RecordedFact::Acknowledged,
                _ => return Err(Refusal::Missing { field: "fact" }),
            },
            name: self.name.clone(),
            position: self.position.clone(),
            by: self.by.parse().map_err(|_| Refusal::Missing { field: "by" })?,
            at: self.at()?,
            note: self.note.clone(),
        })
    }

    /// The moment typed, in Thailand; the day alone means its beginning of office hours.
    fn at(&self) -> Result<Option<DateTime<Utc>>, Refusal> {
        let wrong = Refusal::Malformed { field: "at" };
        if self.day.trim().is_empty() {
            return if self.time.trim().is_empty() { Ok(None) } else { Err(wrong) };
        }
        let day: NaiveDate = self.day.trim().parse().map_err(|_| wrong.clone())?;
        let time = match self.time.trim() {
            "" => "08:30",
            typed => typed,
        };
        let time = NaiveTime::parse_from_str(time, "%H:%M").map_err(|_| wrong.clone())?;
        let bangkok = FixedOffset::east_opt(7 * 3600).ok_or(wrong.clone())?;
        let at = day.and_time(time).and_local_timezone(bangkok).single().ok_or(wrong)?;
        Ok(Some(at.with_timezone(&Utc)))
    }
}
