//! The text of a letter: its paragraphs, put together again from lines.

use super::document::Document;
use super::join::needs_space;
use super::labels::opens_body;
use super::tail::{is_page_mark, leads_on};

/// The paragraphs of a letter, separated by an empty line, each place traceable to the document.
#[derive(Default)]
pub(super) struct Body {
    pub text: String,
    /// Where each line begins: in this text and in the document's.
    lines: Vec<(usize, usize)>,
}

impl Body {
    /// The paragraphs between two lines.
    pub fn of(document: &Document, from: usize, to: usize) -> Self {
        let page = Page::of(document, from, to);
        let mut body = Self::default();
        let mut previous: Option<usize> = None;
        for index in from..to {
            let (Some(line), text) = (document.line(index), document.line_text(index)) else { break };
            if is_page_mark(text) {
                continue;
            }
            if let Some(above) = previous {
                let typed = document.line(above).is_some_and(|line| line.space_after);
                if page.begins_paragraph(document, above, index) {
                    body.text.push_str("\n\n");
                } else if needs_space(&body.text, text, typed) {
                    body.text.push(' ');
                }
            }
            body.lines.push((body.text.len(), line.start));
            body.text.push_str(text);
            previous = Some(index);
        }
        body
    }

    /// The place in the document of a place in this text.
    pub fn place(&self, at: usize) -> usize {
        let line = self.lines.partition_point(|(start, _)| *start <= at).checked_sub(1);
        line.and_then(|line| self.lines.get(line)).map_or(0, |(start, place)| place + (at - start))
    }
}

/// How the lines of a text fill their page.
struct Page {
    /// The longest line, in characters.
    widest: usize,
    /// The least white space before a line.
    margin: usize,
}

impl Page {
    fn of(document: &Document, from: usize, to: usize) -> Self {
        let widest = (from..to).map(|line| document.line_text(line).chars().count()).max().unwrap_or(0);
        let margin =
            (from..to).filter_map(|line| document.line(line)).map(|line| line.indent).min().unwrap_or(0);
        Self { widest, margin }
    }

    /// A paragraph begins after an empty line, at an indent, at a number, or at a word that opens one after a line
    /// cut short.
    fn begins_paragraph(&self, document: &Document, above: usize, index: usize) -> bool {
        let (Some(line), Some(line_above)) = (document.line(index), document.line(above)) else {
            return false;
        };
        let (text, text_above) = (document.line_text(index), document.line_text(above));
        let short = text_above.chars().count() * 4 < self.widest * 3;
        let set_in = line.indent >= 4 && line.indent > self.margin + 2;
        let indented = set_in && (short || line.indent > line_above.indent + 2);
        let concludes =
            ["จึงเรียน", "จึงแจ้ง", "จึงขอ", "จึงเสนอ", "จึงประกาศ"].iter().any(|word| text.starts_with(word));
        let opens =
            short && (opens_body(text) || ["ทั้งนี้", "อนึ่ง", "ในการนี้"].iter().any(|word| text.starts_with(word)));
        // A web page breaks "ภายในวันที่" off from its date.
        let broken_off = leads_on(text_above) && !is_item(text);
        let below_heading = short && is_item(text_above);
        !broken_off && (line.apart || indented || concludes || opens || below_heading || is_item(text))
    }
}

/// "1. …", "๑) …", "(1) …", "2.1 …", "- …".
fn is_item(text: &str) -> bool {
    let inner = text.strip_prefix('(').unwrap_or(text);
    let rest = inner.trim_start_matches(is_digit);
    let digits = inner.chars().count() - rest.chars().count();
    let closed = rest.starts_with(") ") || rest.starts_with(". ");
    let mut parts = text.split(' ').next().unwrap_or("").split('.').take(4);
    let is_number = |part: &str| (1..=2).contains(&part.chars().count()) && part.chars().all(is_digit);
    let sub_item = text.contains(' ') && parts.clone().count() >= 2 && parts.all(is_number);
    ((1..=2).contains(&digits) && closed) || sub_item || text.starts_with("- ") || text.starts_with("• ")
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('๐'..='๙').contains(&c)
}
