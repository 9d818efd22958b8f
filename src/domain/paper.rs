//! How an office wishes a letter printed, as far as the regulation leaves it the choice.

use serde::{Deserialize, Serialize};

use crate::domain::word::words;

/// The digits of a letter. Thai ones are encouraged, not compulsory; addresses and codes always keep their own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperDigits {
    /// ๐ to ๙.
    #[default]
    Thai,
    /// 0 to 9.
    Ascii,
}

words!(PaperDigits { Thai => "thai", Ascii => "ascii" });

/// Where at the letter's end the QR code stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Corner {
    /// The lower right, beside the owner's lines.
    #[default]
    Right,
    /// The lower left, before the owner's lines.
    Left,
}

words!(Corner { Right => "right", Left => "left" });

/// The choices of a letter.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PaperStyle {
    /// Its digits.
    pub digits: PaperDigits,
    /// The corner of its QR code.
    pub corner: Corner,
}

/// A picture that an office prints above its letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Emblem {
    /// The bytes of a PNG or JPEG.
    pub bytes: Vec<u8>,
    /// Whether it is a JPEG.
    pub jpeg: bool,
}
