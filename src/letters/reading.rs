//! A letter's file in, its reading out: text, fields, and where each was found.

use crate::domain::letter::{Mark, Reading, parse};
use crate::letters::letter_text::{NotRead, read_letter};

/// Reads a letter from a file: text, DOCX or PDF. The marks count bytes of the text, which is returned as well.
///
/// # Errors
/// Refuses what has no text that can be read, and text that is no letter.
pub fn of(bytes: &[u8], content_type: Option<&str>) -> Result<(Reading, Vec<Mark>, String), NotRead> {
    let text = read_letter(bytes, content_type)?.text;
    let (reading, marks) = parse(&text).map_err(NotRead::NotALetter)?;
    Ok((reading, marks, text))
}
