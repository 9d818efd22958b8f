//! A receipt as people have it: the PDF with its facts inside, those facts alone, a scan, or a picture of the QR symbol.

mod attached;
mod refusal;

use std::io::Cursor;

use crate::domain::receipt::{ReceiptCode, SignedReceipt};
use crate::letters::file_kind::{FileKind, sniff};
use crate::letters::pdf_pages::PdfPages;
use crate::letters::proof;

pub use refusal::NotAReceipt;

/// No receipt comes near to it, and no photograph of one.
const LARGEST: usize = 32 * 1024 * 1024;

/// Dots an inch that a page is drawn at: six a module of the symbol.
const SCAN_DPI: f32 = 300.0;

/// What a file holds of a receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReceiptFile {
    /// Facts and code.
    Whole(Box<SignedReceipt>),
    /// The code alone, which tells which facts there are and not what they say.
    CodeAlone(ReceiptCode),
}

/// Reads a receipt from a PDF, a JSON file, or a scan or picture (PDF, PNG, JPEG) of its QR symbol. Nothing is checked yet.
///
/// # Errors
/// When it is none of these, or holds no receipt.
pub fn read(bytes: &[u8]) -> Result<ReceiptFile, NotAReceipt> {
    if bytes.len() > LARGEST {
        return Err(NotAReceipt::TooLarge);
    }
    match sniff(&mut Cursor::new(bytes)).unwrap_or(FileKind::Unknown) {
        FileKind::Pdf => match attached::receipt(bytes) {
            Ok(json) => whole(&json),
            Err(none) => scanned(bytes).map(ReceiptFile::CodeAlone).ok_or(none),
        },
        FileKind::Png | FileKind::Jpeg => {
            let said = proof::read(bytes).map_err(|_| NotAReceipt::NoSymbol)?;
            of_address(&said).map(ReceiptFile::CodeAlone)
        }
        FileKind::Text | FileKind::Csv => whole(bytes),
        _ => Err(NotAReceipt::OtherKind),
    }
}

fn whole(json: &[u8]) -> Result<ReceiptFile, NotAReceipt> {
    let json = json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json);
    serde_json::from_slice(json).map(ReceiptFile::Whole).map_err(|_| NotAReceipt::NoFacts)
}

/// The code on the first page of a receipt that was printed and scanned.
fn scanned(pdf: &[u8]) -> Option<ReceiptCode> {
    let page = PdfPages::open(pdf.to_vec()).ok()?.draw(0, SCAN_DPI)?.png().ok()?;
    of_address(&proof::read(&page).ok()?).ok()
}

/// The code behind the last `/V/` of an address.
fn of_address(address: &str) -> Result<ReceiptCode, NotAReceipt> {
    let (_, code) = address.rsplit_once("/V/").ok_or(NotAReceipt::OtherSymbol)?;
    code.parse().map_err(|_| NotAReceipt::OtherSymbol)
}

#[cfg(test)]
mod tests;
