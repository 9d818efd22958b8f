//! Why a file cannot be read as scanned pages.

/// A refusal that names its cause and the way out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message_en())]
pub enum NotScanned {
    /// Neither PDF, PNG nor JPEG.
    OtherKind,
    /// A PDF that is damaged, locked or empty.
    BrokenPdf,
    /// A PNG or JPEG that is damaged.
    BrokenPicture,
    /// More pages than are looked at in one go.
    TooManyPages {
        /// Those of the file.
        pages: usize,
        /// The most.
        most: usize,
    },
    /// A picture of more pixels than any telephone's or scanner's.
    TooManyPixels,
}

impl NotScanned {
    /// The stable word for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::OtherKind => "scan_other_kind",
            Self::BrokenPdf => "scan_broken_pdf",
            Self::BrokenPicture => "scan_broken_picture",
            Self::TooManyPages { .. } => "scan_too_many_pages",
            Self::TooManyPixels => "scan_too_many_pixels",
        }
    }

    /// One sentence in Thai.
    pub fn message_th(self) -> String {
        match self {
            Self::OtherKind => "ไฟล์นี้ไม่ใช่ PDF PNG หรือ JPEG สแกนใบนำส่งเป็น PDF หรือถ่ายภาพแล้วส่งใหม่".to_owned(),
            Self::BrokenPdf => "เปิดไฟล์ PDF นี้ไม่ได้ อาจเสียหาย มีรหัสผ่าน หรือไม่มีหน้า สแกนใหม่แล้วส่งอีกครั้ง".to_owned(),
            Self::BrokenPicture => "เปิดภาพนี้ไม่ได้ อาจเสียหาย ถ่ายใหม่แล้วส่งอีกครั้ง".to_owned(),
            Self::TooManyPages { pages, most } => {
                format!("ไฟล์นี้มี {pages} หน้า รับได้ครั้งละไม่เกิน {most} หน้า แบ่งเป็นหลายไฟล์แล้วส่งทีละไฟล์")
            }
            Self::TooManyPixels => {
                "ภาพนี้ใหญ่เกินไป รับได้ไม่เกิน 40 ล้านพิกเซล (ใน PDF 150 ล้าน) ย่อภาพแล้วส่งใหม่".to_owned()
            }
        }
    }

    /// One sentence in English.
    pub fn message_en(self) -> String {
        match self {
            Self::OtherKind => {
                "The file is no PDF, PNG or JPEG: scan the slips into a PDF, or photograph them.".to_owned()
            }
            Self::BrokenPdf => {
                "The PDF cannot be opened: it is damaged, locked with a password, or has no pages. Scan again.".to_owned()
            }
            Self::BrokenPicture => {
                "The picture cannot be opened: it is damaged. Take it again.".to_owned()
            }
            Self::TooManyPages { pages, most } => {
                format!("The file has {pages} pages, and {most} are taken at once: split it into several files.")
            }
            Self::TooManyPixels => {
                "The picture is too large: 40 million pixels at most, 150 million within a PDF. Make it smaller and send it again.".to_owned()
            }
        }
    }
}
