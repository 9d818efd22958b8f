//! Days and moments in the words of a language: Buddhist years in Thai, the common era in English.

use chrono::{DateTime, NaiveDate, Utc};

use super::Lang;
use crate::domain::clock::{bangkok, bangkok_day};
use crate::domain::thai::dates;

/// "24 พ.ค. 2566", "24 May 2023": in tables.
pub fn day(lang: Lang, date: NaiveDate) -> String {
    match lang {
        Lang::Th => dates::short(date),
        Lang::En => dates::short_en(date),
    }
}

/// "24 พฤษภาคม 2566", "24 May 2023": in headings and on public pages.
pub fn long_day(lang: Lang, date: NaiveDate) -> String {
    match lang {
        Lang::Th => dates::long(date),
        Lang::En => dates::long_en(date),
    }
}

/// "1 มิ.ย. – 31 ก.ค. 2569", "1 Jun 2026 – 31 Jul 2026"; one day alone when there is no start.
pub fn range(lang: Lang, from: Option<NaiveDate>, to: NaiveDate) -> String {
    match (lang, from) {
        (Lang::Th, _) => dates::range_short(from, to),
        (Lang::En, Some(from)) if from != to => {
            format!("{} – {}", dates::short_en(from), dates::short_en(to))
        }
        (Lang::En, _) => dates::short_en(to),
    }
}

/// The day of a moment in Thailand, as [`day`] writes it.
pub fn day_of(lang: Lang, at: DateTime<Utc>) -> String {
    day(lang, bangkok_day(at))
}

/// "09.30 น.", "09:30": the time of a moment in Thailand.
pub fn time(lang: Lang, at: DateTime<Utc>) -> String {
    match lang {
        Lang::Th => dates::time(bangkok(at).time()),
        Lang::En => bangkok(at).format("%H:%M").to_string(),
    }
}

/// "24 พ.ค. 2566 09.30 น.", "24 May 2023 09:30".
pub fn moment(lang: Lang, at: DateTime<Utc>) -> String {
    format!("{} {}", day_of(lang, at), time(lang, at))
}

/// For `<time datetime>`: ISO 8601 with the offset of Thailand.
pub fn iso(at: DateTime<Utc>) -> String {
    bangkok(at).to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_told_in_the_time_of_thailand_and_the_reader_s_era() {
        let at: DateTime<Utc> = "2023-05-24T02:30:00Z".parse().expect("a moment");
        assert_eq!(moment(Lang::Th, at), "24 พ.ค. 2566 09.30 น.");
        assert_eq!(moment(Lang::En, at), "24 May 2023 09:30");
        assert_eq!(iso(at), "2023-05-24T09:30:00+07:00");
        let (from, to) = (NaiveDate::from_ymd_opt(2026, 6, 1), NaiveDate::from_ymd_opt(2026, 7, 31));
        assert_eq!(range(Lang::En, from, to.expect("a day")), "1 Jun 2026 – 31 Jul 2026");
        assert_eq!(range(Lang::En, to, to.expect("a day")), "31 Jul 2026");
    }
}
