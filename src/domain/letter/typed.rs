//! Fields that a drafter types: read by the same grammar as the letter itself.

use chrono::NaiveDate;

use super::dated::dated;
use super::phones::phones;
use super::reading::{Dated, Phone};
use crate::domain::thai::dates::{DateValue, find_dates};
use crate::domain::thai::fold_digits;

/// A letter's date as typed: "24 พฤษภาคม 2566", "พฤษภาคม 2566"; none when it is no date.
pub fn typed_date(text: &str) -> Option<Dated> {
    dated(text.trim())
}

/// One day as typed: "24 พ.ค. 2566", "24/5/2566", "2023-05-24", "24 May 2023"; none when it is no single day.
pub fn typed_day(text: &str) -> Option<NaiveDate> {
    let text = fold_digits(text.trim());
    let foreign = ["%Y-%m-%d", "%d %b %Y", "%d %B %Y"];
    let common_era = |day: &NaiveDate| (1900..2400).contains(&chrono::Datelike::year(day));
    if let Some(day) =
        foreign.iter().find_map(|form| NaiveDate::parse_from_str(&text, form).ok()).filter(common_era)
    {
        return Some(day);
    }
    let found = find_dates(&text);
    let [date] = found.as_slice() else { return None };
    match date.value {
        DateValue::Day(day) if date.start == 0 && date.end == text.len() => Some(day),
        _ => None,
    }
}

/// Telephones as typed, with or without a label before them; a text without a number gives none.
pub fn typed_phones(text: &str, fax: bool) -> Vec<Phone> {
    let label = if fax { "โทรสาร" } else { "โทร." };
    let labelled = format!("{label} {}", fold_digits(text.trim()));
    phones(&labelled).into_iter().map(|found| Phone { fax, ..found.phone }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_typed_in_the_officers_way_or_the_machines() {
        let day = NaiveDate::from_ymd_opt(2023, 5, 24);
        for text in ["24 พ.ค. 2566", "๒๔ พฤษภาคม ๒๕๖๖", "2023-05-24", "24 May 2023", " 24/5/2566 "]
        {
            assert_eq!(typed_day(text), day, "{text}");
        }
        for text in ["", "พฤษภาคม 2566", "31 เมษายน 2566", "พรุ่งนี้", "24 - 25 พ.ค. 2566"]
        {
            assert_eq!(typed_day(text), None, "{text}");
        }
    }

    #[test]
    fn a_typed_number_is_split_into_its_parts() {
        let [phone] = typed_phones("๐ ๒๐๐๐ ๐๑๒๓ ต่อ 45", false).try_into().expect("one number");
        assert_eq!(
            (phone.number.as_str(), phone.extension.as_deref(), phone.fax),
            ("020000123", Some("45"), false)
        );
        assert!(typed_phones("ไม่มี", true).is_empty());
    }
}
