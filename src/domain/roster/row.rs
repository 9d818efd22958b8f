//! A row of a roster as the office wrote it.

use serde::{Deserialize, Serialize};

use super::fill::FillDown;
use super::header::{Column, Field, Header};
use super::words::classify;
use crate::domain::office::LocalKind;
use crate::domain::sheet::SheetRow;
use crate::domain::thai::names::{local_name, split_place};
use crate::domain::thai::{fold_digits, normalise};

/// One school of a roster, not yet matched.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterRow {
    /// The line of the file, or row of the sheet.
    pub line: u32,
    /// Its running number, where it has one.
    pub seq: Option<u32>,
    /// The school's code.
    pub school_code: Option<String>,
    /// The school's name; empty when the row gives none.
    pub school: String,
    /// The DLA code of its local administration.
    pub local_code: Option<String>,
    /// The name of its local administration, with its kind where a column of its own gives that.
    pub local: Option<String>,
    /// The district.
    pub district: Option<String>,
    /// The province's name.
    pub province: Option<String>,
    /// The province's two-digit code.
    pub province_code: Option<String>,
    /// Whether the local administration was taken from the row above, whose merged cell seemed to cover this one.
    pub local_filled: bool,
}

/// Reads the rows under a header; blank ones, section heads, repeated headers and totals are not schools.
pub fn read_rows(header: &Header, rows: &[SheetRow]) -> Vec<RosterRow> {
    let mut fill = FillDown::default();
    let mut read: Vec<RosterRow> = Vec::new();
    for row in rows.iter().skip(header.skip) {
        if let Some(province) = section_province(row) {
            fill.start_section(province);
            continue;
        }
        if is_footer(row) || is_header_again(header, row) || is_numbering(row) {
            continue;
        }
        let mut found = read_row(header, row);
        if found.is_blank() {
            continue;
        }
        fill.apply(&mut found);
        if !read.last().is_some_and(|last| found.continues(last)) {
            read.push(found);
        }
    }
    read
}

impl RosterRow {
    /// Nothing that a school could be meant by; a number alone is a line that was never filled in.
    fn is_blank(&self) -> bool {
        let says_school = !self.school.is_empty() || self.school_code.is_some();
        let says_local = self.local.is_some() || self.local_code.is_some();
        let numbered_place = self.seq.is_some() && self.province.is_some();
        !(says_school || says_local || numbered_place)
    }

    /// A school whose cells are merged over several rows, one for each of its people, is one row of the roster.
    fn continues(&self, last: &Self) -> bool {
        self.seq.is_some() && self.seq == last.seq && self.school == last.school && self.local == last.local
    }
}

fn read_row(header: &Header, row: &SheetRow) -> RosterRow {
    let text = |field| header.index(field).and_then(|index| value(row.cell(index)));
    let folded = |field| text(field).map(|code| fold_digits(&code).replace(' ', ""));
    let mut found = RosterRow {
        line: row.line,
        seq: folded(Field::Seq).and_then(|seq| seq.trim_matches(['.', ')', '(']).parse().ok()),
        school_code: folded(Field::SchoolCode),
        school: text(Field::School).unwrap_or_default(),
        local_code: folded(Field::LocalCode),
        local: text(Field::Local),
        district: text(Field::District),
        province: text(Field::Province),
        province_code: folded(Field::ProvinceCode),
        local_filled: false,
    };
    if let Some(local) = found.local.take() {
        let placed = split_place(&local);
        found.district = found.district.or(placed.district);
        found.province = found.province.or(placed.province);
        found.local = Some(with_kind(local, text(Field::LocalKind).as_deref()));
    }
    found
}

/// The name with the kind of a separate column before it, unless the name says its kind itself.
fn with_kind(local: String, kind: Option<&str>) -> String {
    let name = local_name(&local);
    match kind.and_then(|kind| kind.parse::<LocalKind>().ok()) {
        Some(kind) if name.kind.is_none() && !name.municipality => format!("{}{local}", kind.abbreviation()),
        _ => local,
    }
}

/// A cell's text; a dash says that there is none.
fn value(cell: &str) -> Option<String> {
    let text = normalise(cell);
    (!text.chars().all(|c| matches!(c, '-' | '–' | '—' | '.' | ' '))).then_some(text)
}

/// A row with nothing but "จังหวัด…" heads the schools of that province.
fn section_province(row: &SheetRow) -> Option<String> {
    let mut filled = row.filled();
    let only = filled.next().filter(|_| filled.next().is_none())?;
    let text = normalise(only);
    ["จังหวัด", "จ."].iter().find_map(|word| text.strip_prefix(word)).map(|name| name.trim().to_owned())
}

/// Totals, sources and remarks under the table.
fn is_footer(row: &SheetRow) -> bool {
    let Some(first) = row.filled().next().map(|text| fold_digits(&normalise(text)).to_lowercase()) else {
        return true;
    };
    let is_note = ["หมายเหตุ", "ที่มา:", "ที่มา :", "ข้อมูล ณ", "remark", "source:"]
        .iter()
        .any(|word| first.starts_with(word));
    let total = ["ยอดรวม", "รวม", "grand total", "total"].iter().find_map(|word| first.strip_prefix(word));
    let is_total = total.is_some_and(|rest| {
        let rest = rest.trim_start_matches([' ', ':', '(', '=']);
        rest.is_empty()
            || rest.starts_with(|c: char| c.is_ascii_digit())
            || ["ทั้งสิ้น", "ทั้งหมด", "จำนวน", "โรงเรียนทั้ง"].iter().any(|word| rest.starts_with(word))
    });
    is_note || is_total
}

/// The header printed again on each page.
/// Every cell says its column's head again; one alone must say it in the same words, since a school may be called
/// โรงเรียนที่วัง.
fn is_header_again(header: &Header, row: &SheetRow) -> bool {
    let filled: Vec<_> =
        header.columns.iter().filter(|column| !row.cell(column.index).trim().is_empty()).collect();
    let again =
        |column: &Column| classify(row.cell(column.index)).is_some_and(|(found, _)| found == column.field);
    match filled.as_slice() {
        [only] => row.cell(only.index).trim() == only.text.trim(),
        several => several.len() > 1 && several.iter().all(|column| again(column)),
    }
}

/// Column numbers under the header: (1) (2) (3).
fn is_numbering(row: &SheetRow) -> bool {
    let mut count = 0_usize;
    let mut expected = row.filled().map(|text| {
        count += 1;
        fold_digits(text).trim_matches(['(', ')']).parse() == Ok(count)
    });
    expected.all(|yes| yes) && count > 1
}

#[cfg(test)]
#[path = "row_tests.rs"]
mod tests;
