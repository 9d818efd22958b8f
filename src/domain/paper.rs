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

/// The page of a letter that its office wrote elsewhere, on which the QR code is stamped.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StampedPage {
    /// The first.
    First,
    /// The last: the letter's end.
    #[default]
    Last,
}

words!(StampedPage { First => "first", Last => "last" });

/// How a letter that its office wrote elsewhere, as a PDF, becomes the circular's own: where Wian stamps what it gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OwnPaper {
    /// The page of the QR code.
    pub page: StampedPage,
    /// Millimetres from the nearer side edge, and from the lower edge, to the QR code's block.
    pub symbol_mm: (u16, u16),
    /// Millimetres from the left and from the upper edge of page 1 to the number; none when nothing is stamped there.
    pub number_mm: Option<(u16, u16)>,
}

impl Default for OwnPaper {
    /// The letter's margins: the symbol in the lower corner, the number where the regulation has it.
    fn default() -> Self {
        Self { page: StampedPage::default(), symbol_mm: (20, 20), number_mm: Some((30, 36)) }
    }
}
