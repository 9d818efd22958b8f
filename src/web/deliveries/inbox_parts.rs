//! What stands above an inbox's rows: three figures, the tabs, where in the list one is.

use chrono::{DateTime, TimeDelta, Utc};

use super::view::View;
use crate::app::App;
use crate::domain::clock::bangkok_day;
use crate::domain::letter::Urgency;
use crate::domain::office::Tier;
use crate::paths;
use crate::store::reports::{InboxCounts, InboxPart};
use crate::text::amounts::count;
use crate::text::{Text, fill};
use crate::web::Frame;
use crate::web::query::with_query;

/// Letters a page.
pub const PAGE: u64 = 50;

#[derive(Debug)]
pub struct Figure {
    pub href: String,
    pub n: String,
    pub what: String,
    pub line: String,
    pub alarm: bool,
}

#[derive(Debug)]
pub struct Tab {
    pub href: String,
    pub label: String,
    pub n: String,
    pub current: bool,
}

#[derive(Debug)]
pub struct Shown {
    pub from: String,
    pub to: String,
    pub of: String,
    pub next: String,
    pub previous: String,
}

/// A tab: the word in the address, the part of the inbox, how its count is found.
pub type TabOf = (&'static str, Option<InboxPart>, fn(&InboxCounts) -> i64);

/// Every tab.
pub const TABS: [TabOf; 8] = [
    ("todo", Some(InboxPart::ToDo), |counts| counts.to_do),
    ("sent", Some(InboxPart::ToReceive), |counts| counts.to_receive),
    ("received", Some(InboxPart::ToForward), |counts| counts.to_forward),
    ("forwarded", Some(InboxPart::Forwarded), |counts| counts.forwarded),
    ("acknowledged", Some(InboxPart::Acknowledged), |counts| counts.acknowledged),
    ("returned", Some(InboxPart::Ended), |counts| counts.ended),
    ("overdue", Some(InboxPart::Overdue), |counts| counts.overdue),
    ("all", None, |counts| counts.all),
];

pub fn figures(
    frame: &Frame,
    tier: Tier,
    counts: &InboxCounts,
    app: &App,
    now: DateTime<Utc>,
) -> Vec<Figure> {
    let words = &frame.t.inbox;
    let figure = |state: &str, n: i64, what: &str, line: String| Figure {
        href: with_query(paths::Deliveries, &[("state", state)]),
        n: count(n),
        what: what.to_owned(),
        line,
        alarm: false,
    };
    let urgent = match counts.most_urgent {
        0 => words.none_most_urgent.clone(),
        n => fill(&words.most_urgent, &[("n", n)]),
    };
    let oldest = counts.oldest_due.map(|due_at| {
        let last = bangkok_day(due_at - TimeDelta::microseconds(1));
        let days = app.holidays.working_days_between(last, bangkok_day(now)).max(1);
        fill(&words.oldest, &[("n", days)])
    });
    let late = Figure {
        alarm: counts.overdue > 0,
        ..figure("overdue", counts.overdue, &words.overdue, oldest.unwrap_or(words.none_overdue.clone()))
    };
    if tier == Tier::School {
        let line = words.acknowledged_line.clone();
        return vec![
            figure("sent", counts.to_receive, &words.to_acknowledge, urgent),
            figure("acknowledged", counts.acknowledged, &words.acknowledged, line),
            late,
        ];
    }
    let line = if tier == Tier::Local { &words.to_forward_schools } else { &words.to_forward_locals };
    vec![
        figure("sent", counts.to_receive, &words.to_receive, urgent),
        figure("received", counts.to_forward, &words.to_forward, line.clone()),
        late,
    ]
}

pub fn tabs(t: &Text, tier: Tier, counts: &InboxCounts, current: &str, view: &View) -> Vec<Tab> {
    let label = |word: &str| match word {
        "todo" => &t.inbox.todo,
        "sent" if tier == Tier::School => &t.inbox.to_acknowledge,
        "sent" => &t.inbox.to_receive,
        "received" => &t.inbox.to_forward,
        "forwarded" => &t.inbox.forwarded,
        "acknowledged" => &t.inbox.acknowledged,
        "returned" => &t.inbox.returned,
        "overdue" => &t.inbox.overdue,
        _ => &t.inbox.all,
    };
    let passes_on = tier != Tier::School;
    TABS.iter()
        .filter(|(word, ..)| passes_on || !matches!(*word, "todo" | "received" | "forwarded"))
        .map(|(word, _, n)| Tab {
            href: view.address(word, None),
            label: label(word).clone(),
            n: count(n(counts)),
            current: *word == current || (!passes_on && current == "todo" && *word == "sent"),
        })
        .collect()
}

pub fn pages(skip: u64, shown: usize, of: i64, view: &View) -> Option<Shown> {
    let first = i64::try_from(skip).unwrap_or(i64::MAX) + 1;
    let last = first + i64::try_from(shown).unwrap_or_default() - 1;
    let to = |page: u64| view.address(&view.state, Some(page));
    let page = skip / PAGE + 1;
    (shown > 0).then(|| Shown {
        from: count(first),
        to: count(last),
        of: count(of),
        next: if last < of { to(page + 1) } else { String::new() },
        previous: if page > 1 { to(page - 1) } else { String::new() },
    })
}

/// The urgencies to choose from, the most urgent first; `normal` letters carry no stamp to look for.
pub fn urgencies(t: &'static Text, view: &View) -> Vec<(&'static str, &'static str, bool)> {
    let stamped = Urgency::ALL.iter().rev().filter(|urgency| **urgency != Urgency::Normal);
    let option = |urgency: &Urgency| {
        (urgency.as_str(), t.urgency.word(urgency.as_str()), view.urgency() == Some(*urgency))
    };
    stamped.map(option).collect()
}

pub fn empty_line(t: &Text, state: &str, view: &View) -> String {
    let words = view.q.trim();
    match state {
        _ if !words.is_empty() => fill(&t.inbox.empty_search, &[("words", words)]),
        "todo" | "sent" | "received" | "overdue" => t.inbox.empty_done.clone(),
        _ => t.inbox.empty_other.clone(),
    }
}
