//! The text of a letter's file: plain text in any encoding, a Word document, a PDF with a text layer.

mod docx;
mod pdf;
mod refusal;

use std::io::Cursor;

pub use refusal::NotRead;

use super::encoding::{NotText, decode};
use super::file_kind::{FileKind, sniff};

/// The largest file that is looked at, in bytes.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;

/// The text of a letter and the kind of file it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterText {
    /// Its lines as they stand, for [`crate::domain::letter::parse`].
    pub text: String,
    /// [`FileKind::Docx`], [`FileKind::Pdf`] or [`FileKind::Text`].
    pub kind: FileKind,
}

/// Reads the text of a file. What the file is shows in its bytes; the content type helps only with the charset.
/// Any bytes give an answer, and none takes longer than a few seconds.
///
/// # Errors
/// Refuses what is empty, too large, damaged, locked, scanned or of another kind.
pub fn read_letter(bytes: &[u8], content_type: Option<&str>) -> Result<LetterText, NotRead> {
    if bytes.len() > MAX_BYTES {
        return Err(NotRead::TooLarge);
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(NotRead::Empty);
    }
    let kind = sniff(&mut Cursor::new(bytes)).unwrap_or(FileKind::Unknown);
    match kind {
        FileKind::Docx | FileKind::MacroOffice => {
            docx::read(bytes).map(|text| LetterText { text, kind: FileKind::Docx })
        }
        FileKind::Pdf => pdf::read(bytes).map(|text| LetterText { text, kind }),
        FileKind::OldOffice => Err(NotRead::OldWord),
        FileKind::Xlsx | FileKind::Zip => Err(NotRead::OtherKind),
        _ if bytes.starts_with(b"PK\x03\x04") => Err(NotRead::BrokenDocx),
        kind if kind.is_picture() => Err(NotRead::Picture),
        _ => {
            let text = decode(bytes, content_type).map_err(|reason| match reason {
                NotText::Binary => NotRead::OtherKind,
                NotText::UnknownEncoding => NotRead::UnknownEncoding,
            })?;
            Ok(LetterText { text, kind: FileKind::Text })
        }
    }
}

#[cfg(test)]
mod tests;
