//! Why no symbol is given out, in words for people and a stable code for programs.

use thiserror::Error;

use crate::letters::proof::ProofFailed;

/// A symbol that cannot be drawn, or was drawn and does not read back.
#[derive(Clone, PartialEq, Debug, Error)]
pub enum QrError {
    /// There is no text to draw.
    #[error("the text is empty")]
    Empty,
    /// The text exceeds the largest symbol at its level.
    #[error("the text is too long for a QR code")]
    TooLong,
    /// A side below 20 mm or above 300 mm, or none at all.
    #[error("a side of {0} mm is not within 20 to 300 mm")]
    Size(f64),
    /// Modules below 0.4 mm: the side, in millimetres, that the text needs.
    #[error("modules would be smaller than 0.4 mm; {0} mm are needed")]
    SmallModules(u32),
    /// A density outside 150 to 1,200 dpi, or pixels beyond 6,000 a side.
    #[error("{0} dpi does not suit the size")]
    Density(u32),
    /// More than two lines of caption.
    #[error("the caption has more than two lines")]
    LongCaption,
    /// The picture could not be written.
    #[error("the picture cannot be written: {0}")]
    NotWritten(String),
    /// What was drawn does not read back.
    #[error("the QR code does not read back: {0}")]
    NotProven(#[from] ProofFailed),
    /// What was drawn reads back with another size or level than asked for.
    #[error("the QR code was drawn with another size or level")]
    OtherSymbol,
}

impl QrError {
    /// A stable word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "qr_text_missing",
            Self::TooLong => "qr_text_too_long",
            Self::Size(_) => "qr_size_out_of_range",
            Self::SmallModules(_) => "qr_modules_too_small",
            Self::Density(_) => "qr_density_out_of_range",
            Self::LongCaption => "qr_caption_too_long",
            Self::NotWritten(_) => "qr_not_written",
            Self::NotProven(_) | Self::OtherSymbol => "qr_not_readable",
        }
    }

    /// One sentence in Thai.
    pub fn message_th(&self) -> String {
        match self {
            Self::Empty => "ไม่มีข้อความที่จะทำเป็นคิวอาร์โค้ด".into(),
            Self::TooLong => "ข้อความยาวเกินกว่าจะทำเป็นคิวอาร์โค้ดได้".into(),
            Self::Size(_) => "คิวอาร์โค้ดต้องกว้างระหว่าง 20 ถึง 300 มิลลิเมตร".into(),
            Self::SmallModules(side) => {
                format!("ช่องของคิวอาร์โค้ดจะเล็กกว่า 0.4 มิลลิเมตร ข้อความนี้ต้องใช้ขนาดอย่างน้อย {side} มิลลิเมตร")
            }
            Self::Density(_) => "ความละเอียดต้องอยู่ระหว่าง 150 ถึง 1,200 จุดต่อนิ้ว และภาพกว้างไม่เกิน 6,000 จุด".into(),
            Self::LongCaption => "คำบรรยายใต้คิวอาร์โค้ดมีได้ไม่เกินสองบรรทัด".into(),
            Self::NotWritten(_) => "เขียนภาพคิวอาร์โค้ดไม่สำเร็จ".into(),
            Self::NotProven(ProofFailed::TooSmall { .. }) => {
                "คิวอาร์โค้ดบนหน้าหนังสือเล็กกว่า 20 มิลลิเมตร หรือช่องเล็กกว่า 0.4 มิลลิเมตร จึงไม่พิมพ์".into()
            }
            Self::NotProven(ProofFailed::NotOnPage) => {
                "อ่านคิวอาร์โค้ดจากหน้าหนังสือไม่ได้ อาจมีข้อความทับ เลือกที่วางอื่นแล้วลองใหม่".into()
            }
            Self::NotProven(ProofFailed::Worn { dpi, .. }) => {
                format!("อ่านคิวอาร์โค้ดจากสำเนา {dpi} จุดต่อนิ้วไม่ได้ อาจมีข้อความทับ เลือกที่วางอื่นแล้วลองใหม่")
            }
            Self::NotProven(_) | Self::OtherSymbol => {
                "คิวอาร์โค้ดที่วาดแล้วอ่านกลับไม่ได้ตรงตามข้อความ จึงไม่นำออกใช้".into()
            }
        }
    }

    /// One sentence in English.
    pub fn message_en(&self) -> String {
        match self {
            Self::Empty => "There is no text to make a QR code of.".into(),
            Self::TooLong => "The text is too long for a QR code.".into(),
            Self::Size(_) => "A QR code must be between 20 and 300 millimetres wide.".into(),
            Self::SmallModules(side) => {
                format!("Its modules would be smaller than 0.4 mm: this text needs at least {side} mm.")
            }
            Self::Density(_) => {
                "The density must be between 150 and 1,200 dpi, and the picture at most 6,000 pixels wide."
                    .into()
            }
            Self::LongCaption => "The caption of a QR code has at most two lines.".into(),
            Self::NotWritten(_) => "The picture of the QR code could not be written.".into(),
            Self::NotProven(ProofFailed::TooSmall { .. }) => {
                "The QR code on the page is under 20 mm, or its modules under 0.4 mm, so it is not printed."
                    .into()
            }
            Self::NotProven(ProofFailed::NotOnPage) => {
                "The QR code does not read from the page; something may lie over it: choose another place."
                    .into()
            }
            Self::NotProven(ProofFailed::Worn { dpi, .. }) => {
                format!(
                    "The QR code does not read from a worn copy at {dpi} dpi; something may lie over it: choose another place."
                )
            }
            Self::NotProven(_) | Self::OtherSymbol => {
                "The QR code as drawn does not read back, so it is not given out.".into()
            }
        }
    }
}
