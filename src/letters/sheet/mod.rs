//! Spreadsheets: bytes of a CSV or XLSX file in, sheets of text cells out.

mod csv;
mod error;
mod separator;
mod xlsx;

pub use error::UnreadableSheet;

use super::encoding::{NotText, decode};
use crate::domain::sheet::Sheet;

/// The largest file that is looked at, in bytes.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;
/// The most that a workbook may unpack to, in bytes: what protects against a zip bomb.
pub const MAX_UNPACKED: u64 = 128 * 1024 * 1024;
/// The most rows of a sheet.
pub const MAX_ROWS: usize = 100_000;
/// Columns beyond this one are not read.
pub const MAX_COLUMNS: usize = 200;
/// The most cells of a file, blank ones between others included.
pub const MAX_CELLS: usize = 2_000_000;

/// Reads every sheet of a file. What the file is shows in its bytes; the content type helps only with the charset.
///
/// # Errors
/// Refuses what is empty, too large, encrypted, of another format or not text.
pub fn read_sheet(bytes: &[u8], content_type: Option<&str>) -> Result<Vec<Sheet>, UnreadableSheet> {
    if bytes.len() > MAX_BYTES {
        return Err(UnreadableSheet::FileTooLarge);
    }
    if bytes.starts_with(b"PK") {
        return xlsx::read(bytes);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(UnreadableSheet::OldWorkbook);
    }
    if bytes.starts_with(b"%PDF") {
        return Err(UnreadableSheet::NotASheet);
    }
    let text = decode(bytes, content_type).map_err(|reason| match reason {
        NotText::Binary => UnreadableSheet::NotASheet,
        NotText::UnknownEncoding => UnreadableSheet::UnknownEncoding,
    })?;
    let rows = csv::rows(&text)?;
    if rows.is_empty() {
        return Err(UnreadableSheet::Empty);
    }
    Ok(vec![Sheet { name: None, kind: crate::domain::sheet::SheetKind::Csv, rows }])
}

#[cfg(test)]
mod real_files_tests;
#[cfg(test)]
mod tests;
