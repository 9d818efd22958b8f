//! How long letters rest at each hop: a bar to the median, a line on to the slowest, hatched while that one still rests.

use chrono::NaiveDate;

use super::drawing::{Drawing, line, rect, share, text};
use crate::domain::deadline::Holidays;
use crate::domain::ids::DeliveryId;
use crate::domain::office::Tier;
use crate::store::reports::Stay;

/// A hop in working days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hop {
    /// Whose.
    pub tier: Tier,
    /// Offices that passed it on.
    pub done: i64,
    /// The median of those; none while nobody has.
    pub median: Option<i64>,
    /// The slowest of all, whether it has passed it on or not.
    pub slowest: i64,
    /// Whether the slowest still has it.
    pub rests: bool,
    /// The slowest one.
    pub example: DeliveryId,
}

/// What a hop's row says and where it leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The hop.
    pub hop: Hop,
    /// The tier's name.
    pub name: String,
    /// Median, in words.
    pub median: String,
    /// Slowest, in words.
    pub slowest: String,
    /// The offices that passed it on.
    pub list: String,
    /// The timeline of the slowest.
    pub example: String,
}

/// Counts the working days of each tier's stays, as of a day.
pub fn hops(stays: &[Stay], today: NaiveDate, holidays: &Holidays) -> Vec<Hop> {
    let hop = |tier: &Tier| {
        let days = |stay: &Stay| holidays.working_days_between(stay.from, stay.to.unwrap_or(today)).max(0);
        let mut own: Vec<(i64, &Stay)> =
            stays.iter().filter(|stay| stay.tier == *tier).map(|stay| (days(stay), stay)).collect();
        own.sort_by_key(|(days, stay)| (*days, stay.to.is_none()));
        let (slowest, example) = own.last().copied()?;
        let done: i64 = own.iter().filter(|(_, stay)| stay.to.is_some()).map(|(_, stay)| stay.n).sum();
        let passed = own.iter().filter(|(_, stay)| stay.to.is_some()).map(|(days, stay)| (*days, stay.n));
        let (median, rests) = (median(passed), example.to.is_none());
        Some(Hop { tier: *tier, done, median, slowest, rests, example: example.example })
    };
    Tier::ALL.iter().filter_map(hop).collect()
}

/// The median of values, each with how often it occurs, from the smallest on.
pub fn median(sorted: impl Iterator<Item = (i64, i64)> + Clone) -> Option<i64> {
    let all: i64 = sorted.clone().map(|(_, n)| n).sum();
    let mut before = 0;
    let mut sorted = sorted.skip_while(|(_, n)| {
        before += n;
        before * 2 < all
    });
    sorted.next().map(|(value, _)| value)
}

const WIDE: f64 = 420.0;
const STEP: f64 = 70.0;

/// Draws a row a hop.
pub fn draw(title: &str, rows: &[Row]) -> Drawing {
    let longest = rows.iter().map(|row| row.hop.slowest).max().unwrap_or(1).max(1);
    let height = share(i64::try_from(rows.len()).unwrap_or(0), 1) * STEP;
    let mut drawing = Drawing::new(title, "small", WIDE, height);
    let wide = |days: i64| share(days, longest) * (WIDE - 4.0);
    let mut y = 0.0;
    for row in rows {
        let median = row.hop.median.map(&wide);
        let mut bar = vec![
            text("t1", 0.0, y + 18.0, row.name.clone()),
            text("t2", 74.0, y + 18.0, row.median.clone()),
            rect("track", 0.0, y + 28.0, WIDE, 18.0),
        ];
        bar.extend(median.map(|median| rect("node hit", 0.0, y + 28.0, median.max(3.0), 18.0)));
        drawing.link(row.list.clone(), format!("{} {}", row.name, row.median), bar);
        let from = median.map_or(0.75, |median| median.max(3.0));
        let to = wide(row.hop.slowest).max(3.0);
        let words = text("t2 end", WIDE, y + 18.0, row.slowest.clone());
        let shapes = if row.hop.rests {
            vec![words, rect("stuck hit", from, y + 28.75, (to - from).max(1.5), 16.5)]
        } else {
            let middle = y + 37.0;
            let ends = [(to, y + 29.0), (to, y + 45.0)];
            vec![words, line("whisker", &[(from, middle), (to, middle)]), line("whisker hit", &ends)]
        };
        drawing.link(row.example.clone(), format!("{} {}", row.name, row.slowest), shapes);
        y += STEP;
    }
    drawing
}

#[cfg(test)]
mod tests {
    use super::super::days::tests::day;
    use super::*;

    #[test]
    fn the_median_is_of_those_who_passed_it_on_and_the_slowest_of_all() {
        let stay = |to: Option<&str>, n, id: &str| Stay {
            tier: Tier::Local,
            from: day("2023-06-01"),
            to: to.map(day),
            n,
            example: id.parse().expect("an id"),
        };
        // Thursday; one day later, over a weekend, and one that rests until Thursday a week later.
        let stays = [stay(Some("2023-06-02"), 2, "1"), stay(Some("2023-06-05"), 1, "2"), stay(None, 4, "3")];
        let hops = hops(&stays, day("2023-06-08"), &Holidays::default());
        assert_eq!(hops.len(), 1);
        assert_eq!((hops[0].done, hops[0].median, hops[0].slowest, hops[0].rests), (3, Some(1), 5, true));
        assert_eq!(hops[0].example.to_string(), "3");
    }
}
