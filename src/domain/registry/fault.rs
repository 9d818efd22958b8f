//! What is wrong with a row of a registry file.

use super::columns::{Columns, Name};
use crate::domain::sheet::{Rejection, SheetRow};

/// A fault and the column it is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    column: Name,
    what: What,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum What {
    Missing,
    Malformed,
    Unknown,
    Contradicts,
    Duplicate { first_line: u32 },
}

impl Fault {
    /// A cell that must not be blank.
    pub const fn missing(column: Name) -> Self {
        Self { column, what: What::Missing }
    }

    /// A code, year or date that is not written as one.
    pub const fn malformed(column: Name) -> Self {
        Self { column, what: What::Malformed }
    }

    /// A word that is not among those allowed.
    pub const fn unknown(column: Name) -> Self {
        Self { column, what: What::Unknown }
    }

    /// A value that does not fit the row's code.
    pub const fn contradicts(column: Name) -> Self {
        Self { column, what: What::Contradicts }
    }

    /// An office that an earlier line names.
    pub const fn duplicate(column: Name, first_line: u32) -> Self {
        Self { column, what: What::Duplicate { first_line } }
    }

    /// The fault in the words of both languages.
    pub fn at(&self, columns: &Columns, row: &SheetRow) -> Rejection {
        let value = columns.text(row, self.column).unwrap_or_default();
        let (reason, message_th, message_en) = match self.what {
            What::Missing => {
                ("missing", "ช่องนี้ต้องไม่ว่าง".to_owned(), "This cell must not be blank.".to_owned())
            }
            What::Malformed => (
                "malformed",
                format!("“{value}” เขียนไม่ถูกรูปแบบ"),
                format!("“{value}” is not written as it should be."),
            ),
            What::Unknown => {
                ("unknown_word", format!("ไม่รู้จักคำว่า “{value}”"), format!("“{value}” is not a known word."))
            }
            What::Contradicts => (
                "contradicts_code",
                format!("“{value}” ไม่ตรงกับรหัสในบรรทัดนี้"),
                format!("“{value}” does not fit the code of this row."),
            ),
            What::Duplicate { first_line } => (
                "duplicate_code",
                format!("“{value}” ซ้ำกับบรรทัดที่ {first_line}"),
                format!("“{value}” is the office of line {first_line} again."),
            ),
        };
        Rejection {
            line: row.line,
            column: columns.head(self.column),
            reason: reason.to_owned(),
            message_th,
            message_en,
        }
    }
}
