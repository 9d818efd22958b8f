//! What a letter asks for, each with its day.

use chrono::NaiveDate;

use crate::domain::letter::{Duty, DutyKind};
use crate::text::{Lang, dates, fill};

/// Something to do.
#[derive(Debug, Clone, Default)]
pub struct DutyRow {
    /// The day, large: "31", "12–13".
    pub day: String,
    /// Month and year beneath it.
    pub month: String,
    /// What.
    pub what: String,
    /// When in full, and through what.
    pub line: String,
}

/// The duties of a letter, by their last day.
pub fn of(lang: Lang, duties: &[Duty]) -> Vec<DutyRow> {
    let mut sorted: Vec<&Duty> = duties.iter().collect();
    sorted.sort_by_key(|duty| duty.to);
    sorted.into_iter().map(|duty| row(lang, duty)).collect()
}

fn row(lang: Lang, duty: &Duty) -> DutyRow {
    let words = &lang.text().letter_page;
    let range = dates::range(lang, duty.from, duty.to);
    let line = match duty.channel.as_deref() {
        Some(channel) => fill(&words.through, &[("when", range.as_str()), ("channel", channel)]),
        None => range,
    };
    let what = match duty.kind {
        DutyKind::Submission => &words.submission,
        DutyKind::Event => &words.event,
        DutyKind::Deadline => &words.deadline,
    };
    let starts = duty.from.filter(|from| duty.kind == DutyKind::Event && same_month(*from, duty.to));
    DutyRow { line, what: what.clone(), ..day(lang, starts, duty.to) }
}

/// A day with its month, the first day before it where it is an event of several.
pub fn day(lang: Lang, from: Option<NaiveDate>, to: NaiveDate) -> DutyRow {
    let written = dates::day(lang, to);
    let (last, month) = written.split_once(' ').unwrap_or((&written, ""));
    let first = from.filter(|from| *from != to).map(|from| format!("{}–", from.format("%-d")));
    DutyRow {
        day: format!("{}{last}", first.unwrap_or_default()),
        month: month.to_owned(),
        ..DutyRow::default()
    }
}

fn same_month(one: NaiveDate, other: NaiveDate) -> bool {
    one.format("%Y-%m").to_string() == other.format("%Y-%m").to_string()
}
