//! Rows of registers, in the columns of the regulation's forms 13 and 14.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use crate::actions::registers::{self, Line};

/// A letter in a register.
#[derive(Debug, Serialize, ToSchema)]
pub struct Row {
    /// The number in this register: as printed in that of received letters, in figures in that of circulars; none for
    /// what was received or sent on without one.
    number: Option<Number>,
    /// ที่: the circular's own number.
    reference: String,
    /// ลงวันที่: the date on the letter.
    dated: Option<NaiveDate>,
    /// จาก.
    from: String,
    /// ถึง.
    to: String,
    /// เรื่อง.
    subject: String,
    /// การปฏิบัติ.
    action: String,
    /// หมายเหตุ.
    remark: String,
    /// The state of the delivery, or of the circular.
    state: String,
}

/// A number as printed, or in figures.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
pub enum Number {
    /// `2398/1`.
    Printed(String),
    /// 1247.
    Figures(i64),
}

impl From<Line> for Row {
    fn from(line: Line) -> Self {
        let number = line.number.map(|number| match number {
            registers::Number::Printed(text) => Number::Printed(text),
            registers::Number::Figures(figures) => Number::Figures(figures),
        });
        Self {
            number,
            reference: line.reference,
            dated: line.dated,
            from: line.from,
            to: line.to,
            subject: line.subject,
            action: line.action,
            remark: line.remark,
            state: line.state.to_owned(),
        }
    }
}
