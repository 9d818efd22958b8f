//! CSV of any separator and line end.
//!
//! Errors name the physical line on which a row begins, past blank lines and line breaks inside quotation marks.
//! The csv crate does not count so, hence this small reader.

use std::iter::Peekable;
use std::str::Chars;

use super::separator::sniff;
use super::{MAX_CELLS, MAX_COLUMNS, MAX_ROWS, UnreadableSheet};
use crate::domain::sheet::SheetRow;

/// The rows of a text that hold anything.
pub(super) fn rows(text: &str) -> Result<Vec<SheetRow>, UnreadableSheet> {
    let separator = sniff(text);
    let mut rows = Vec::new();
    let mut cells = 0;
    for row in records(text, separator).filter(|row| row.filled().next().is_some()) {
        cells += row.cells.len();
        if cells > MAX_CELLS {
            return Err(UnreadableSheet::TooManyCells);
        }
        if rows.len() == MAX_ROWS {
            return Err(UnreadableSheet::TooManyRows);
        }
        rows.push(row);
    }
    Ok(rows)
}

/// Every record of a text, blank ones too.
pub(super) fn records(text: &str, separator: char) -> Records<'_> {
    Records { chars: text.chars().peekable(), separator, line: 1 }
}

/// Reads record after record and counts lines.
pub(super) struct Records<'a> {
    chars: Peekable<Chars<'a>>,
    separator: char,
    line: u32,
}

impl Iterator for Records<'_> {
    type Item = SheetRow;

    fn next(&mut self) -> Option<SheetRow> {
        self.chars.peek()?;
        let line = self.line;
        let mut cells = Vec::new();
        loop {
            let (cell, goes_on) = self.cell();
            if cells.len() < MAX_COLUMNS {
                cells.push(cell);
            }
            if !goes_on {
                return Some(SheetRow { line, cells });
            }
        }
    }
}

impl Records<'_> {
    /// One cell, and whether another follows on the same record.
    fn cell(&mut self) -> (String, bool) {
        let mut cell = String::new();
        let mut quoted = false;
        while let Some(c) = self.chars.next() {
            match c {
                '"' if quoted && self.chars.peek() == Some(&'"') => {
                    self.chars.next();
                    cell.push('"');
                }
                '"' if quoted => quoted = false,
                // Only a mark at the cell's start opens a quotation: โรงเรียน "วัดใน" stays as it is.
                '"' if cell.trim().is_empty() => {
                    cell.clear();
                    quoted = true;
                }
                '\r' | '\n' => {
                    if c == '\r' && self.chars.peek() == Some(&'\n') {
                        self.chars.next();
                    }
                    self.line = self.line.saturating_add(1);
                    if !quoted {
                        return (cell, false);
                    }
                    cell.push('\n');
                }
                c if c == self.separator && !quoted => return (cell, true),
                other => cell.push(other),
            }
        }
        (cell, false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<(u32, Vec<String>)> {
        rows(text).expect("a small table").into_iter().map(|row| (row.line, row.cells)).collect()
    }

    #[test]
    fn lines_are_counted_past_blank_ones_and_breaks_inside_cells() {
        let text = "ที่,ชื่อ\r\n\r\n1,\"สอง\r\nบรรทัด\"\r\n2,\"เขาว่า \"\"ดี\"\"\"\r\n";
        let found = cells(text);
        assert_eq!(found[1], (3, vec!["1".to_owned(), "สอง\nบรรทัด".to_owned()]));
        assert_eq!(found[2], (5, vec!["2".to_owned(), "เขาว่า \"ดี\"".to_owned()]));
    }

    #[test]
    fn old_line_ends_and_other_separators_are_read() {
        assert_eq!(cells("ก;ข\r1,5;2\r3;4")[1].1, ["1,5", "2"]);
        assert_eq!(cells("ก\tข\n1\t2")[1].1, ["1", "2"]);
        assert_eq!(cells("โรงเรียน\nรร.ตัวอย่าง")[1].1, ["รร.ตัวอย่าง"]);
    }

    #[test]
    fn a_quotation_inside_a_name_is_part_of_it() {
        assert_eq!(cells("1,เทศบาล 2 \"วัดใน\",ก\n2,ข,ค")[0].1[1], "เทศบาล 2 \"วัดใน\"");
    }
}
