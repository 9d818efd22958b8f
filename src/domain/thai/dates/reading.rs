//! Finds dates in running text: single days, lists and ranges of days, months without a day.
//!
//! What is written decides; a year that stands once serves both ends of a range, and nothing else is filled in.

use chrono::{Datelike as _, NaiveDate};

use super::pieces::{Piece, Token, pieces};

/// What a written date says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateValue {
    /// One day of the calendar.
    Day(NaiveDate),
    /// Two days, the first not after the second.
    Range(NaiveDate, NaiveDate),
    /// A month of a year (common era), no day given.
    Month(i32, u32),
    /// A day and a month, no year given.
    DayOfMonth(u32, u32),
    /// A day that no calendar has (day, month, common-era year).
    Impossible(u32, u32, i32),
    /// A range that ends before it begins.
    Backwards,
}

/// A date and where it stands in the text, in bytes; "วันที่" and its like belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateText {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What it says.
    pub value: DateValue,
    /// Whether its year was written with two figures ("66").
    pub two_digit_year: bool,
}

#[derive(Clone, Copy)]
struct Year {
    ce: i32,
    two_digit: bool,
}

/// Day, month and, where it is written, year.
type PlainDate = (u32, u32, Option<Year>);

/// All dates of a text in their order. Takes time in proportion to the text.
pub fn find_dates(text: &str) -> Vec<DateText> {
    let tokens = pieces(text);
    let mut reader = Reader { text, tokens: &tokens, at: 0, found: Vec::new() };
    while reader.at < tokens.len() {
        let start = reader.at;
        if !(reader.figures() || reader.days() || reader.month_alone()) {
            reader.at = reader.at.max(start + 1);
        }
    }
    reader.found
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    at: usize,
    found: Vec<DateText>,
}

impl Reader<'_> {
    fn piece(&self, at: usize) -> Option<Piece> {
        self.tokens.get(at).map(|token| token.piece)
    }

    /// The position after any pieces of this kind.
    fn skip(&self, mut at: usize, piece: Piece) -> usize {
        while self.piece(at) == Some(piece) {
            at += 1;
        }
        at
    }

    fn push(&mut self, from: usize, to: usize, value: DateValue, two_digit_year: bool) {
        let span = (self.tokens.get(from), to.checked_sub(1).and_then(|last| self.tokens.get(last)));
        if let (Some(first), Some(last)) = span {
            self.found.push(DateText { start: first.start, end: last.end, value, two_digit_year });
        }
    }

    /// "24/5/2566", "24/5/2566 - 2/6/2566".
    fn figures(&mut self) -> bool {
        let first = self.skip(self.at, Piece::DayWord);
        let Some((from, two_digit)) = self.figures_at(first) else { return false };
        let mut end = first + 1;
        let mut value = from;
        let next = self.second(end);
        if let Some((to, _)) = next.and_then(|next| self.figures_at(next)) {
            value = join(from, to);
            end = next.map_or(end, |next| next + 1);
        }
        self.push(self.at, end, value, two_digit);
        self.at = end;
        true
    }

    fn figures_at(&self, at: usize) -> Option<(DateValue, bool)> {
        let Some(Piece::Figures { day, month, year, digits }) = self.piece(at) else { return None };
        let year = year_of(year, digits)?;
        Some((day_of(day, month, year.ce), year.two_digit))
    }

    /// Where the second date of a range starts, when one is announced at `at` ("เวลา …" may stand between).
    fn second(&self, at: usize) -> Option<usize> {
        let connector = self.skip(at, Piece::Time);
        let after = self.skip(connector, Piece::To);
        (after > connector).then(|| self.skip(after, Piece::DayWord))
    }

    /// Days before a month: "9", "9 - 10", "9, 10 และ 16", each with "วันที่" or a weekday.
    fn days(&mut self) -> bool {
        let start = self.at;
        let mut days: Vec<(u32, u32)> = Vec::new();
        let mut ranged = false;
        let mut at = self.skip(start, Piece::DayWord);
        while let Some(Piece::Number { value, digits: 1 | 2 }) = self.piece(at) {
            match days.last_mut() {
                Some(last) if ranged => last.1 = value,
                _ => days.push((value, value)),
            }
            let connector = at + 1;
            let after = match self.piece(connector) {
                Some(Piece::To) => self.skip(connector, Piece::To),
                Some(Piece::And) => self.skip(connector, Piece::And),
                _ => {
                    at = connector;
                    break;
                }
            };
            ranged = self.piece(connector) == Some(Piece::To);
            at = self.skip(after, Piece::DayWord);
        }
        let month_at = self.skip(at, Piece::MonthWord);
        let Some(Piece::Month(month)) = self.piece(month_at).filter(|_| !days.is_empty()) else {
            // No suffix of these days stands before a month either, so all of them are passed over at once.
            self.at = at.max(start);
            return false;
        };
        self.dates_of(start, month_at + 1, &days, month);
        true
    }

    /// What the days of one month say, together with the year and a second date behind it.
    fn dates_of(&mut self, start: usize, after_month: usize, days: &[(u32, u32)], month: u32) {
        let (year, end) = self.year_at(after_month);
        if let [(day, same)] = days
            && day == same
            && let Some(to) = self.second(end).and_then(|second| self.day_month_year(second))
        {
            let (value, two_digit) = range((*day, month, year), to.0);
            self.push(start, to.1, value, two_digit);
            self.at = to.1;
            return;
        }
        for &(first, last) in &merge(days) {
            let value = match year {
                None => DateValue::DayOfMonth(last, month),
                Some(year) if first == last => day_of(last, month, year.ce),
                Some(year) => join(day_of(first, month, year.ce), day_of(last, month, year.ce)),
            };
            self.push(start, end, value, year.is_some_and(|year| year.two_digit));
        }
        self.at = end;
    }

    /// "28 กรกฎาคม 2566" and the position after it.
    fn day_month_year(&self, at: usize) -> Option<(PlainDate, usize)> {
        let Some(Piece::Number { value: day, digits: 1 | 2 }) = self.piece(at) else { return None };
        let month_at = self.skip(at + 1, Piece::MonthWord);
        let Some(Piece::Month(month)) = self.piece(month_at) else { return None };
        let (year, end) = self.year_at(month_at + 1);
        Some(((day, month, year), end))
    }

    /// "พฤษภาคม 2566": a month and its year, no day.
    fn month_alone(&mut self) -> bool {
        let month_at = self.skip(self.at, Piece::MonthWord);
        let Some(Piece::Month(month)) = self.piece(month_at) else {
            // Nor does a month follow any later "เดือน" of this row of them.
            self.at = month_at;
            return false;
        };
        let (Some(year), end) = self.year_at(month_at + 1) else { return false };
        self.push(self.at, end, DateValue::Month(year.ce, month), year.two_digit);
        self.at = end;
        true
    }

    /// The year at `at`, if one stands there, and the position after it.
    fn year_at(&self, at: usize) -> (Option<Year>, usize) {
        let number_at = self.skip(at, Piece::Era);
        let Some(Token { piece: Piece::Number { value, digits }, end, .. }) = self.tokens.get(number_at)
        else {
            return (None, at);
        };
        let counts_things = *digits == 2 && self.text.get(*end..).is_some_and(begins_with_a_unit);
        match year_of(*value, *digits).filter(|_| !counts_things) {
            Some(year) => (Some(year), number_at + 1),
            None => (None, at),
        }
    }
}

/// "9 กันยายน 45 แห่ง" counts places; 45 is no year.
fn begins_with_a_unit(rest: &str) -> bool {
    let rest = rest.trim_start();
    ["แห่ง", "โรงเรียน", "คน", "ราย", "จังหวัด", "น.", "ชุด", "ทีม", "วัน"].iter().any(|unit| rest.starts_with(unit))
}

/// Buddhist years of four or two figures; a common-era year where it can be nothing else.
fn year_of(value: u32, digits: usize) -> Option<Year> {
    let value = i32::try_from(value).ok()?;
    match (digits, value) {
        (4, 2400..=2699) => Some(Year { ce: value - 543, two_digit: false }),
        (4, 1900..=2199) => Some(Year { ce: value, two_digit: false }),
        (2, 40..=99) => Some(Year { ce: value + 2500 - 543, two_digit: true }),
        _ => None,
    }
}

fn day_of(day: u32, month: u32, year: i32) -> DateValue {
    NaiveDate::from_ymd_opt(year, month, day).map_or(DateValue::Impossible(day, month, year), DateValue::Day)
}

fn join(from: DateValue, to: DateValue) -> DateValue {
    match (from, to) {
        (DateValue::Day(from), DateValue::Day(to)) if from <= to => DateValue::Range(from, to),
        (DateValue::Day(_), DateValue::Day(_)) => DateValue::Backwards,
        (DateValue::Day(_), other) | (other, _) => other,
    }
}

/// A range over two months. A year that stands once serves both ends; over a year's end the other end follows from it.
fn range(from: PlainDate, to: PlainDate) -> (DateValue, bool) {
    let over_year_end = i32::from((from.1, from.0) > (to.1, to.0));
    let (start, end) = match (from.2, to.2) {
        (Some(start), Some(end)) => (start.ce, end.ce),
        (None, Some(end)) => (end.ce - over_year_end, end.ce),
        (Some(start), None) => (start.ce, start.ce + over_year_end),
        (None, None) => return (DateValue::DayOfMonth(to.0, to.1), false),
    };
    let two_digit = [from.2, to.2].iter().flatten().any(|year| year.two_digit);
    (join(day_of(from.0, from.1, start), day_of(to.0, to.1, end)), two_digit)
}

/// "9 และ 10" is one stretch of two days; "9 และ 16" are two days.
fn merge(days: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let mut stretches: Vec<(u32, u32)> = Vec::new();
    for &(first, last) in days {
        match stretches.last_mut() {
            Some(stretch) if stretch.1 + 1 == first => stretch.1 = last,
            _ => stretches.push((first, last)),
        }
    }
    stretches
}

impl DateText {
    /// The last day it names, if it names one.
    pub fn last_day(&self) -> Option<NaiveDate> {
        match self.value {
            DateValue::Day(day) | DateValue::Range(_, day) => Some(day),
            _ => None,
        }
    }

    /// The common-era year and month it ends in, if it has a year.
    pub fn month(&self) -> Option<(i32, u32)> {
        match self.value {
            DateValue::Month(year, month) | DateValue::Impossible(_, month, year) => Some((year, month)),
            _ => self.last_day().map(|day| (day.year(), day.month())),
        }
    }
}

#[cfg(test)]
#[path = "reading_tests.rs"]
mod tests;
