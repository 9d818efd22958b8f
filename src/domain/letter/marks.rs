//! Where in the source each field was found, for showing beside the field.

use super::document::Document;

/// The stretch of the source that a field came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The field of the reading: `to`, `duties`, `phones` …
    pub field: &'static str,
    /// First byte in the source.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// Marks gathered while reading.
#[derive(Default)]
pub(super) struct Marks(Vec<Mark>);

impl Marks {
    /// Notes a stretch of the document's text, traced back to the source.
    pub fn add(&mut self, document: &Document, field: &'static str, start: usize, end: usize) {
        let (start, end) = document.source_range(start, end);
        if start < end {
            self.0.push(Mark { field, start, end });
        }
    }

    /// All marks in the order of the source.
    pub fn sorted(mut self) -> Vec<Mark> {
        self.0.sort_by_key(|mark| (mark.start, mark.end));
        self.0
    }
}
