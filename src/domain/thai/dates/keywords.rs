//! The words that make up a written date: months in all their spellings, days, eras and connectors.

use super::pieces::Piece;

/// Months in full, with the misspellings that are common in letters.
const MONTHS: [(&str, u32); 15] = [
    ("มกราคม", 1),
    ("กุมภาพันธ์", 2),
    ("กุมภาพันธ", 2),
    ("มีนาคม", 3),
    ("เมษายน", 4),
    ("พฤษภาคม", 5),
    ("มิถุนายน", 6),
    ("กรกฎาคม", 7),
    ("กรกฏาคม", 7),
    ("สิงหาคม", 8),
    ("กันยายน", 9),
    ("ตุลาคม", 10),
    ("พฤศจิกายน", 11),
    ("พฤษจิกายน", 11),
    ("ธันวาคม", 12),
];

/// The two halves of each short form; a dot may follow either, or be left out ("มิ.ย.", "มิย.").
const SHORT_MONTHS: [(&str, &str, u32); 12] = [
    ("ม", "ค", 1),
    ("ก", "พ", 2),
    ("มี", "ค", 3),
    ("เม", "ย", 4),
    ("พ", "ค", 5),
    ("มิ", "ย", 6),
    ("ก", "ค", 7),
    ("ส", "ค", 8),
    ("ก", "ย", 9),
    ("ต", "ค", 10),
    ("พ", "ย", 11),
    ("ธ", "ค", 12),
];

const WORDS: [(&str, Piece); 14] = [
    ("จนถึง", Piece::To),
    ("ถึง", Piece::To),
    ("-", Piece::To),
    ("–", Piece::To),
    ("—", Piece::To),
    ("และ", Piece::And),
    (",", Piece::And),
    ("วันที่", Piece::DayWord),
    ("เดือน", Piece::MonthWord),
    ("พุทธศักราช", Piece::Era),
    ("พ.ศ.", Piece::Era),
    ("พ.ศ", Piece::Era),
    ("ค.ศ.", Piece::Era),
    ("ปี", Piece::Era),
];

const WEEKDAYS: [&str; 8] = ["จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "พฤหัส", "ศุกร์", "เสาร์", "อาทิตย์"];

/// The date word at the start of `rest`, with its length in bytes; `before` is the character in front of it.
pub(super) fn keyword(rest: &str, before: Option<char>) -> Option<(Piece, usize)> {
    let first = rest.chars().next()?;
    if !matches!(
        first,
        'ม' | 'ก'
            | 'พ'
            | 'ส'
            | 'ต'
            | 'ธ'
            | 'เ'
            | 'ว'
            | 'ถ'
            | 'จ'
            | 'แ'
            | 'ค'
            | 'ป'
            | '-'
            | '–'
            | '—'
            | ','
    ) {
        return None;
    }
    MONTHS
        .iter()
        .find(|(name, _)| rest.starts_with(name))
        .map(|(name, month)| (Piece::Month(*month), name.len()))
        .or_else(|| short_month(rest, before))
        .or_else(|| weekday(rest))
        .or_else(|| {
            WORDS.iter().find(|(word, _)| rest.starts_with(word)).map(|(word, piece)| (*piece, word.len()))
        })
}

fn short_month(rest: &str, before: Option<char>) -> Option<(Piece, usize)> {
    if before.is_some_and(is_thai_letter) {
        return None;
    }
    // The longest first half wins, so that "มิ.ย." is never looked at as "ม" and something else.
    SHORT_MONTHS.iter().find_map(|(first, second, month)| {
        let after_first = rest.strip_prefix(first)?;
        let inner_dot = after_first.strip_prefix('.');
        let after_second = inner_dot.unwrap_or(after_first).strip_prefix(second)?;
        let outer_dot = after_second.strip_prefix('.');
        let end = outer_dot.unwrap_or(after_second);
        let length = rest.len() - end.len();
        let closed = if outer_dot.is_some() {
            !begins_another_abbreviation(end)
        } else if inner_dot.is_some() {
            !end.starts_with(is_thai_letter)
        } else {
            end.trim_start().starts_with(|c: char| c.is_ascii_digit() || ('๐'..='๙').contains(&c))
        };
        closed.then_some((Piece::Month(*month), length))
    })
}

/// "ก.ค." in "ก.ค.ศ." is a commission, not a month.
fn begins_another_abbreviation(rest: &str) -> bool {
    let mut chars = rest.chars();
    chars.next().is_some_and(is_thai_letter) && chars.next() == Some('.')
}

/// "วันจันทร์ที่", with or without spaces.
fn weekday(rest: &str) -> Option<(Piece, usize)> {
    let after = rest.strip_prefix("วัน")?.trim_start_matches(' ');
    let after = WEEKDAYS.iter().find_map(|name| after.strip_prefix(name))?;
    let after = after.trim_start_matches(' ').strip_prefix("ที่").unwrap_or(after);
    Some((Piece::DayWord, rest.len() - after.len()))
}

fn is_thai_letter(c: char) -> bool {
    matches!(c, 'ก'..='ฺ' | 'เ'..='๎')
}
