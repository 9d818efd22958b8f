//! Due times in working days. No legal deadline for acknowledging is known, so these are settings with defaults.

use std::collections::HashSet;

use chrono::{DateTime, Datelike as _, NaiveDate, Utc, Weekday};

use crate::domain::clock::{bangkok_day, end_of_day};
use crate::domain::letter::Urgency;

/// The days on which government offices are closed although they are weekdays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holidays(HashSet<NaiveDate>);

impl FromIterator<NaiveDate> for Holidays {
    fn from_iter<I: IntoIterator<Item = NaiveDate>>(days: I) -> Self {
        Self(days.into_iter().collect())
    }
}

impl Holidays {
    /// Whether offices are open.
    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !self.0.contains(&day)
    }

    /// The day that is `count` working days after `day`; `day` itself, or the next one that is open, for 0.
    pub fn working_days_after(&self, day: NaiveDate, count: u32) -> NaiveDate {
        let later = day.iter_days().skip(usize::from(count > 0));
        later.filter(|day| self.is_working_day(*day)).nth(count.saturating_sub(1) as usize).unwrap_or(day)
    }

    /// Working days from the day after `from` to `to`; negative when `to` lies before `from`.
    pub fn working_days_between(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        let count = |from: NaiveDate, to: NaiveDate| {
            let days = from.iter_days().skip(1).take_while(|day| *day <= to);
            i64::try_from(days.filter(|day| self.is_working_day(*day)).count()).unwrap_or(i64::MAX)
        };
        if from <= to { count(from, to) } else { -count(to, from) }
    }
}

/// How long each tier has, in working days, by urgency.
pub const fn working_days(urgency: Urgency) -> u32 {
    match urgency {
        Urgency::MostUrgent => 0,
        Urgency::VeryUrgent => 1,
        Urgency::Urgent => 2,
        Urgency::Normal => 5,
    }
}

/// When an office that is sent a letter now should have done its part: the end of that day in Thailand.
pub fn due(sent_at: DateTime<Utc>, urgency: Urgency, holidays: &Holidays) -> DateTime<Utc> {
    end_of_day(holidays.working_days_after(bangkok_day(sent_at), working_days(urgency)))
}

/// How a due time stands today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueState {
    /// Working days that are left, at least 1.
    Left(i64),
    /// The last day.
    Today,
    /// Working days since, at least 1.
    Late(i64),
}

/// How a due time stands at a moment.
pub fn due_state(due_at: DateTime<Utc>, now: DateTime<Utc>, holidays: &Holidays) -> DueState {
    // The due time is the midnight that ends the last day.
    let last_day = bangkok_day(due_at - chrono::TimeDelta::microseconds(1));
    let today = bangkok_day(now);
    if today == last_day {
        return DueState::Today;
    }
    let days = holidays.working_days_between(today, last_day);
    if today < last_day { DueState::Left(days.max(1)) } else { DueState::Late((-days).max(1)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn noon(text: &str) -> DateTime<Utc> {
        format!("{text}T05:00:00Z").parse().expect("a moment")
    }

    #[test]
    fn weekends_and_holidays_are_no_working_days() {
        let holidays: Holidays = [day("2023-06-05")].into_iter().collect();
        // Thursday 1 June; Saturday, Sunday and a Monday off follow Friday.
        assert_eq!(holidays.working_days_after(day("2023-06-01"), 2), day("2023-06-06"));
        assert_eq!(holidays.working_days_after(day("2023-06-01"), 0), day("2023-06-01"));
        assert_eq!(holidays.working_days_after(day("2023-06-03"), 0), day("2023-06-06"));
        assert_eq!(holidays.working_days_between(day("2023-06-01"), day("2023-06-06")), 2);
        assert_eq!(holidays.working_days_between(day("2023-06-06"), day("2023-06-01")), -2);
    }

    #[test]
    fn the_most_urgent_is_due_on_the_same_day_and_late_the_day_after() {
        let holidays = Holidays::default();
        let due = due(noon("2023-06-01"), Urgency::MostUrgent, &holidays);
        assert_eq!(due_state(due, noon("2023-06-01"), &holidays), DueState::Today);
        assert_eq!(due_state(due, noon("2023-06-02"), &holidays), DueState::Late(1));
        assert_eq!(due_state(due, noon("2023-06-03"), &holidays), DueState::Late(1));
        assert_eq!(due_state(due, noon("2023-05-30"), &holidays), DueState::Left(2));
    }
}
