//! Why a text is not taken for a letter.

/// The most bytes of text a letter may have; a long one has twenty thousand.
pub const LONGEST_LETTER: usize = 2 * 1024 * 1024;

/// A text that no letter can be read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotALetter {
    /// Nothing but white space.
    #[error("the text is empty")]
    Empty,
    /// More than [`LONGEST_LETTER`] bytes.
    #[error("the text is longer than two megabytes")]
    TooLong,
    /// No "ถึง", "เรียน", "ที่ …/…" with "เรื่อง", or "บันทึกข้อความ".
    #[error("the text has none of the marks of an official letter")]
    NoMarks,
}

impl NotALetter {
    /// A stable word for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "letter_empty",
            Self::TooLong => "letter_too_long",
            Self::NoMarks => "not_a_letter",
        }
    }

    /// One sentence in Thai.
    pub fn message_th(self) -> &'static str {
        match self {
            Self::Empty => "ไม่มีตัวหนังสือให้อ่าน",
            Self::TooLong => "ตัวหนังสือยาวเกิน 2 เมกะไบต์ จึงไม่ใช่หนังสือราชการฉบับเดียว",
            Self::NoMarks => {
                "อ่านเป็นหนังสือราชการไม่ได้ เพราะไม่พบบรรทัด “ถึง” หรือ “เรียน” และไม่พบ “ที่” กับ “เรื่อง” หรือ “บันทึกข้อความ”"
            }
        }
    }

    /// One sentence in English.
    pub fn message_en(self) -> &'static str {
        match self {
            Self::Empty => "There is no text to read.",
            Self::TooLong => "The text is longer than 2 MB, so it is not one official letter.",
            Self::NoMarks => {
                "This does not read as an official letter: it has no line “ถึง” or “เรียน”, nor “ที่” with “เรื่อง”, nor “บันทึกข้อความ”."
            }
        }
    }
}
