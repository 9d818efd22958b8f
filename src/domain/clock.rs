//! Time in the country the program serves: one zone, Buddhist years.

use chrono::{DateTime, Datelike as _, FixedOffset, NaiveDate, TimeDelta, Utc};

/// Asia/Bangkok: UTC+7 all year since 1920.
const BANGKOK_SECONDS: i32 = 7 * 3600;

/// Buddhist years are 543 ahead of the common era.
const BUDDHIST_ERA: i32 = 543;

/// The moment as clocks in Thailand show it.
pub fn bangkok(at: DateTime<Utc>) -> DateTime<FixedOffset> {
    let zone = FixedOffset::east_opt(BANGKOK_SECONDS).expect("seven hours is an offset");
    at.with_timezone(&zone)
}

/// The day in Thailand.
pub fn bangkok_day(at: DateTime<Utc>) -> NaiveDate {
    bangkok(at).date_naive()
}

/// The Buddhist year of a day: registers run by it from 1 January.
pub fn buddhist_year(day: NaiveDate) -> i32 {
    day.year() + BUDDHIST_ERA
}

/// The moment at which a day ends in Thailand: midnight that begins the next one.
pub fn end_of_day(day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.and_hms_opt(0, 0, 0).expect("every day begins");
    let begins = midnight.and_utc() - TimeDelta::seconds(i64::from(BANGKOK_SECONDS));
    begins + TimeDelta::days(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_turns_in_bangkok_and_not_in_greenwich() {
        let new_year: DateTime<Utc> = "2023-12-31T17:00:00Z".parse().expect("a moment");
        assert_eq!(buddhist_year(bangkok_day(new_year)), 2567);
        assert_eq!(buddhist_year(bangkok_day(new_year - TimeDelta::microseconds(1))), 2566);
        assert_eq!(end_of_day(bangkok_day(new_year - TimeDelta::seconds(1))), new_year);
    }
}
