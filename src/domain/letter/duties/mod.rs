//! Dated duties: every day or range of days in the text, with what is to be done and through which address.

mod acts;
mod channel;
mod lead;

use std::collections::HashSet;

use chrono::NaiveDate;

use self::acts::{Act, Acts};
use self::lead::Lead;
use super::links::Link;
use super::reading::{Duty, DutyKind};
use crate::domain::thai::dates::{DateText, DateValue, find_dates};
use crate::domain::thai::fold_digits;

/// A duty and where its date stands, in bytes.
pub(super) struct DutyText {
    pub start: usize,
    pub end: usize,
    pub duty: Duty,
}

/// All duties of a text in their order, each once. `dated` is the letter's own date: what the text tells as done
/// before it is no duty.
pub(super) fn duties(text: &str, links: &[Link], dated: Option<NaiveDate>) -> Vec<DutyText> {
    let acts = Acts::of(text);
    let days_named = find_dates(text);
    let mut seen = HashSet::new();
    let mut found: Vec<DutyText> = Vec::new();
    // Several days of one month ("15 และ 22 กรกฎาคม") stand in one place.
    let (mut before, mut place) = (0, 0..0);
    for date in &days_named {
        if date.start >= place.end {
            before = place.end;
            place = date.start..date.end;
        }
        let Some((from, to)) = days(date) else { continue };
        let after = days_named.partition_point(|other| other.start < date.end);
        let after = days_named.get(after).map_or(text.len(), |date| date.start);
        let Some((kind, act)) = kind(text, &acts, date, before, after) else { continue };
        let told = dated.is_some_and(|dated| to < dated && acts.told_as_past(date.start));
        if told || !seen.insert((kind, from, to)) {
            continue;
        }
        let span = channel::Span { text, acts: &acts, dates: &days_named, date, before, after, act };
        let channel = span.channel(links, kind);
        let words = text.get(date.start..date.end).unwrap_or("");
        let words = fold_digits(&words.split_whitespace().collect::<Vec<_>>().join(" "));
        found.push(DutyText {
            start: date.start,
            end: date.end,
            duty: Duty { kind, from, to, text: words, channel },
        });
    }
    found
}

/// The days of a date that names any.
fn days(date: &DateText) -> Option<(Option<NaiveDate>, NaiveDate)> {
    match date.value {
        DateValue::Day(day) => Some((None, day)),
        DateValue::Range(from, to) => Some((Some(from), to)),
        _ => None,
    }
}

/// What sort of duty a date sets, and the act that decides it; `None` when it sets none.
fn kind(
    text: &str,
    acts: &Acts,
    date: &DateText,
    before: usize,
    after: usize,
) -> Option<(DutyKind, Option<Act>)> {
    let floor = acts.clause_start(date.start).max(before);
    let act = acts
        .last_between(floor, date.start)
        .or_else(|| acts.last_between(acts.clause_start(date.start), date.start))
        .or_else(|| acts.first_between(date.end, acts.clause_end(date.end).min(after)));
    let lead = Lead::of(text, floor, date);
    let kind = match (lead, act) {
        (Lead::Past | Lead::Onwards, _) | (Lead::None, None) => return None,
        (Lead::By, _) => DutyKind::Deadline,
        (_, Some(act)) if act.sends => DutyKind::Submission,
        (Lead::Until, _) => DutyKind::Deadline,
        (_, Some(_)) => DutyKind::Event,
        // "รุ่นที่ 2 ระหว่างวันที่ …" in a list goes on with what the lines above it speak of.
        (Lead::On, None) => match acts.last_between(0, date.start) {
            Some(act) if act.sends => DutyKind::Submission,
            _ => DutyKind::Event,
        },
    };
    Some((kind, act))
}

#[cfg(test)]
mod tests;
