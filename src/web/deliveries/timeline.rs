//! The timeline: what happened when, by whom and how it is known, and how many working days the letter rested where.

use chrono::{DateTime, Utc};

use crate::app::App;
use crate::domain::clock::bangkok_day;
use crate::domain::delivery::Delivery;
use crate::domain::event::{OnBehalf, What};
use crate::store::reports::Entry;
use crate::text::{Lang, dates, fill};
use crate::web::badges::is_done;

/// A line: an event, or a stretch in which nothing happened.
#[derive(Debug, Default)]
pub struct Line {
    /// Working days that the letter rested, and where; empty for an event.
    pub rested: String,
    /// The day.
    pub day: String,
    /// The time.
    pub time: String,
    /// ISO 8601.
    pub iso: String,
    /// The code of the shape.
    pub icon: &'static str,
    /// The colour's class.
    pub colour: &'static str,
    /// What happened.
    pub what: String,
    /// The code of its evidence.
    pub evidence: &'static str,
    /// Who, with number or position.
    pub who: String,
    /// A note, a reason, a message, or whose word it was.
    pub note: String,
}

/// Whose the letter is, and where it is looked at: short names.
#[derive(Debug, Clone, Copy)]
pub struct Ends<'a> {
    /// The office that issued it.
    pub issuer: &'a str,
    /// The office of the delivery.
    pub here: &'a str,
}

/// The lines, oldest first.
pub fn of(
    app: &App,
    lang: Lang,
    now: DateTime<Utc>,
    entries: &[Entry],
    delivery: &Delivery,
    ends: Ends<'_>,
) -> Vec<Line> {
    let mut lines = Vec::with_capacity(entries.len() * 2);
    let mut last: Option<DateTime<Utc>> = None;
    let rest = |from: DateTime<Utc>, to: DateTime<Utc>, office: &str, until_now: bool| {
        let days = app.holidays.working_days_between(bangkok_day(from), bangkok_day(to));
        let words = &lang.text().timeline;
        let sentence = if until_now { &words.rests } else { &words.rested };
        let office = if office.is_empty() { &words.on_the_way } else { office };
        let said = fill(sentence, &[("office", office.to_owned()), ("n", days.to_string())]);
        (days > 0).then(|| Line { rested: said, ..Line::default() })
    };
    for entry in entries {
        let at = entry.recorded.event.at;
        lines.extend(last.and_then(|last| rest(last, at, &entry.office, false)));
        lines.push(line(lang, entry, ends.issuer));
        last = Some(at);
    }
    if let (Some(last), false) = (last, is_done(delivery)) {
        lines.extend(rest(last, now, ends.here, true));
    }
    lines
}

/// Working days from the issue to the last event.
pub fn total(app: &App, lang: Lang, entries: &[Entry]) -> String {
    let (Some(first), Some(last)) = (entries.first(), entries.last()) else { return String::new() };
    let day = |entry: &Entry| bangkok_day(entry.recorded.event.at);
    let days = app.holidays.working_days_between(day(first), day(last));
    fill(&lang.text().timeline.total, &[("n", days)])
}

fn line(lang: Lang, entry: &Entry, issuer: &str) -> Line {
    let event = &entry.recorded.event;
    let office = match entry.office.as_str() {
        "" => issuer,
        office => office,
    };
    let (icon, colour) = shape(&event.what);
    let (sentence, more, note) = told(lang, &event.what);
    // Who takes note says so with a position; the event's author is the same person, or who recorded it.
    let by = match &event.what {
        What::Acknowledged { on_behalf: None, .. } => "",
        _ => event.by.who.as_str(),
    };
    let who = [by, more.as_str()];
    Line {
        day: dates::day_of(lang, event.at),
        time: dates::time(lang, event.at),
        iso: dates::iso(event.at),
        icon,
        colour,
        what: fill(&sentence, &[("office", office)]),
        evidence: event.evidence.as_str(),
        who: who.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
        note,
        ..Line::default()
    }
}

fn shape(what: &What) -> (&'static str, &'static str) {
    match what {
        What::Issued { .. } => ("issued", "c-acknowledged"),
        What::Opened {} => ("opened", "c-received"),
        What::Received { .. } => ("received", "c-received"),
        What::Forwarded { .. } => ("forwarded", "c-forwarded"),
        What::Acknowledged { .. } | What::Confirmed {} => ("acknowledged", "c-acknowledged"),
        What::ClaimRejected { .. } => ("claimed", "c-back"),
        What::Returned { .. } => ("returned", "c-back"),
        What::Recalled { .. } => ("recalled", "c-back"),
        What::Reminded { .. } => ("bell", "c-wait"),
        What::EnclosureReplaced { .. } | What::SymbolProven { .. } => ("doc", "c-wait"),
        What::Cancelled { .. } => ("cancelled", "c-wait"),
        What::Superseded { .. } => ("superseded", "c-wait"),
    }
}

/// The sentence with a place for the office, what stands beside the person, and the note.
fn told(lang: Lang, what: &What) -> (String, String, String) {
    let t = lang.text();
    let words = &t.timeline;
    let plain = |sentence: &str| (sentence.to_owned(), String::new(), String::new());
    let because = |sentence: &str, reason: &str| (sentence.to_owned(), String::new(), reason.to_owned());
    let counted = |sentence: &str, n: String| fill(sentence, &[("n", n.as_str()), ("office", "{office}")]);
    match what {
        What::Issued { reference, .. } => (words.issued.clone(), reference.clone(), String::new()),
        What::SymbolProven { .. } => plain(&words.symbol_proven),
        What::Opened {} => plain(&words.opened),
        What::Received { number, on_behalf } => {
            let number = number.as_ref().map(|number| fill(&t.states.received_number, &[("number", number)]));
            (words.received.clone(), number.unwrap_or_default(), on_behalf_note(lang, on_behalf.as_ref()))
        }
        What::Forwarded { to } => {
            (counted(&words.forwarded, to.len().to_string()), String::new(), String::new())
        }
        What::Acknowledged { name, position, note, on_behalf, written_at } => {
            let written = written_at.map(|at| fill(&words.written, &[("at", dates::moment(lang, at))]));
            let note = [written, note.clone()].into_iter().flatten().collect::<Vec<_>>().join(" · ");
            match on_behalf {
                Some(_) => {
                    (words.acknowledged.clone(), String::new(), on_behalf_note(lang, on_behalf.as_ref()))
                }
                None => (words.acknowledged.clone(), format!("{name} · {position}"), note),
            }
        }
        What::Confirmed {} => plain(&words.confirmed),
        What::ClaimRejected { reason } => because(&words.claim_rejected, reason),
        What::Returned { reason } => because(&words.returned, reason),
        What::Recalled { reason } => because(&words.recalled, reason),
        What::Reminded { times, message } => {
            let message = message.clone().unwrap_or_default();
            (counted(&words.reminded, times.to_string()), String::new(), message)
        }
        What::EnclosureReplaced { version, .. } => {
            (counted(&words.replaced, version.to_string()), String::new(), String::new())
        }
        What::Cancelled { reason } => because(&words.cancelled, reason),
        What::Superseded { reason, .. } => because(&words.superseded, reason),
    }
}

fn on_behalf_note(lang: Lang, on_behalf: Option<&OnBehalf>) -> String {
    let Some(word) = on_behalf else { return String::new() };
    let words = &lang.text().timeline;
    let by = match word.by {
        crate::domain::event::Source::Paper => &words.paper,
        crate::domain::event::Source::Telephone => &words.telephone,
    };
    let pairs = [
        ("by", by.clone()),
        ("name", word.name.clone()),
        ("position", word.position.clone()),
        ("at", dates::moment(lang, word.at)),
        ("note", word.note.clone()),
    ];
    fill(&words.on_behalf, &pairs)
}
