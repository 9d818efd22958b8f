//! Why a file is no spreadsheet that can be read.

use super::{MAX_BYTES, MAX_CELLS, MAX_ROWS, MAX_UNPACKED};

const MEBIBYTE: u64 = 1024 * 1024;

/// A refusal that names its cause and, where there is one, the way out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UnreadableSheet {
    /// Nothing but white space.
    #[error("the file is empty")]
    Empty,
    /// More bytes than are looked at.
    #[error("the file is larger than {} MB", MAX_BYTES as u64 / MEBIBYTE)]
    FileTooLarge,
    /// A workbook that unpacks to more than is sensible.
    #[error("the workbook unpacks to more than {} MB", MAX_UNPACKED / MEBIBYTE)]
    UnpacksTooLarge,
    /// More rows than a roster or a registry has.
    #[error("the sheet has more than {MAX_ROWS} rows")]
    TooManyRows,
    /// More cells than fit.
    #[error("the file has more than {MAX_CELLS} cells")]
    TooManyCells,
    /// A workbook of Excel 97-2003, or one locked with a password: both are the same kind of container.
    #[error(
        "the workbook is in the old .xls format or locked with a password: save it as .xlsx without one, or as CSV"
    )]
    OldWorkbook,
    /// A zip file that is no workbook, or one that is damaged.
    #[error("the workbook is damaged or is not an .xlsx file")]
    BrokenWorkbook,
    /// Neither a workbook nor text.
    #[error("the file is neither an .xlsx workbook nor a CSV text")]
    NotASheet,
    /// Text in an encoding that is not known here.
    #[error("the text is neither UTF-8, UTF-16 nor Windows-874 (TIS-620)")]
    UnknownEncoding,
}

impl UnreadableSheet {
    /// The stable word for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "sheet_empty",
            Self::FileTooLarge => "sheet_too_large",
            Self::UnpacksTooLarge => "sheet_unpacks_too_large",
            Self::TooManyRows => "sheet_too_many_rows",
            Self::TooManyCells => "sheet_too_many_cells",
            Self::OldWorkbook => "sheet_old_workbook",
            Self::BrokenWorkbook => "sheet_broken_workbook",
            Self::NotASheet => "not_a_sheet",
            Self::UnknownEncoding => "sheet_unknown_encoding",
        }
    }

    /// One Thai sentence for the person who chose the file.
    pub fn message_th(self) -> String {
        match self {
            Self::Empty => "ไฟล์นี้ว่างเปล่า".to_owned(),
            Self::FileTooLarge => format!("ไฟล์ใหญ่เกิน {} MB", MAX_BYTES as u64 / MEBIBYTE),
            Self::UnpacksTooLarge => format!("ไฟล์ Excel เมื่อคลายแล้วใหญ่เกิน {} MB", MAX_UNPACKED / MEBIBYTE),
            Self::TooManyRows => format!("ตารางมีเกิน {MAX_ROWS} แถว"),
            Self::TooManyCells => format!("ไฟล์มีเกิน {MAX_CELLS} ช่อง"),
            Self::OldWorkbook => {
                "ไฟล์เป็น Excel รุ่นเก่า (.xls) หรือมีรหัสผ่าน กรุณาบันทึกใหม่เป็น .xlsx ที่ไม่มีรหัสผ่าน หรือ CSV".to_owned()
            }
            Self::BrokenWorkbook => "ไฟล์ Excel เสียหาย หรือไม่ใช่ไฟล์ .xlsx".to_owned(),
            Self::NotASheet => "ไฟล์นี้ไม่ใช่ตาราง Excel (.xlsx) หรือ CSV".to_owned(),
            Self::UnknownEncoding => "อ่านตัวอักษรในไฟล์ไม่ได้ กรุณาบันทึกเป็น CSV แบบ UTF-8 หรือ .xlsx".to_owned(),
        }
    }

    /// One English sentence for the person who chose the file.
    pub fn message_en(self) -> String {
        let sentence = self.to_string();
        let mut letters = sentence.chars();
        letters
            .next()
            .map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), letters.as_str()))
    }
}
