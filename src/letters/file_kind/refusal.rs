//! Why a file is not enclosed, in one sentence that says what to do instead.

use thiserror::Error;

use super::FileKind;

/// A kind of file that no letter encloses.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
#[error("{}", self.message_en())]
pub struct RefusedFile(pub FileKind);

impl RefusedFile {
    /// A stable word for programs.
    pub fn code(self) -> &'static str {
        match self.0 {
            FileKind::MacroOffice => "file_has_macros",
            FileKind::OldOffice => "file_of_old_office",
            FileKind::Program => "file_is_program",
            FileKind::Html | FileKind::Xml => "file_is_web_page",
            _ => "file_kind_not_allowed",
        }
    }

    /// One sentence in Thai.
    pub fn message_th(self) -> &'static str {
        match self.0 {
            FileKind::MacroOffice => "ไฟล์นี้มีแมโคร โปรดบันทึกเป็น DOCX หรือ XLSX ที่ไม่มีแมโครแล้วแนบใหม่",
            FileKind::OldOffice => "ไฟล์นี้เป็น DOC หรือ XLS แบบเก่า โปรดบันทึกเป็น DOCX, XLSX หรือ PDF แล้วแนบใหม่",
            FileKind::Program => "ไฟล์นี้เป็นโปรแกรม จึงแนบกับหนังสือไม่ได้",
            FileKind::Html | FileKind::Xml => {
                "ไฟล์นี้เป็นหน้าเว็บหรือภาพ SVG ซึ่งอาจมีคำสั่งแฝง โปรดบันทึกเป็น PDF หรือภาพ PNG แล้วแนบใหม่"
            }
            FileKind::Zip => "ไฟล์นี้เป็นไฟล์บีบอัด โปรดแนบไฟล์ข้างในทีละไฟล์",
            _ => "ไฟล์นี้ไม่ใช่ชนิดที่แนบได้ โปรดใช้ PDF, DOCX, XLSX, CSV หรือรูปภาพ PNG, JPEG, GIF, WebP",
        }
    }

    /// One sentence in English.
    pub fn message_en(self) -> &'static str {
        match self.0 {
            FileKind::MacroOffice => "This file holds macros: save it as DOCX or XLSX without macros.",
            FileKind::OldOffice => "This is an old DOC or XLS file: save it as DOCX, XLSX or PDF.",
            FileKind::Program => "This file is a program, which no letter may enclose.",
            FileKind::Html | FileKind::Xml => {
                "This is a web page or an SVG drawing, which may hold scripts: save it as PDF or PNG."
            }
            FileKind::Zip => "This is an archive: enclose the files in it one by one.",
            _ => {
                "This kind of file cannot be enclosed: use PDF, DOCX, XLSX, CSV or a PNG, JPEG, GIF or WebP picture."
            }
        }
    }
}
