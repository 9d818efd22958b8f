//! PDF with a text layer: the strings that each page shows, put into lines by where they stand.

mod actual;
mod font;
mod lines;
mod matrix;
mod page;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;
use std::time::Duration;

use lopdf::{Document, Error, LoadOptions};

use super::NotRead;

/// The most that one stream may unpack to, in bytes.
const MAX_STREAM: usize = 16 * 1024 * 1024;
/// Pages beyond these belong to an annex.
const MAX_PAGES: usize = 40;
/// The most text that is taken, in bytes: more than any letter has.
const MAX_TEXT: usize = 3 * 1024 * 1024;
/// A letter is read in a few milliseconds; what takes this long was made to take long.
const PATIENCE: Duration = Duration::from_secs(8);
/// Enough for the deepest nesting that the parser lets through.
const STACK: usize = 16 * 1024 * 1024;

/// The text of a PDF, a line a line.
pub(super) fn read(bytes: &[u8]) -> Result<String, NotRead> {
    let (sender, receiver) = mpsc::sync_channel(1);
    let bytes = bytes.to_vec();
    // The parser is a stranger's code on a stranger's bytes: it works apart, and nobody waits for it for ever.
    std::thread::Builder::new()
        .name("pdf".to_owned())
        .stack_size(STACK)
        .spawn(move || {
            let text = catch_unwind(AssertUnwindSafe(|| text(&bytes))).unwrap_or(Err(NotRead::BrokenPdf));
            // Nobody listens any more once patience has run out.
            let _ = sender.send(text);
        })
        .map_err(|_| NotRead::BrokenPdf)?;
    receiver.recv_timeout(PATIENCE).unwrap_or(Err(NotRead::BrokenPdf))
}

fn text(bytes: &[u8]) -> Result<String, NotRead> {
    let options = LoadOptions { max_decompressed_size: Some(MAX_STREAM), ..LoadOptions::default() };
    let document = Document::load_mem_with_options(bytes, options).map_err(|error| match error {
        Error::InvalidPassword | Error::Unimplemented(_) | Error::Decryption(_) => NotRead::LockedPdf,
        _ => NotRead::BrokenPdf,
    })?;
    if document.is_encrypted() {
        return Err(NotRead::LockedPdf);
    }
    let mut text = String::new();
    let mut pages = 0;
    for page in document.page_iter().take(MAX_PAGES) {
        pages += 1;
        let runs = page::runs(&document, page);
        lines::write(runs, &mut text);
        if text.len() > MAX_TEXT {
            break;
        }
    }
    if pages == 0 {
        return Err(NotRead::BrokenPdf);
    }
    let shown = text.chars().filter(|c| !c.is_whitespace()).count();
    let unmapped = text.chars().filter(|c| *c == '\u{FFFD}' || c.is_control() && !c.is_whitespace()).count();
    if shown == 0 {
        return Err(NotRead::ScannedPdf);
    }
    if unmapped * 4 > shown { Err(NotRead::UnmappedPdf) } else { Ok(text) }
}
