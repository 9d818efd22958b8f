//! The roster: the list of schools that a circular is for, read from an office's sheet and matched to the registry.

mod fill;
mod header;
mod index;
mod locals;
mod matching;
mod nearest;
mod outcome;
mod registry;
mod rejection;
mod row;
mod schools;
mod words;

use std::collections::HashMap;

pub use header::{Column, Field, Header, find_header};
pub use matching::Matcher;
pub use outcome::{Candidate, LocalCandidate, Outcome, Reason, RowState};
pub use registry::{Registry, RegistryLocal, RegistryProvince, RegistrySchool};
pub use rejection::rejection;
pub use row::{RosterRow, read_rows};
pub use words::LOOKED_FOR;

pub use crate::domain::sheet::Rejection;
use crate::domain::sheet::Sheet;

/// A roster with what became of each row; nothing of the file's rows is lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterMatch {
    /// The tab that the roster was found on; none for CSV.
    pub sheet: Option<String>,
    /// Where its columns are.
    pub header: Header,
    /// Its rows in the order of the file.
    pub rows: Vec<(RosterRow, Outcome)>,
}

impl RosterMatch {
    /// The rows that are not matched, by line and column.
    pub fn rejections(&self) -> Vec<Rejection> {
        self.rows.iter().filter_map(|(row, outcome)| rejection(&self.header, row, outcome)).collect()
    }

    /// The schools that are matched, in the order of the roster.
    pub fn school_ids(&self) -> Vec<i64> {
        self.rows.iter().filter_map(|(_, outcome)| outcome.school_id()).collect()
    }
}

/// Why a file holds no roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotARoster {
    /// No row names a column of schools.
    #[error("no header with a column of schools")]
    NoSchoolColumn,
    /// A header, and nothing under it.
    #[error("no rows under the header")]
    NoRows,
}

impl NotARoster {
    /// The stable word for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoSchoolColumn => "roster_without_school_column",
            Self::NoRows => "roster_without_rows",
        }
    }

    /// One Thai sentence for the person who chose the file.
    pub fn message_th(self) -> String {
        match self {
            Self::NoSchoolColumn => format!("ไม่พบหัวตารางที่มีช่องชื่อโรงเรียน (ค้นหา: {})", LOOKED_FOR.join(" ")),
            Self::NoRows => "พบหัวตารางแต่ไม่มีรายชื่อโรงเรียนใต้หัวตาราง".to_owned(),
        }
    }

    /// One English sentence for the person who chose the file.
    pub fn message_en(self) -> String {
        match self {
            Self::NoSchoolColumn => {
                format!("No header with a school column was found (looked for: {}).", LOOKED_FOR.join(", "))
            }
            Self::NoRows => "There is a header, but no schools under it.".to_owned(),
        }
    }
}

/// Reads and matches the roster on the first sheet that has one.
///
/// # Errors
/// When no sheet has a header with a school column, or when there are no rows under it.
pub fn match_roster(sheets: &[Sheet], matcher: &Matcher) -> Result<RosterMatch, NotARoster> {
    let mut refusal = NotARoster::NoSchoolColumn;
    for sheet in sheets {
        let Some(header) = find_header(&sheet.rows) else { continue };
        let rows: Vec<_> = read_rows(&header, &sheet.rows)
            .into_iter()
            .map(|row| {
                let outcome = matcher.match_row(&row);
                (row, outcome)
            })
            .collect();
        if rows.is_empty() {
            refusal = NotARoster::NoRows;
            continue;
        }
        let mut found = RosterMatch { sheet: sheet.name.clone(), header, rows };
        mark_duplicates(&mut found.rows);
        return Ok(found);
    }
    Err(refusal)
}

/// Finds the duplicates anew, after a row was matched by hand or dropped: a duplicate of a row that went is one no more.
pub fn settle(rows: &mut [(RosterRow, Outcome)]) {
    for (_, outcome) in rows.iter_mut() {
        if let Outcome::Duplicate { school_id, .. } = *outcome {
            *outcome = Outcome::Matched { school_id };
        }
    }
    mark_duplicates(rows);
}

/// Turns a school's second and later rows into duplicates.
pub fn mark_duplicates(rows: &mut [(RosterRow, Outcome)]) {
    let mut first_lines: HashMap<i64, u32> = HashMap::new();
    for (row, outcome) in rows {
        let Some(school_id) = outcome.school_id() else { continue };
        let first_line = *first_lines.entry(school_id).or_insert(row.line);
        if first_line != row.line {
            *outcome = Outcome::Duplicate { school_id, first_line };
        }
    }
}

#[cfg(test)]
mod tests;
