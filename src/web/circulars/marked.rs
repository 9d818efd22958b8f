//! The letter as it was handed in, with numbers where its fields were found.

use std::collections::HashMap;

use crate::domain::letter::{self, Mark};

/// The most characters of a quotation beside a field.
const LONGEST_QUOTE: usize = 70;

/// A stretch of the letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words that no field came from.
    Text(String),
    /// Words that a field came from.
    Found {
        /// The words.
        text: String,
        /// The number beside them.
        n: usize,
        /// Whether a day is missing before them.
        missing: bool,
    },
}

/// What a field came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The number in the letter.
    pub n: usize,
    /// Its words.
    pub quote: String,
}

/// A letter with its marks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marked {
    /// The letter, piece by piece.
    pub pieces: Vec<Piece>,
    sources: HashMap<&'static str, Vec<Source>>,
}

impl Marked {
    /// Reads a letter's text again for its marks; a text that is no letter has none.
    pub fn of(text: &str, day_is_missing: bool) -> Self {
        let marks = letter::parse(text).map(|(_, marks)| marks).unwrap_or_default();
        Self::with(text, marks, day_is_missing)
    }

    fn with(text: &str, marks: Vec<Mark>, day_is_missing: bool) -> Self {
        let mut marked = Self::default();
        let (mut at, mut last, mut n) = (0, "", 0);
        // The body is nearly all of the letter; what stands in it is marked by itself.
        for mark in marks.into_iter().filter(|mark| mark.field != "body") {
            let found = text.get(mark.start..mark.end).unwrap_or_default();
            let words = found.trim();
            if mark.start < at || words.is_empty() {
                continue;
            }
            let start = mark.start + found.find(words).unwrap_or(0);
            let shares = mark.field == last
                && matches!(mark.field, "owner" | "signatory" | "qr" | "refers_to" | "enclosures");
            n += usize::from(!shares);
            last = mark.field;
            marked.say(text.get(at..start).unwrap_or_default());
            at = start + words.len();
            marked.pieces.push(Piece::Found {
                text: tidy(words),
                n,
                missing: mark.field == "dated" && day_is_missing,
            });
            marked.sources.entry(mark.field).or_default().push(Source { n, quote: quote(words) });
        }
        marked.say(text.get(at..).unwrap_or_default());
        marked
    }

    fn say(&mut self, text: &str) {
        let first = self.pieces.is_empty();
        let text = tidy(text);
        let text = if first { text.trim_start() } else { &text };
        if !text.is_empty() {
            self.pieces.push(Piece::Text(text.to_owned()));
        }
    }

    /// How many stretches were found.
    pub fn found(&self) -> usize {
        self.sources.values().map(Vec::len).sum()
    }

    /// Where a field came from, first of all.
    pub fn source(&self, field: &str) -> Option<&Source> {
        self.nth(field, 0)
    }

    /// Where the field's entry at `index` came from.
    pub fn nth(&self, field: &str, index: usize) -> Option<&Source> {
        self.sources.get(field)?.get(index)
    }

    /// The source of a field whose words hold a text.
    pub fn holding(&self, field: &str, text: &str) -> Option<&Source> {
        let key = key(text);
        self.sources
            .get(field)?
            .iter()
            .find(|source| key.len() > 3 && self::key(&source.quote).contains(&key))
    }
}

/// Without what copying out of a page leaves: runs of blanks become one, and so do runs of empty lines.
fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    let mut breaks = 0;
    for c in text.chars() {
        match c {
            '\n' => {
                breaks += 1;
                if breaks <= 2 {
                    tidied.truncate(tidied.trim_end_matches(' ').len());
                    tidied.push('\n');
                }
            }
            // The marks that a lost line break leaves.
            ' ' | '\u{a0}' | '\t' | '\r' | '\u{b}' | '\u{fffd}' => {
                if !tidied.ends_with([' ', '\n']) {
                    tidied.push(' ');
                }
            }
            other => {
                breaks = 0;
                tidied.push(other);
            }
        }
    }
    tidied
}

fn quote(words: &str) -> String {
    let mut quote = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = quote.char_indices().nth(LONGEST_QUOTE) {
        quote.truncate(end);
        quote.push('…');
    }
    quote
}

fn key(text: &str) -> String {
    crate::domain::thai::fold_digits(text).chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(text: &str, field: &'static str, words: &str) -> Mark {
        let start = text.find(words).expect("the words stand there");
        Mark { field, start, end: start + words.len() }
    }

    #[test]
    fn numbers_in_the_letter_are_those_beside_the_fields() {
        let text = " ถึง  จังหวัด   \n\n\n\nด้วย จำนวน 102 แห่ง\n   พฤษภาคม 2566\nกองตัวอย่าง\nกลุ่มตัวอย่าง";
        let marks = vec![
            mark(text, "to", "จังหวัด"),
            mark(text, "body", "ด้วย จำนวน 102 แห่ง"),
            mark(text, "counts", "จำนวน 102 แห่ง"),
            mark(text, "dated", "   พฤษภาคม 2566"),
            mark(text, "owner", "กองตัวอย่าง"),
            mark(text, "owner", "กลุ่มตัวอย่าง"),
        ];
        let marked = Marked::with(text, marks, true);
        assert_eq!(marked.source("counts").map(|source| source.n), Some(2));
        assert_eq!(marked.nth("owner", 1).map(|source| source.n), Some(4));
        assert_eq!(marked.found(), 5);
        assert_eq!(marked.pieces.first(), Some(&Piece::Text("ถึง ".to_owned())));
        assert!(marked.pieces.contains(&Piece::Found {
            text: "พฤษภาคม 2566".to_owned(),
            n: 3,
            missing: true
        }));
        assert_eq!(marked.holding("counts", "๑๐๒ แห่ง").map(|source| source.n), Some(2));
        assert_eq!(marked.holding("counts", "90 แห่ง"), None);
    }
}
