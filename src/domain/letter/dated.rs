//! The letter's own date: a line that holds a date and nothing else, of which the day may be blank.

use chrono::Datelike as _;

use super::reading::Dated;
use crate::domain::thai::dates::{DateValue, find_dates};
use crate::domain::thai::fold_digits;

/// "1/1/66" is the shortest date, in characters.
const SHORTEST_LINE: usize = 6;
/// A line longer than this is no date line.
const LONGEST_LINE: usize = 90;

/// The date that a line consists of, with or without "วันที่" and with dots where the day is to be filled in.
pub(super) fn dated(line: &str) -> Option<Dated> {
    let length = line.chars().take(LONGEST_LINE + 1).count();
    let has_figures = line.contains(|c: char| c.is_ascii_digit() || ('๐'..='๙').contains(&c));
    if !(SHORTEST_LINE..=LONGEST_LINE).contains(&length) || !has_figures {
        return None;
    }
    let line = fold_digits(line);
    let unlabelled = line.strip_prefix("ลง").unwrap_or(&line);
    let text = unlabelled.strip_prefix("วันที่").unwrap_or(unlabelled).trim_start_matches(is_blank).trim();
    // Dots may stand in the middle as well: "วันที่ ..... เดือน พฤษภาคม ..... พ.ศ. 2566".
    let compact = text.split([' ', '_', '…']).filter(|part| !is_dots(part)).collect::<Vec<_>>().join(" ");
    let found = find_dates(&compact);
    let [date] = found.as_slice() else { return None };
    if date.start != 0 || date.end != compact.len() {
        return None;
    }
    let (year, month, day, whole) = match date.value {
        DateValue::Day(day) => (Some(day.year()), day.month(), Some(day.day()), Some(day)),
        DateValue::Month(year, month) => (Some(year), month, None, None),
        DateValue::DayOfMonth(day, month) => (None, month, Some(day), None),
        DateValue::Impossible(day, month, year) => (Some(year), month, Some(day), None),
        DateValue::Range(..) | DateValue::Backwards => return None,
    };
    Some(Dated { text: compact, year, month: Some(month), day, date: whole })
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '.' | '_' | '…' | ':')
}

fn is_dots(part: &str) -> bool {
    part.chars().all(|c| c == '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(line: &str) -> Option<(Option<i32>, Option<u32>, Option<u32>)> {
        dated(line).map(|date| (date.year, date.month, date.day))
    }

    #[test]
    fn a_date_line_holds_nothing_else() {
        assert_eq!(parts("วันที่ ๒๔ พฤษภาคม ๒๕๖๖"), Some((Some(2023), Some(5), Some(24))));
        assert_eq!(parts("พฤษภาคม 2566"), Some((Some(2023), Some(5), None)));
        assert_eq!(parts("....... พฤษภาคม 2566"), Some((Some(2023), Some(5), None)));
        assert_eq!(parts("วันที่ ___ เดือน พฤษภาคม พ.ศ. ๒๕๖๖"), Some((Some(2023), Some(5), None)));
        assert_eq!(parts("31 เมษายน 2566"), Some((Some(2023), Some(4), Some(31))));
        for line in
            ["ประชุมวันที่ 5 พฤษภาคม 2566", "9 - 10 กันยายน 2566", "5 พฤษภาคม 2566 เวลา 09.00 น.", "พ.ศ. 2566", ""]
        {
            assert_eq!(parts(line), None, "{line}");
        }
    }
}
