//! Why a file gives no letter.

use super::MAX_BYTES;
use crate::domain::letter::NotALetter;

/// A refusal that names its cause and, where there is one, the way out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message_en())]
pub enum NotRead {
    /// Nothing but white space.
    Empty,
    /// More bytes than are looked at.
    TooLarge,
    /// A document that unpacks to more than any letter has.
    UnpacksTooLarge,
    /// A Word file of before 2007, or one locked with a password: both are the same kind of container.
    OldWord,
    /// A Word document that is damaged.
    BrokenDocx,
    /// A PDF that is damaged, or takes too long.
    BrokenPdf,
    /// A PDF locked with a password.
    LockedPdf,
    /// A PDF of pictures, without text.
    ScannedPdf,
    /// A PDF whose text does not say which characters it shows.
    UnmappedPdf,
    /// A picture.
    Picture,
    /// A workbook, an archive, a program …
    OtherKind,
    /// Text in an encoding that is not known here.
    UnknownEncoding,
    /// Text that is no letter.
    NotALetter(NotALetter),
}

impl NotRead {
    /// The stable word for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "letter_empty",
            Self::TooLarge => "letter_too_large",
            Self::UnpacksTooLarge => "letter_unpacks_too_large",
            Self::OldWord => "letter_old_word",
            Self::BrokenDocx => "letter_broken_docx",
            Self::BrokenPdf => "letter_broken_pdf",
            Self::LockedPdf => "letter_locked_pdf",
            Self::ScannedPdf => "letter_scanned_pdf",
            Self::UnmappedPdf => "letter_unmapped_pdf",
            Self::Picture => "letter_is_picture",
            Self::OtherKind => "letter_other_kind",
            Self::UnknownEncoding => "letter_unknown_encoding",
            Self::NotALetter(reason) => reason.code(),
        }
    }

    /// One sentence in Thai.
    pub fn message_th(self) -> String {
        let sentence = match self {
            Self::TooLarge => return format!("ไฟล์ใหญ่เกิน {} MB", MAX_BYTES >> 20),
            Self::NotALetter(reason) => reason.message_th(),
            Self::Empty => NotALetter::Empty.message_th(),
            Self::UnpacksTooLarge => "ไฟล์ Word เมื่อคลายแล้วใหญ่เกินกว่าจะเป็นหนังสือราชการ",
            Self::OldWord => {
                "ไฟล์เป็น Word รุ่นเก่า (.doc) หรือมีรหัสผ่าน โปรดบันทึกเป็น .docx ที่ไม่มีรหัสผ่าน หรือวางข้อความแทน"
            }
            Self::BrokenDocx => "ไฟล์ Word เสียหาย หรือไม่ใช่ไฟล์ .docx",
            Self::BrokenPdf => "ไฟล์ PDF เสียหาย จึงอ่านข้อความไม่ได้",
            Self::LockedPdf => "ไฟล์ PDF มีรหัสผ่าน โปรดบันทึกใหม่โดยไม่มีรหัสผ่าน",
            Self::ScannedPdf => "ไฟล์ PDF เป็นภาพสแกน ไม่มีตัวหนังสือให้อ่าน โปรดใช้ไฟล์ Word หรือวางข้อความแทน",
            Self::UnmappedPdf => "ตัวอักษรในไฟล์ PDF ถอดเป็นข้อความไม่ได้ โปรดใช้ไฟล์ Word หรือวางข้อความแทน",
            Self::Picture => "ไฟล์เป็นรูปภาพ ไม่มีตัวหนังสือให้อ่าน โปรดใช้ไฟล์ Word หรือวางข้อความแทน",
            Self::OtherKind => "ไฟล์นี้ไม่ใช่หนังสือที่อ่านได้ โปรดใช้ข้อความ (.txt), Word (.docx) หรือ PDF",
            Self::UnknownEncoding => "อ่านตัวอักษรในไฟล์ไม่ได้ โปรดบันทึกข้อความเป็น UTF-8",
        };
        sentence.to_owned()
    }

    /// One sentence in English.
    pub fn message_en(self) -> String {
        let sentence = match self {
            Self::TooLarge => return format!("The file is larger than {} MB.", MAX_BYTES >> 20),
            Self::NotALetter(reason) => reason.message_en(),
            Self::Empty => NotALetter::Empty.message_en(),
            Self::UnpacksTooLarge => "The Word file unpacks to more than any letter holds.",
            Self::OldWord => {
                "The file is an old Word document (.doc) or locked with a password: save it as .docx without one, or paste the text."
            }
            Self::BrokenDocx => "The Word file is damaged or is not a .docx file.",
            Self::BrokenPdf => "The PDF is damaged, so its text cannot be read.",
            Self::LockedPdf => "The PDF is locked with a password: save it without one.",
            Self::ScannedPdf => "The PDF is a scan without text: use the Word file or paste the text.",
            Self::UnmappedPdf => {
                "The characters of the PDF cannot be turned into text: use the Word file or paste the text."
            }
            Self::Picture => "The file is a picture without text: use the Word file or paste the text.",
            Self::OtherKind => {
                "This file is no letter that can be read: use text (.txt), Word (.docx) or PDF."
            }
            Self::UnknownEncoding => "The characters of the file are unknown: save the text as UTF-8.",
        };
        sentence.to_owned()
    }
}
