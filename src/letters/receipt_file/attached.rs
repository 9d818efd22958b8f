//! The file that a receipt's PDF carries inside.

use std::panic::{AssertUnwindSafe, catch_unwind};

use lopdf::{Dictionary, Document, LoadOptions, Object};

use super::NotAReceipt;
use crate::domain::receipt::ATTACHMENT;

/// The most that one stream may unpack to, in bytes.
const MAX_STREAM: usize = 16 * 1024 * 1024;

/// What the attachment of a receipt's name holds.
pub fn receipt(pdf: &[u8]) -> Result<Vec<u8>, NotAReceipt> {
    // The parser is a stranger's code on a stranger's bytes: a panic in it means that it cannot read them.
    catch_unwind(AssertUnwindSafe(|| find(pdf))).unwrap_or(Err(NotAReceipt::BrokenPdf))
}

fn find(pdf: &[u8]) -> Result<Vec<u8>, NotAReceipt> {
    let options = LoadOptions { max_decompressed_size: Some(MAX_STREAM), ..LoadOptions::default() };
    let document = Document::load_mem_with_options(pdf, options).map_err(|_| NotAReceipt::BrokenPdf)?;
    let mut files = document.objects.values().filter_map(|object| object.as_dict().ok());
    let file = files.find(|file| is_named(file)).ok_or(NotAReceipt::NoAttachment)?;
    content(&document, file).ok_or(NotAReceipt::BrokenPdf)
}

/// Whether it is a file specification (ISO 32000-1, 7.11.3) of that name.
fn is_named(file: &Dictionary) -> bool {
    let name = |key: &[u8]| file.get(key).and_then(Object::as_str).ok();
    file.has(b"EF") && [name(b"UF"), name(b"F")].into_iter().flatten().any(|name| plain(name) == ATTACHMENT)
}

/// A name in ASCII, also where it was written in UTF-16.
fn plain(name: &[u8]) -> String {
    let utf16 = name.strip_prefix(b"\xfe\xff");
    let bytes = utf16.map_or(name.to_vec(), |wide| wide.iter().skip(1).step_by(2).copied().collect());
    String::from_utf8_lossy(&bytes).into_owned()
}

fn content(document: &Document, file: &Dictionary) -> Option<Vec<u8>> {
    let embedded = document.get_dict_in_dict(file, b"EF").ok()?;
    let stream = embedded.get(b"F").or_else(|_| embedded.get(b"UF")).ok()?;
    let stream = document.dereference(stream).ok()?.1.as_stream().ok()?;
    if stream.dict.has(b"Filter") {
        stream.decompressed_content_with_limit(MAX_STREAM).ok()
    } else {
        Some(stream.content.clone())
    }
}
