//! Running text cut into the pieces a date is made of; whatever is no such piece breaks a date off.

use super::keywords::keyword;

/// One piece of a written date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    /// A run of at most four digits.
    Number { value: u32, digits: usize },
    /// A date in figures, "24/05/2566"; the year as written.
    Figures { day: u32, month: u32, year: u32, digits: usize },
    /// The name of a month.
    Month(u32),
    /// "ถึง", "-".
    To,
    /// "และ", ",".
    And,
    /// "วันที่", "วันจันทร์ที่".
    DayWord,
    /// "เดือน".
    MonthWord,
    /// "พ.ศ.", "ปี": a year follows.
    Era,
    /// "เวลา 09.00 - 16.30 น.": may stand inside a range of days.
    Time,
    /// Anything else, however long.
    Other,
}

impl Piece {
    fn is_word(self) -> bool {
        matches!(self, Self::Month(_) | Self::Era | Self::MonthWord | Self::DayWord)
    }
}

/// A piece and where it stands, in bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub piece: Piece,
    pub start: usize,
    pub end: usize,
}

/// Cuts the text in one pass.
pub(super) fn pieces(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut before = None;
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let c = rest.chars().next().unwrap_or(' ');
        if c.is_whitespace() {
            at += c.len_utf8();
            before = Some(c);
            continue;
        }
        // The dot of "มิ.ย.66" closes the month; the dot of "0816.3" does not.
        let in_front =
            before.filter(|_| !tokens.last().is_some_and(|last| last.end == at && last.piece.is_word()));
        let (piece, length) = piece_at(rest, c, in_front);
        // A row of dashes leads to no other date than one of them does.
        let again = matches!(piece, Piece::Other | Piece::To | Piece::And)
            && tokens.last().is_some_and(|last| last.piece == piece);
        if !again {
            tokens.push(Token { piece, start: at, end: at + length });
        }
        at += length;
        before = text.get(..at).and_then(|done| done.chars().next_back());
    }
    tokens
}

fn piece_at(rest: &str, c: char, before: Option<char>) -> (Piece, usize) {
    if is_digit(c) {
        return digits_at(rest, before);
    }
    if c == 'เ'
        && let Some(found) = rest.strip_prefix("เวลา").and_then(|after| time_after(rest, after))
    {
        return found;
    }
    keyword(rest, before).unwrap_or((Piece::Other, c.len_utf8()))
}

fn digits_at(rest: &str, before: Option<char>) -> (Piece, usize) {
    let run = Digits::of(rest);
    let after = run.after(rest);
    let other = (Piece::Other, run.bytes);
    if run.count > 4 || before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '/' | ',')) {
        return other;
    }
    if run.count <= 2
        && after.starts_with(['/', '-', '.', ':'])
        && let Some(found) = figures(rest).or_else(|| time_after(rest, rest))
    {
        return found;
    }
    if followed_by_figure(after) {
        other
    } else {
        (Piece::Number { value: run.value, digits: run.count }, run.bytes)
    }
}

/// "1,254" and "0816.3" are one number each, and no part of a date.
fn followed_by_figure(after: &str) -> bool {
    let mut chars = after.chars();
    matches!(chars.next(), Some(',' | '.' | ':')) && chars.next().is_some_and(is_digit)
}

/// "24/05/2566", "24/5/66", "24-05-2566", "24.5.2566": two-digit years only between slashes.
fn figures(rest: &str) -> Option<(Piece, usize)> {
    let (day, after) = short_number(rest)?;
    let separator = after.chars().next().filter(|c| matches!(c, '/' | '-' | '.'))?;
    let (month, after) = short_number(after.strip_prefix(separator)?)?;
    let after = after.strip_prefix(separator)?;
    let year = Digits::of(after);
    let end = year.after(after);
    let continues = end.starts_with(['/', '-']) && end.chars().nth(1).is_some_and(is_digit);
    if continues || !(year.count == 4 || (year.count == 2 && separator == '/')) {
        return None;
    }
    Some((Piece::Figures { day, month, year: year.value, digits: year.count }, rest.len() - end.len()))
}

/// A time of day, or two with a dash between, at the start of `after`; it ends in "น." unless "เวลา" led it in.
fn time_after(rest: &str, after: &str) -> Option<(Piece, usize)> {
    let led_in = rest.len() != after.len();
    let mut end = clock_time(after)?;
    let dash = end.trim_start().strip_prefix(['-', '–']).or_else(|| end.trim_start().strip_prefix("ถึง"));
    if let Some(second) = dash.and_then(clock_time) {
        end = second;
    }
    let unit = ["น.", "นาฬิกา"].iter().find_map(|unit| end.trim_start().strip_prefix(unit));
    let end = unit.or(led_in.then_some(end))?;
    Some((Piece::Time, rest.len() - end.len()))
}

fn clock_time(text: &str) -> Option<&str> {
    let (_, after) = short_number(text.trim_start())?;
    let after = after.strip_prefix(['.', ':'])?;
    let minutes = Digits::of(after);
    (minutes.count == 2).then(|| minutes.after(after))
}

/// A number of one or two digits, and what follows it.
fn short_number(text: &str) -> Option<(u32, &str)> {
    let run = Digits::of(text);
    matches!(run.count, 1 | 2).then(|| (run.value, run.after(text)))
}

/// The digits at the start of a text, at most twenty of them: a longer run is no date and is cut piece by piece.
struct Digits {
    value: u32,
    count: usize,
    bytes: usize,
}

impl Digits {
    fn of(text: &str) -> Self {
        let mut run = Self { value: 0, count: 0, bytes: 0 };
        for c in text.chars().take(20) {
            let Some(digit) = digit_value(c) else { break };
            run.value = run.value.saturating_mul(10).saturating_add(digit);
            run.count += 1;
            run.bytes += c.len_utf8();
        }
        run
    }

    fn after<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.bytes..).unwrap_or("")
    }
}

fn is_digit(c: char) -> bool {
    digit_value(c).is_some()
}

fn digit_value(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(u32::from(c) - u32::from('0')),
        '๐'..='๙' => Some(u32::from(c) - u32::from('๐')),
        _ => None,
    }
}
