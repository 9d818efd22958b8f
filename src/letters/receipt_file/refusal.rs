//! Why a file holds no receipt.

/// A refusal that names its cause and, where there is one, the way out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message_en())]
pub enum NotAReceipt {
    /// More bytes than are looked at.
    TooLarge,
    /// Neither PDF, JSON, PNG nor JPEG.
    OtherKind,
    /// A PDF that is damaged or locked.
    BrokenPdf,
    /// A PDF that carries no `receipt.json` and shows no code.
    NoAttachment,
    /// Text that is not the JSON of a receipt.
    NoFacts,
    /// A picture in which no QR symbol can be read.
    NoSymbol,
    /// A picture of a QR symbol that leads elsewhere.
    OtherSymbol,
}

impl NotAReceipt {
    /// The stable word for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::TooLarge => "receipt_file_too_large",
            Self::OtherKind => "receipt_other_kind",
            Self::BrokenPdf => "receipt_broken_pdf",
            Self::NoAttachment => "receipt_without_facts",
            Self::NoFacts => "not_a_receipt",
            Self::NoSymbol => "receipt_symbol_unreadable",
            Self::OtherSymbol => "receipt_other_symbol",
        }
    }

    /// One sentence in Thai.
    pub fn message_th(self) -> String {
        let sentence = match self {
            Self::TooLarge => "ไฟล์ใหญ่เกินกว่าจะเป็นใบรับ",
            Self::OtherKind => "ไฟล์นี้ไม่ใช่ PDF JSON PNG หรือ JPEG",
            Self::BrokenPdf => "เปิดไฟล์ PDF นี้ไม่ได้ อาจเสียหายหรือมีรหัสผ่าน",
            Self::NoAttachment => {
                "PDF นี้ไม่มี receipt.json แนบอยู่ และอ่าน QR Code ในหน้าแรกไม่ได้ ถ้าเป็นใบรับที่สแกนมา ให้ใช้ภาพของ QR Code แทน"
            }
            Self::NoFacts => "ข้อความในไฟล์นี้ไม่ใช่ข้อมูลของใบรับ",
            Self::NoSymbol => "อ่าน QR Code ในภาพนี้ไม่ได้ ลองถ่ายให้ตรงและชัดขึ้น",
            Self::OtherSymbol => "QR Code ในภาพนี้ไม่ใช่ของใบรับ",
        };
        sentence.to_owned()
    }

    /// One sentence in English.
    pub fn message_en(self) -> String {
        let sentence = match self {
            Self::TooLarge => "The file is too large to be a receipt.",
            Self::OtherKind => "The file is no PDF, JSON, PNG or JPEG.",
            Self::BrokenPdf => "The PDF cannot be opened: it is damaged or locked with a password.",
            Self::NoAttachment => {
                "The PDF carries no receipt.json, and no code can be read on its first page: take a picture of its QR code instead."
            }
            Self::NoFacts => "The text of this file is not that of a receipt.",
            Self::NoSymbol => "No QR code can be read in the picture: try a straighter and sharper one.",
            Self::OtherSymbol => "The QR code in the picture is not that of a receipt.",
        };
        sentence.to_owned()
    }
}
