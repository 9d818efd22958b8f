//! Word documents: a line a paragraph, tabs and breaks kept, cells apart, nothing that is deleted or hidden.

use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::NotRead;

/// The most that the text of a document may unpack to, in bytes.
const MAX_UNPACKED: u64 = 24 * 1024 * 1024;
/// A first line set in by less than this is not set in, in twentieths of a point.
const LEAST_INDENT: i32 = 280;

/// The text of a document's main part.
pub(super) fn read(bytes: &[u8]) -> Result<String, NotRead> {
    let xml = main_part(bytes)?;
    let mut reader = Reader::from_str(&xml);
    let mut writer = Writer::default();
    loop {
        match reader.read_event().map_err(|_| NotRead::BrokenDocx)? {
            Event::Start(tag) => writer.start(&tag),
            Event::Empty(tag) => writer.empty(&tag),
            Event::End(tag) => writer.end(tag.local_name().as_ref()),
            Event::Text(text) => writer.text(&text.xml10_content()),
            Event::CData(text) => writer.text(&text.xml10_content()),
            Event::GeneralRef(entity) => {
                if let Some(c) = entity.resolve_char_ref().ok().flatten().or_else(|| named(&entity)) {
                    writer.text(c.encode_utf8(&mut [0; 4]));
                }
            }
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    let text = writer.finish();
    if text.trim().is_empty() { Err(NotRead::Empty) } else { Ok(text) }
}

fn main_part(bytes: &[u8]) -> Result<String, NotRead> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| NotRead::BrokenDocx)?;
    let part = archive.by_name("word/document.xml").map_err(|_| NotRead::BrokenDocx)?;
    let mut xml = Vec::new();
    // The size written in the archive may lie; what is unpacked is counted.
    part.take(MAX_UNPACKED + 1).read_to_end(&mut xml).map_err(|_| NotRead::BrokenDocx)?;
    if xml.len() as u64 > MAX_UNPACKED {
        return Err(NotRead::UnpacksTooLarge);
    }
    String::from_utf8(xml).map_err(|_| NotRead::BrokenDocx)
}

fn named(entity: &str) -> Option<char> {
    match entity {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

/// Writes lines while tags open and close.
#[derive(Default)]
struct Writer {
    /// The text so far; above it those of text boxes that are still open.
    texts: Vec<String>,
    /// Text boxes to set below the paragraph that holds them.
    boxes: Vec<String>,
    done: String,
    /// Inside what is not shown: moved away, or the older copy of a drawing.
    skipped: u32,
    in_text: bool,
    in_run: bool,
    in_properties: u32,
    hidden: bool,
}

impl Writer {
    fn current(&mut self) -> &mut String {
        self.texts.last_mut().unwrap_or(&mut self.done)
    }

    fn start(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "moveFrom" | "Fallback" | "del" => self.skipped += 1,
            "pPr" | "rPr" | "sectPr" | "tblPr" | "tcPr" | "trPr" => self.in_properties += 1,
            "txbxContent" => self.texts.push(String::new()),
            "r" => {
                self.in_run = true;
                self.hidden = false;
            }
            "t" => self.in_text = true,
            // A paragraph breaks the line at its end.
            "p" => {}
            _ => self.empty(tag),
        }
    }

    fn empty(&mut self, tag: &BytesStart<'_>) {
        let name = tag.local_name();
        match name.as_ref() {
            "vanish" if self.in_run => self.hidden = is_on(tag),
            "ind" if self.in_properties > 0 && !self.in_run && is_set_in(tag) => self.push("\t"),
            "p" => self.end("p"),
            _ if self.in_properties > 0 || !self.in_run => {}
            "tab" | "ptab" => self.push("\t"),
            "br" | "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("-"),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "moveFrom" | "Fallback" | "del" => self.skipped = self.skipped.saturating_sub(1),
            "pPr" | "rPr" | "sectPr" | "tblPr" | "tcPr" | "trPr" => {
                self.in_properties = self.in_properties.saturating_sub(1);
            }
            "t" => self.in_text = false,
            "r" => {
                self.in_run = false;
                self.hidden = false;
            }
            "p" => self.end_paragraph(),
            "tc" => self.end_cell('\t'),
            "tr" => self.end_cell('\n'),
            "txbxContent" => {
                if let Some(text) = self.texts.pop().filter(|text| !text.trim().is_empty()) {
                    self.boxes.push(text);
                }
                // The box stands inside a run, which goes on.
                self.in_run = true;
            }
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        self.push("\n");
        if self.texts.is_empty() {
            for text in std::mem::take(&mut self.boxes) {
                self.done.push_str(&text);
            }
        }
    }

    /// The last paragraph of a cell ends with the cell, the last cell of a row with the row.
    fn end_cell(&mut self, end: char) {
        if self.skipped == 0 {
            let text = self.current();
            text.truncate(text.trim_end_matches(['\n', '\t']).len());
            text.push(end);
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_text && !self.hidden {
            self.push(text);
        }
    }

    fn push(&mut self, text: &str) {
        if self.skipped == 0 && !self.hidden {
            self.current().push_str(text);
        }
    }

    fn finish(mut self) -> String {
        while let Some(text) = self.texts.pop() {
            self.boxes.push(text);
        }
        for text in &self.boxes {
            self.done.push_str(text);
        }
        self.done
    }
}

/// A switch is on unless it says otherwise.
fn is_on(tag: &BytesStart<'_>) -> bool {
    !matches!(attribute(tag, "val").as_deref(), Some("0" | "false" | "off"))
}

/// Whether the first line of a paragraph stands to the right of the others.
fn is_set_in(tag: &BytesStart<'_>) -> bool {
    attribute(tag, "firstLine")
        .and_then(|value| value.parse::<i32>().ok())
        .is_some_and(|set| set >= LEAST_INDENT)
}

fn attribute(tag: &BytesStart<'_>, wanted: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == wanted)?;
    Some(found.value.into_owned())
}
