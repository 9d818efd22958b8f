//! A font as far as text needs it: which characters its codes stand for, and how wide they are.

use std::collections::HashMap;

use lopdf::{Dictionary, Document, Encoding, Object};

use super::MAX_STREAM;

/// What a string shows.
pub(super) struct Shown {
    pub text: String,
    /// Its width for a size of one.
    pub width: f32,
    /// How many of its codes are single-byte spaces, which word spacing widens.
    pub spaces: u16,
    /// How many codes it has.
    pub codes: u16,
}

/// A font of a page.
pub(super) struct Font<'a> {
    encoding: Option<Encoding<'a>>,
    widths: HashMap<u32, f32>,
    default_width: f32,
    /// Codes of two bytes.
    wide: bool,
}

impl<'a> Font<'a> {
    /// Reads a font's dictionary. `unmapped` is the same dictionary without its encoding, kept by the caller.
    pub fn of(document: &'a Document, dictionary: &'a Dictionary, unmapped: &'a Dictionary) -> Self {
        let wide = name(dictionary, b"Subtype") == Some(b"Type0");
        let descendant = dictionary
            .get_deref(b"DescendantFonts", document)
            .and_then(Object::as_array)
            .ok()
            .and_then(|fonts| document.dereference(fonts.first()?).ok()?.1.as_dict().ok());
        let (widths, default_width) = match descendant {
            Some(font) if wide => {
                (cid_widths(document, font), number(document, font, b"DW").unwrap_or(1000.0))
            }
            _ => (simple_widths(document, dictionary), 500.0),
        };
        // ToUnicode says what is shown; the encoding only which glyph.
        let mapped =
            dictionary.has(b"ToUnicode").then(|| unmapped.get_font_encoding_with_limit(document, MAX_STREAM));
        let encoding = match mapped {
            Some(Ok(encoding @ Encoding::UnicodeMapEncoding(_))) => Some(encoding),
            _ if wide && dictionary.has(b"ToUnicode") => None,
            _ => dictionary.get_font_encoding_with_limit(document, MAX_STREAM).ok(),
        };
        let readable = encoding.filter(|encoding| !wide || !matches!(encoding, Encoding::OneByteEncoding(_)));
        Self { encoding: readable, widths, default_width, wide }
    }

    /// What the codes of a string show.
    pub fn show(&self, codes: &[u8]) -> Shown {
        let text = self
            .encoding
            .as_ref()
            .and_then(|encoding| encoding.bytes_to_string(codes).ok())
            .unwrap_or_else(|| "\u{FFFD}".repeat(codes.len() / if self.wide { 2 } else { 1 }));
        let step = if self.wide { 2 } else { 1 };
        let mut shown = Shown { text, width: 0.0, spaces: 0, codes: 0 };
        for code in codes.chunks(step) {
            let value = code.iter().fold(0, |value, byte| value << 8 | u32::from(*byte));
            shown.width += self.widths.get(&value).copied().unwrap_or(self.default_width) / 1000.0;
            shown.codes = shown.codes.saturating_add(1);
            shown.spaces = shown.spaces.saturating_add(u16::from(!self.wide && value == 32));
        }
        shown
    }
}

fn name<'a>(dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a [u8]> {
    dictionary.get(key).and_then(Object::as_name).ok()
}

fn number(document: &Document, dictionary: &Dictionary, key: &[u8]) -> Option<f32> {
    dictionary.get_deref(key, document).and_then(Object::as_float).ok()
}

fn simple_widths(document: &Document, font: &Dictionary) -> HashMap<u32, f32> {
    let first = font.get_deref(b"FirstChar", document).and_then(Object::as_i64).unwrap_or(0);
    let Ok(widths) = font.get_deref(b"Widths", document).and_then(Object::as_array) else {
        return HashMap::new();
    };
    let codes = u32::try_from(first).unwrap_or(0)..;
    let value =
        |width: &Object| document.dereference(width).ok().and_then(|(_, width)| width.as_float().ok());
    codes.zip(widths.iter().take(256)).filter_map(|(code, width)| Some((code, value(width)?))).collect()
}

/// `c [w1 w2 …]` and `first last w` (ISO 32000-1, 9.7.4.3).
fn cid_widths(document: &Document, font: &Dictionary) -> HashMap<u32, f32> {
    let mut found = HashMap::new();
    let Ok(runs) = font.get_deref(b"W", document).and_then(Object::as_array) else { return found };
    let mut items = runs.iter().filter_map(|item| document.dereference(item).ok().map(|(_, item)| item));
    while let (Some(first), Some(next)) = (items.next(), items.next()) {
        let Some(first) = first.as_i64().ok().and_then(|first| u32::try_from(first).ok()) else { break };
        if let Ok(widths) = next.as_array() {
            let values = widths.iter().map(|width| width.as_float().unwrap_or(1000.0));
            found.extend((first..).zip(values));
        } else if let (Ok(last), Some(width)) = (next.as_i64(), items.next()) {
            let last = u32::try_from(last).unwrap_or(0).min(0xFFFF);
            let width = width.as_float().unwrap_or(1000.0);
            found.extend((first..=last).map(|code| (code, width)));
        }
        if found.len() > 0x1_0000 {
            break;
        }
    }
    found
}
