//! Facts that ship with the program: the provinces, and the days on which government offices are closed.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::domain::deadline::Holidays;

/// A province.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Province {
    /// Two digits, those of ISO 3166-2 and of DLA codes.
    pub code: String,
    /// Thai name without จังหวัด.
    pub name_th: String,
    /// English name.
    pub name_en: String,
    /// Two Thai letters.
    pub abbr_th: String,
    /// Three Latin letters.
    pub abbr_en: String,
    /// The first two digits of its postal codes: the order in which slips are stacked.
    pub postal_prefix: String,
    /// Its region.
    pub region_th: String,
    /// Full name of the department's office there; empty for Bangkok, which has none.
    pub provincial_office: String,
}

/// All provinces by code.
pub static PROVINCES: LazyLock<Vec<Province>> =
    LazyLock::new(|| rows(include_str!("../../assets/reference/provinces.csv")));

/// The name of a province without จังหวัด; its code where it is none of the 77.
pub fn province_name(code: &str) -> String {
    let known = PROVINCES.iter().find(|province| province.code == code);
    known.map_or_else(|| code.to_owned(), |province| province.name_th.clone())
}

#[derive(Deserialize)]
struct Holiday {
    date: NaiveDate,
    offices_closed: u8,
}

/// The days of `assets/reference/holidays.csv` on which offices are closed.
pub fn holidays() -> Holidays {
    let days: Vec<Holiday> = rows(include_str!("../../assets/reference/holidays.csv"));
    days.into_iter().filter(|day| day.offices_closed == 1).map(|day| day.date).collect()
}

/// The files are compiled in and a test reads both, so a program that was tested cannot fail here.
pub(super) fn rows<T: for<'de> Deserialize<'de>>(file: &str) -> Vec<T> {
    let mut reader = csv::Reader::from_reader(file.as_bytes());
    reader.deserialize().collect::<Result<_, _>>().expect("assets/reference has the columns read here")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seventy_six_provinces_have_an_office_of_the_department() {
        assert_eq!(PROVINCES.len(), 77);
        assert_eq!(PROVINCES.iter().filter(|province| !province.provincial_office.is_empty()).count(), 76);
        assert!(!holidays().is_working_day("2023-01-02".parse().expect("a day")));
    }
}
