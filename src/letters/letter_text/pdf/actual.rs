//! Words that a page says its drawing stands for (`ActualText`, ISO 32000-1, 14.9.4): Thai marks are drawn by glyphs that
//! say nothing alone.

use lopdf::content::Operation;
use lopdf::{Dictionary, Document, Object, decode_text_string};

/// Marked contents that are open, the innermost last: what each stands for, until it was said.
#[derive(Default)]
pub(super) struct Marked(Vec<Option<String>>);

impl Marked {
    /// Opens or closes one.
    pub(super) fn follow(&mut self, operation: &Operation, document: &Document, resources: &Dictionary) {
        match operation.operator.as_str() {
            "BMC" => self.0.push(None),
            "BDC" => {
                let properties = operation.operands.get(1).and_then(|found| match found {
                    Object::Name(name) => {
                        let named =
                            resources.get_deref(b"Properties", document).and_then(Object::as_dict).ok()?;
                        named.get_deref(name, document).and_then(Object::as_dict).ok()
                    }
                    other => other.as_dict().ok(),
                });
                let text =
                    properties.and_then(|dictionary| dictionary.get_deref(b"ActualText", document).ok());
                self.0.push(text.and_then(|text| decode_text_string(text).ok()));
            }
            "EMC" => {
                self.0.pop();
            }
            _ => {}
        }
    }

    /// What a string says that is drawn now: the whole words at the first of them, nothing at those that follow.
    pub(super) fn said(&mut self, drawn: String) -> String {
        match self.0.iter_mut().rev().find_map(Option::as_mut) {
            Some(words) => std::mem::take(words),
            None => drawn,
        }
    }
}
