//! The twelve months, each with a mark a circular, darker the more have acknowledged it.

use chrono::{Datelike as _, NaiveDate};

use crate::domain::circular::CircularState;
use crate::domain::clock::buddhist_year;
use crate::domain::thai::dates::{month_name, month_name_en};
use crate::paths;
use crate::store::reports::OfYear;
use crate::text::Lang;
use crate::text::amounts::count;
use crate::web::Frame;

/// A month.
#[derive(Debug)]
pub struct Month {
    /// Its name.
    pub name: &'static str,
    /// Circulars issued and not cancelled.
    pub issued: String,
    /// Acknowledged, of all; empty when there is none.
    pub acknowledged: String,
    /// A mark each, in the order of their numbers.
    pub marks: Vec<Mark>,
}

/// A circular's mark.
#[derive(Debug)]
pub struct Mark {
    /// Its board.
    pub href: String,
    /// Class of its step: `none`, `some`, `half`, `all`, `void`.
    pub step: &'static str,
    /// Reference, title, and how far it has come.
    pub label: String,
}

/// The months of a Buddhist year that have begun.
pub fn of(page: &Frame, year: i32, today: NaiveDate, circulars: &[OfYear]) -> Vec<Month> {
    let month = |month: u32| {
        let own = || {
            let is_of = |one: &&OfYear| one.dated.month() == month && buddhist_year(one.dated) == year;
            circulars.iter().filter(is_of)
        };
        let standing = || own().filter(|one| one.state != CircularState::Cancelled);
        let all: i64 = standing().map(|one| one.total).sum();
        let done: i64 = standing().map(|one| one.acknowledged).sum();
        Month {
            name: if page.lang == Lang::Th { month_name(month) } else { month_name_en(month) },
            issued: count(i64::try_from(standing().count()).unwrap_or(i64::MAX)),
            acknowledged: if all == 0 { String::new() } else { format!("{}/{}", count(done), count(all)) },
            marks: own().map(|one| mark(page, one)).collect(),
        }
    };
    let last = if year == buddhist_year(today) { today.month() } else { 12 };
    (1..=last).rev().map(month).collect()
}

fn mark(page: &Frame, of: &OfYear) -> Mark {
    let void = of.state == CircularState::Cancelled;
    let told = if void {
        page.t.states.cancelled.clone()
    } else {
        format!("{} {}/{}", page.t.states.acknowledged, count(of.acknowledged), count(of.total))
    };
    Mark {
        href: paths::Circular { id: of.id }.to_string(),
        step: match (of.acknowledged, of.total) {
            _ if void => "void",
            (0, _) => "none",
            (done, all) if done >= all => "all",
            (done, all) if done * 2 >= all => "half",
            _ => "some",
        },
        label: format!("{} {} · {told}", of.reference, of.title),
    }
}
