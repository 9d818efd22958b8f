//! Text in UTF-8 or Windows-874, told from bytes, and its kinds from one another.

use std::borrow::Cow;

use encoding_rs::WINDOWS_874;

use super::FileKind;

/// What a browser would take for a page: the tags that its own sniffing looks for at a file's beginning.
const PAGE: [&str; 14] = [
    "!doctype html",
    "html",
    "head",
    "body",
    "script",
    "iframe",
    "style",
    "title",
    "table",
    "div",
    "a",
    "p",
    "br",
    "meta",
];

/// Lines that decide whether text stands in columns.
const LINES: usize = 20;

pub fn kind_of_text(head: &[u8]) -> FileKind {
    let Some(text) = decoded(head) else { return FileKind::Unknown };
    let start = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    let start: String = start.chars().take(512).collect();
    if let Some(kind) = start.strip_prefix('<').and_then(|tag| kind_of_tag(&tag.to_ascii_lowercase())) {
        return kind;
    }
    if in_columns(&text) { FileKind::Csv } else { FileKind::Text }
}

fn kind_of_tag(tag: &str) -> Option<FileKind> {
    let is = |name: &str| tag.strip_prefix(name).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    if PAGE.into_iter().any(is) || tag.starts_with("!--") {
        return Some(FileKind::Html);
    }
    (["?xml", "svg", "!doctype"].into_iter().any(is)).then_some(FileKind::Xml)
}

/// The text, if the bytes are text: no control bytes, and UTF-8 but for a character cut off at the end, or
/// else Windows-874 with nothing undefined.
fn decoded(head: &[u8]) -> Option<Cow<'_, str>> {
    let is_control = |byte: &u8| *byte < 0x20 && !matches!(*byte, b'\t' | b'\n' | b'\r' | 0x0c);
    if head.is_empty() || head.iter().any(is_control) {
        return None;
    }
    match std::str::from_utf8(head) {
        Ok(text) => Some(Cow::Borrowed(text)),
        Err(error) if error.error_len().is_none() && error.valid_up_to() > 0 => {
            Some(String::from_utf8_lossy(head.get(..error.valid_up_to())?))
        }
        Err(_) => WINDOWS_874.decode_without_bom_handling_and_without_replacement(head),
    }
}

/// Whether the same separator stands in two lines or more, and in four of five: title lines may lack it.
fn in_columns(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(LINES).collect();
    [',', ';', '\t'].into_iter().any(|separator| {
        let with = lines.iter().filter(|line| line.contains(separator)).count();
        with >= 2 && with * 5 >= lines.len() * 4
    })
}
