//! Dates as they are shown: Buddhist years and Thai months, and their English siblings in the common era.

use chrono::{Datelike as _, NaiveDate, NaiveTime, Weekday};

use super::months::{month_abbr, month_name, month_name_en};

/// The Buddhist year of a common-era year: 2566 for 2023.
pub fn buddhist_year(ce: i32) -> i32 {
    ce + 543
}

/// "24 พฤษภาคม 2566", as in letters.
pub fn long(date: NaiveDate) -> String {
    format!("{} {}", date.day(), month_year(date.year(), date.month()))
}

/// "24 พ.ค. 2566", as in tables.
pub fn short(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), month_abbr(date.month()), buddhist_year(date.year()))
}

/// "พฤษภาคม 2566"; the year is given in the common era.
pub fn month_year(year_ce: i32, month: u32) -> String {
    format!("{} {}", month_name(month), buddhist_year(year_ce))
}

/// "วันจันทร์ที่ 8 มิถุนายน 2569".
pub fn weekday_long(date: NaiveDate) -> String {
    format!("วัน{}ที่ {}", weekday_name(date.weekday()), long(date))
}

/// "12 – 13 ก.ย. 2569", "1 มิ.ย. – 31 ก.ค. 2569", "28 ธ.ค. 2568 – 3 ม.ค. 2569"; one date alone when there is no start.
pub fn range_short(from: Option<NaiveDate>, to: NaiveDate) -> String {
    match from {
        Some(from) if from.year() != to.year() => format!("{} – {}", short(from), short(to)),
        Some(from) if from.month() != to.month() => {
            format!("{} {} – {}", from.day(), month_abbr(from.month()), short(to))
        }
        Some(from) if from != to => format!("{} – {}", from.day(), short(to)),
        _ => short(to),
    }
}

/// "09.30 น.".
pub fn time(time: NaiveTime) -> String {
    time.format("%H.%M น.").to_string()
}

/// "24 May 2023".
pub fn long_en(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), month_name_en(date.month()), date.year())
}

/// "24 Sep 2023", the month cut to three letters.
pub fn short_en(date: NaiveDate) -> String {
    let month = month_name_en(date.month());
    format!("{} {} {}", date.day(), month.get(..3).unwrap_or(month), date.year())
}

fn weekday_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "จันทร์",
        Weekday::Tue => "อังคาร",
        Weekday::Wed => "พุธ",
        Weekday::Thu => "พฤหัสบดี",
        Weekday::Fri => "ศุกร์",
        Weekday::Sat => "เสาร์",
        Weekday::Sun => "อาทิตย์",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
    }

    #[test]
    fn one_day_is_written_as_officers_write_it() {
        assert_eq!(long(day(2023, 5, 24)), "24 พฤษภาคม 2566");
        assert_eq!(short(day(2023, 5, 24)), "24 พ.ค. 2566");
        assert_eq!(weekday_long(day(2026, 6, 8)), "วันจันทร์ที่ 8 มิถุนายน 2569");
        assert_eq!(long_en(day(2023, 5, 24)), "24 May 2023");
        assert_eq!(short_en(day(2023, 9, 9)), "9 Sep 2023");
    }

    #[test]
    fn a_range_says_what_is_shared_once() {
        assert_eq!(range_short(Some(day(2026, 6, 1)), day(2026, 7, 31)), "1 มิ.ย. – 31 ก.ค. 2569");
        assert_eq!(range_short(Some(day(2026, 9, 12)), day(2026, 9, 13)), "12 – 13 ก.ย. 2569");
        assert_eq!(range_short(Some(day(2025, 12, 28)), day(2026, 1, 3)), "28 ธ.ค. 2568 – 3 ม.ค. 2569");
        assert_eq!(range_short(None, day(2026, 6, 8)), "8 มิ.ย. 2569");
    }

    #[test]
    fn half_past_nine_has_two_digits_each() {
        let half_past_nine = NaiveTime::from_hms_opt(9, 30, 0).expect("a time of day");
        assert_eq!(time(half_past_nine), "09.30 น.");
    }
}
