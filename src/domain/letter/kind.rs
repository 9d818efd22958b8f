//! What kind of letter it is: its form, its urgency, its secrecy (Regulation on Correspondence B.E. 2526, clauses 10-14, 28).

use serde::{Deserialize, Serialize};

use crate::domain::word::words;

/// The three forms that carry circulars.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum LetterForm {
    /// หนังสือประทับตรา: "ถึง", a seal instead of a signature.
    #[default]
    Stamped,
    /// หนังสือภายนอก: "เรียน", a signature.
    External,
    /// หนังสือภายใน (บันทึกข้อความ).
    Memo,
}

words!(LetterForm { Stamped => "stamped", External => "external", Memo => "memo" });

impl LetterForm {
    /// The name of the form in Thai.
    pub fn thai(self) -> &'static str {
        match self {
            Self::Stamped => "หนังสือประทับตรา",
            Self::External => "หนังสือภายนอก",
            Self::Memo => "บันทึกข้อความ",
        }
    }
}

/// How fast a letter must travel, slowest first.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// ปกติ.
    #[default]
    Normal,
    /// ด่วน: faster than usual.
    Urgent,
    /// ด่วนมาก: quickly.
    VeryUrgent,
    /// ด่วนที่สุด: at once.
    MostUrgent,
}

words!(Urgency {
    Normal => "normal",
    Urgent => "urgent",
    VeryUrgent => "very_urgent",
    MostUrgent => "most_urgent",
});

impl Urgency {
    /// The word printed on the letter and shown in lists.
    pub fn thai(self) -> &'static str {
        match self {
            Self::Normal => "ปกติ",
            Self::Urgent => "ด่วน",
            Self::VeryUrgent => "ด่วนมาก",
            Self::MostUrgent => "ด่วนที่สุด",
        }
    }
}

/// How secret a letter is, least first. A circular is never more than normal.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Secrecy {
    /// ปกติ.
    #[default]
    Normal,
    /// ลับ.
    Confidential,
    /// ลับมาก.
    Secret,
    /// ลับที่สุด.
    TopSecret,
}

words!(Secrecy {
    Normal => "normal",
    Confidential => "confidential",
    Secret => "secret",
    TopSecret => "top_secret",
});

impl Secrecy {
    /// The word printed on the letter.
    pub fn thai(self) -> &'static str {
        match self {
            Self::Normal => "ปกติ",
            Self::Confidential => "ลับ",
            Self::Secret => "ลับมาก",
            Self::TopSecret => "ลับที่สุด",
        }
    }
}
