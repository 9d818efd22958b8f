//! Rows that are right by themselves and do not fit the registry that is there.

use super::columns::{
    BUDGET_YEARS, Columns, EFFECTIVE, PARENT_CODE, PROVINCE_CODE, SCHOOL_LOCAL_CODE, Shape, TO_KIND,
};
use crate::domain::sheet::Rejection;

/// Heads of a file's columns, as messages name them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heads {
    pub(super) code: String,
    pub(super) parent: String,
    pub(super) effective: String,
    pub(super) status: String,
}

impl Heads {
    pub(super) fn of(columns: &Columns) -> Self {
        let parent = match columns.shape {
            Shape::Locals => PROVINCE_CODE,
            Shape::Schools => SCHOOL_LOCAL_CODE,
            Shape::Offices | Shape::Changes => PARENT_CODE,
        };
        let effective = if columns.has(EFFECTIVE) { EFFECTIVE } else { BUDGET_YEARS };
        Self {
            code: columns.head(columns.code_column()),
            parent: columns.head(parent),
            effective: columns.head(effective),
            status: columns.head(TO_KIND),
        }
    }
}

/// What does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Misfit {
    /// The office above is not in the registry.
    Parent,
    /// Another office has the code.
    CodeTaken,
    /// The office whose status changes is not in the registry.
    Office,
    /// The office that takes it in is not in the registry.
    Successor,
    /// The change lies in the future.
    NotInForce,
}

impl Misfit {
    /// The misfit told by line and column.
    pub fn at(self, heads: &Heads, line: u32, value: &str) -> Rejection {
        let (column, reason, message_th, message_en) = match self {
            Self::Parent => (
                &heads.parent,
                "unknown_parent",
                format!("ไม่พบหน่วยงานต้นสังกัดรหัส “{value}” ในทะเบียน"),
                format!("The office above, “{value}”, is not in the registry."),
            ),
            Self::CodeTaken => (
                &heads.code,
                "code_taken",
                format!("รหัส “{value}” เป็นของหน่วยงานอื่นในทะเบียน"),
                format!("Code “{value}” is another office's in the registry."),
            ),
            Self::Office => (
                &heads.code,
                "unknown_office",
                format!("ไม่พบหน่วยงานรหัส “{value}” ในทะเบียน"),
                format!("There is no office “{value}” in the registry."),
            ),
            Self::Successor => (
                &heads.status,
                "unknown_successor",
                format!("ไม่พบ “{value}” ในทะเบียนของจังหวัดเดียวกัน"),
                format!("There is no “{value}” in the registry of the same province."),
            ),
            Self::NotInForce => (
                &heads.effective,
                "not_in_force",
                format!("มีผลวันที่ {value} ซึ่งยังมาไม่ถึง กรุณานำเข้าอีกครั้งเมื่อมีผลแล้ว"),
                format!("It takes effect on {value}: import it again from that day on."),
            ),
        };
        Rejection { line, column: column.clone(), reason: reason.to_owned(), message_th, message_en }
    }
}
