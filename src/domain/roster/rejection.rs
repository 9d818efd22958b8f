//! A row that was not matched, told by line and column in both languages.

use super::header::{Field, Header};
use super::outcome::{Outcome, Reason};
use super::row::RosterRow;
use crate::domain::sheet::Rejection;

/// The rejection of a row; none when it is matched.
pub fn rejection(header: &Header, row: &RosterRow, outcome: &Outcome) -> Option<Rejection> {
    let school =
        if row.school.is_empty() { row.school_code.as_deref().unwrap_or_default() } else { &row.school };
    let local = row.local.as_deref().or(row.local_code.as_deref()).unwrap_or_default();
    let (field, reason, message_th, message_en) = match outcome {
        Outcome::Matched { .. } => return None,
        Outcome::Ambiguous { candidates } => (
            Field::School,
            "ambiguous_school",
            format!("“{school}” อาจหมายถึงโรงเรียนได้ {} แห่ง กรุณาเลือก", candidates.len()),
            format!("“{school}” may be any of {} schools: please choose.", candidates.len()),
        ),
        Outcome::UnknownSchool { .. } => (
            if row.school.is_empty() { Field::SchoolCode } else { Field::School },
            "unknown_school",
            format!("ไม่พบโรงเรียน “{school}” ในทะเบียน"),
            format!("There is no school “{school}” in the registry."),
        ),
        Outcome::UnknownLocal { .. } => (
            if row.local.is_some() { Field::Local } else { Field::LocalCode },
            "unknown_local",
            format!("ไม่พบ อปท. “{local}” ในทะเบียน"),
            format!("There is no local administration “{local}” in the registry."),
        ),
        Outcome::Duplicate { first_line, .. } => (
            Field::School,
            "duplicate_school",
            format!("“{school}” ซ้ำกับบรรทัดที่ {first_line}"),
            format!("“{school}” is the school of line {first_line} again."),
        ),
        Outcome::Rejected { column, reason } => {
            let (th, en) = reason.sentences(row);
            (*column, reason.code(), th, en)
        }
    };
    Some(Rejection {
        line: row.line,
        column: header.label(field),
        reason: reason.to_owned(),
        message_th,
        message_en,
    })
}

impl Reason {
    /// The stable word for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::SchoolNameMissing => "school_name_missing",
            Self::SchoolCodeContradicts => "school_code_contradicts",
            Self::LocalCodeContradicts => "local_code_contradicts",
            Self::LocalContradicts => "local_contradicts",
            Self::ProvinceContradicts => "province_contradicts",
            Self::UnknownProvince => "unknown_province",
        }
    }

    /// Thai, then English.
    fn sentences(self, row: &RosterRow) -> (String, String) {
        let said = |text: &Option<String>| text.clone().unwrap_or_default();
        let (school_code, local_code) = (said(&row.school_code), said(&row.local_code));
        let (local, school) = (said(&row.local), &row.school);
        let province = row.province.clone().unwrap_or_else(|| said(&row.province_code));
        match self {
            Self::SchoolNameMissing => {
                ("ไม่มีชื่อโรงเรียน".to_owned(), "The name of the school is missing.".to_owned())
            }
            Self::SchoolCodeContradicts => (
                format!("รหัส {school_code} ไม่ใช่ของ “{school}”"),
                format!("Code {school_code} is not that of “{school}”."),
            ),
            Self::LocalCodeContradicts => (
                format!("รหัส อปท. {local_code} ไม่ตรงกับชื่อในบรรทัดนี้"),
                format!("LAO code {local_code} does not fit the names of this row."),
            ),
            Self::LocalContradicts => (
                format!("โรงเรียนรหัส {school_code} ไม่ได้สังกัด “{local}”"),
                format!("The school with code {school_code} does not belong to “{local}”."),
            ),
            Self::ProvinceContradicts => (
                format!("จังหวัด “{province}” ไม่ตรงกับรหัสในบรรทัดนี้"),
                format!("Province “{province}” does not fit the codes of this row."),
            ),
            Self::UnknownProvince => {
                (format!("ไม่พบจังหวัด “{province}”"), format!("There is no province “{province}”."))
            }
        }
    }
}
