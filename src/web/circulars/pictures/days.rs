//! The days that the curves run over: from the day of issue to the deadline or beyond, with what came by each day.

use chrono::{NaiveDate, TimeDelta};

use crate::domain::deadline::{Holidays, working_days};
use crate::domain::letter::Urgency;
use crate::domain::office::Tier;
use crate::store::reports::OnDay;

/// Days that are drawn after the last fact, when the deadline is long past.
const QUIET: i64 = 7;

/// A stretch of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Days {
    /// The first day.
    pub from: NaiveDate,
    /// The last one.
    pub to: NaiveDate,
    /// Today, or the last day when today lies beyond it.
    pub today: NaiveDate,
    /// When everybody should have done their part.
    pub deadline: NaiveDate,
}

impl Days {
    /// The stretch for a circular issued on this day. The deadline lets every tier down to `leaf` use its whole time.
    pub fn new(
        issued: NaiveDate,
        today: NaiveDate,
        urgency: Urgency,
        leaf: Tier,
        facts: &[OnDay],
        holidays: &Holidays,
    ) -> Self {
        let tiers = Tier::ALL.iter().filter(|tier| **tier > Tier::Department && **tier <= leaf);
        let deadline = tiers.fold(issued, |day, _| holidays.working_days_after(day, working_days(urgency)));
        let last = facts.iter().filter_map(|fact| fact.day).max().unwrap_or(issued);
        let to = today.min(last + TimeDelta::days(QUIET)).max(deadline).max(issued + TimeDelta::days(2));
        Self { from: issued, to, today: today.clamp(issued, to), deadline }
    }

    /// How many days.
    pub fn len(&self) -> i64 {
        (self.to - self.from).num_days() + 1
    }

    /// The place of a day, from 0.
    pub fn place(&self, day: NaiveDate) -> i64 {
        (day - self.from).num_days()
    }

    /// Every day.
    pub fn each(&self) -> impl Iterator<Item = NaiveDate> + '_ {
        self.from.iter_days().take_while(|day| *day <= self.to)
    }

    /// Stretches of days on which offices are closed: first and last place.
    pub fn closed(&self, holidays: &Holidays) -> Vec<(i64, i64)> {
        let mut closed: Vec<(i64, i64)> = Vec::new();
        for day in self.each().filter(|day| !holidays.is_working_day(*day)) {
            let place = self.place(day);
            match closed.last_mut() {
                Some((_, last)) if *last + 1 == place => *last = place,
                _ => closed.push((place, place)),
            }
        }
        closed
    }

    /// How many of a tier had done their part by the end of each day up to today.
    pub fn sums(&self, tier: Tier, facts: &[OnDay]) -> Vec<(NaiveDate, i64)> {
        let by = |day: NaiveDate| {
            let came = |fact: &&OnDay| fact.tier == tier && fact.day.is_some_and(|at| at <= day);
            facts.iter().filter(came).map(|fact| fact.n).sum()
        };
        self.each().take_while(|day| *day <= self.today).map(|day| (day, by(day))).collect()
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    pub fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn the_deadline_lets_every_tier_use_its_time_and_closed_days_lie_together() {
        let holidays: Holidays = [day("2023-06-05")].into_iter().collect();
        // Thursday 1 June, two working days a tier: 6, 8, 12 June.
        let days =
            Days::new(day("2023-06-01"), day("2023-06-07"), Urgency::Urgent, Tier::School, &[], &holidays);
        assert_eq!((days.deadline, days.to, days.len()), (day("2023-06-12"), day("2023-06-12"), 12));
        // Saturday to Monday, and the next weekend.
        assert_eq!(days.closed(&holidays), [(2, 4), (9, 10)]);
    }

    #[test]
    fn sums_rise_to_today_and_a_circular_long_done_ends_soon_after_its_last_fact() {
        let fact = |at: &str, n| OnDay { tier: Tier::Province, day: Some(day(at)), n };
        let facts =
            [fact("2023-06-01", 2), fact("2023-06-20", 1), OnDay { day: None, ..fact("2023-06-01", 5) }];
        let none = Holidays::default();
        let days =
            Days::new(day("2023-06-01"), day("2024-01-01"), Urgency::Normal, Tier::Province, &facts, &none);
        assert_eq!((days.to, days.today), (day("2023-06-27"), day("2023-06-27")));
        let sums = days.sums(Tier::Province, &facts);
        assert_eq!((sums[0].1, sums[18].1, sums[26].1), (2, 2, 3));
    }
}
