//! Pictures of time: the curves against the deadline, and how long letters rest at each hop.

use chrono::{Datelike as _, NaiveDate};

use super::curves::{self, Said, Series};
use super::days::Days;
use super::dwell::{self, Hop, Row};
use super::picture::{Cell, Picture, Table};
use super::subject::Subject;
use crate::domain::clock::bangkok_day;
use crate::domain::office::Tier;
use crate::paths;
use crate::store::reports::{OnDay, Stay};
use crate::text::amounts::count;
use crate::text::{dates, fill};

/// Labels below the curves, at most.
const LABELS: i64 = 5;

/// The curves of every tier that has more than one office, so that a province is not told of itself alone.
pub fn curves(of: &Subject<'_>, facts: &[OnDay]) -> Picture {
    let (t, words, holidays) = (of.t, &of.t.pictures, &of.app.holidays);
    let issued = bangkok_day(of.issued.at);
    let days = Days::new(issued, of.today(), of.circular.letter.urgency, of.leaf, facts, holidays);
    let series = |tier: Tier| {
        let sums: Vec<i64> = days.sums(tier, facts).iter().map(|(_, n)| *n).collect();
        let all = of.progress.tier(tier).total;
        let n = sums.last().copied().unwrap_or_default();
        let (word, has) = if tier == of.leaf {
            (&t.states.acknowledged, "acknowledged")
        } else {
            (&t.states.received, "received")
        };
        Series {
            tier,
            of: all,
            words: format!(
                "{} {word} {}/{} ({}%)",
                of.tier(tier),
                count(n),
                count(all),
                n * 100 / all.max(1)
            ),
            href: of.list(&format!("tier={tier}&has={has}")),
            sums,
        }
    };
    let all: Vec<Series> =
        of.tiers().filter(|tier| *tier == of.leaf || of.progress.tier(*tier).total > 1).map(series).collect();
    let deadline = [("date", dates::day(of.lang, days.deadline))];
    let said = Said {
        title: words.curves_title.clone(),
        deadline: fill(&words.deadline, &deadline),
        labels: labels(of, &days),
    };
    let draw = |class, wide| curves::draw(class, wide, &said, &days, holidays, &all);
    let mut heads = vec![words.day.clone()];
    heads.extend(all.iter().map(|series| of.tier(series.tier).to_owned()));
    let row = |(at, day): (usize, NaiveDate)| {
        let mut row = vec![Cell::of(dates::day(of.lang, day))];
        row.extend(
            all.iter()
                .map(|series| Cell::of(series.sums.get(at).map_or_else(|| "–".to_owned(), |n| count(*n)))),
        );
        row
    };
    let passed = days.each().enumerate().filter(|(_, day)| *day <= days.today);
    let table = Table { heads, rows: passed.map(row).collect() };
    Picture {
        t,
        id: of.id,
        name: "curves",
        anchor: "curves",
        title: said.title.clone(),
        hint: words.curves_hint.clone(),
        words: None,
        switch: None,
        drawings: vec![draw("wide", 640.0), draw("phone", 360.0)],
        legend: Vec::new(),
        source: "",
        table,
    }
}

/// The first day and each first of a month with their month, the others by their number.
fn labels(of: &Subject<'_>, days: &Days) -> Vec<(i64, String)> {
    let step = (days.len() + LABELS - 1) / LABELS;
    let mut month = 0;
    let mut label = |day: NaiveDate| {
        let whole = dates::day(of.lang, day);
        let is_new = std::mem::replace(&mut month, day.month()) != day.month();
        let short = whole.rsplit_once(' ').map_or(whole.as_str(), |(short, _)| short);
        if is_new { short.to_owned() } else { day.day().to_string() }
    };
    let shown = days.each().filter(|day| days.place(*day) % step == 0);
    shown.map(|day| (days.place(day), label(day))).collect()
}

/// The hops, each with its median and its slowest office.
pub fn dwell(of: &Subject<'_>, stays: &[Stay]) -> Picture {
    let (t, words) = (of.t, &of.t.pictures);
    let days = |n: i64| fill(&words.days, &[("n", count(n))]);
    let row = |hop: Hop| {
        let has = if hop.tier == of.leaf { "acknowledged" } else { "forwarded" };
        let median = hop.median.map(|median| fill(&words.median, &[("days", days(median))]));
        let slowest = if hop.rests { &words.slowest_rests } else { &words.slowest };
        Row {
            name: of.tier(hop.tier).to_owned(),
            median: median.unwrap_or_else(|| words.nobody_yet.clone()),
            slowest: fill(slowest, &[("days", days(hop.slowest))]),
            list: of.list(&format!("tier={}&has={has}", hop.tier)),
            example: paths::Delivery { id: hop.example }.to_string(),
            hop,
        }
    };
    let rows: Vec<Row> = dwell::hops(stays, of.today(), &of.app.holidays).into_iter().map(row).collect();
    let cells = |row: &Row| {
        let median = row.hop.median.map_or_else(|| "–".to_owned(), count);
        vec![
            Cell::of(row.name.clone()),
            Cell::link(count(row.hop.done), row.list.clone()),
            Cell::of(median),
            Cell::link(count(row.hop.slowest), row.example.clone()),
        ]
    };
    let heads = [&t.board.tier, &words.passed_on, &words.median_head, &words.slowest_head];
    let drawing = dwell::draw(&words.dwell_title, &rows);
    Picture {
        t,
        id: of.id,
        name: "dwell",
        anchor: "dwell",
        title: words.dwell_title.clone(),
        hint: words.dwell_hint.clone(),
        words: None,
        switch: None,
        drawings: if rows.is_empty() { Vec::new() } else { vec![drawing] },
        legend: Vec::new(),
        source: "",
        table: Table { heads: heads.map(Clone::clone).to_vec(), rows: rows.iter().map(cells).collect() },
    }
}
