//! Who signs the letter: the name in brackets below the closing, and the posts, each line as it stands.

use super::document::Document;
use super::marks::Marks;
use super::tail::{Foot, FootLine};

/// The signatory's lines; none on a letter that is sealed. A name further down is the coordinator's, not the signatory's.
pub(super) fn signatory(document: &Document, foot: &Foot, marks: &mut Marks) -> Vec<String> {
    let is_below = |kind: FootLine| matches!(kind, FootLine::Date | FootLine::Contact | FootLine::Unit);
    let lines = foot.lines.iter().skip_while(|(_, kind)| *kind == FootLine::Unit);
    let signed =
        lines.take_while(|(_, kind)| !is_below(*kind)).filter(|(_, kind)| *kind == FootLine::Signature);
    let mut found = Vec::new();
    for (index, _) in signed {
        let text = document.line_text(*index);
        if is_blank(text) {
            continue;
        }
        if let Some(line) = document.line(*index) {
            marks.add(document, "signatory", line.start, line.end);
        }
        found.push(text.to_owned());
    }
    found
}

/// "(ลงชื่อ)…………", "(..........)": places to sign, not words.
fn is_blank(text: &str) -> bool {
    let inner = text.trim_start_matches(['(', ' ']);
    inner.starts_with("ลงชื่อ") || inner.starts_with(['.', '…', '_'])
}
