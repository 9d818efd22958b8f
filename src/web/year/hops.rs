//! How long letters of a year rested: at each hop, and at each office right below, the slowest first.

use chrono::NaiveDate;

use crate::domain::deadline::Holidays;
use crate::paths;
use crate::store::reports::{OfficeStay, Stay};
use crate::text::amounts::count;
use crate::web::Frame;
use crate::web::circulars::{hops, median};

/// A hop.
#[derive(Debug)]
pub struct HopRow {
    /// Whose.
    pub name: &'static str,
    /// Letters passed on.
    pub done: String,
    /// The median, in working days; a dash while nobody passed one on.
    pub median: String,
    /// The slowest, in working days.
    pub slowest: String,
    /// Its timeline.
    pub example: String,
    /// Whether it still rests there.
    pub rests: bool,
}

/// An office.
#[derive(Debug)]
pub struct OfficeRow {
    /// Where it leads; empty when nowhere.
    pub href: String,
    /// Its name.
    pub name: String,
    /// Letters passed on.
    pub done: String,
    /// Letters that rest there.
    pub rest: String,
    /// The median, in working days; a dash while none was passed on.
    pub median: String,
}

/// The hops, from the provinces down.
pub fn of(page: &Frame, stays: &[Stay], today: NaiveDate, holidays: &Holidays) -> Vec<HopRow> {
    hops(stays, today, holidays)
        .into_iter()
        .map(|hop| HopRow {
            name: page.t.tiers_short.word(hop.tier.as_str()),
            done: count(hop.done),
            median: hop.median.map_or_else(|| "–".to_owned(), count),
            slowest: count(hop.slowest),
            example: paths::Delivery { id: hop.example }.to_string(),
            rests: hop.rests,
        })
        .collect()
}

/// The offices, those with the longest median first; `leads` gives where an office's code leads.
pub fn at_offices(
    stays: &[OfficeStay],
    today: NaiveDate,
    holidays: &Holidays,
    leads: impl Fn(&str) -> String,
) -> Vec<OfficeRow> {
    let mut sorted: Vec<&OfficeStay> = stays.iter().collect();
    sorted.sort_by_key(|stay| stay.office);
    let mut rows: Vec<(i64, OfficeRow)> = sorted
        .chunk_by(|one, other| one.office == other.office)
        .filter_map(|own| {
            let first = own.first()?;
            let passed = own.iter().filter_map(|stay| {
                stay.to.map(|to| (holidays.working_days_between(stay.from, to).max(0), stay.n))
            });
            let mut passed: Vec<(i64, i64)> = passed.collect();
            passed.sort_unstable();
            let waits = own.iter().filter(|stay| stay.to.is_none());
            let longest = waits.clone().map(|stay| holidays.working_days_between(stay.from, today)).max();
            let (done, median) = (passed.iter().map(|(_, n)| n).sum(), median(passed.iter().copied()));
            let row = OfficeRow {
                href: leads(&first.code),
                name: first.short_name.clone(),
                done: count(done),
                rest: count(waits.map(|stay| stay.n).sum()),
                median: median.map_or_else(|| "–".to_owned(), count),
            };
            Some((median.or(longest).unwrap_or_default(), row))
        })
        .collect();
    rows.sort_by(|one, other| (other.0, &one.1.name).cmp(&(one.0, &other.1.name)));
    rows.into_iter().map(|(_, row)| row).collect()
}
