//! Text as paper sets it: its digits, and what must not be parted at the end of a line.

use std::ops::Range;
use std::sync::LazyLock;

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};
use serde::Serialize;

use crate::domain::paper::PaperDigits;
use crate::domain::thai::{fold_digits, thai_digits_in_prose};

/// Text in parts, of which some are kept whole.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Prose(Vec<Part>);

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
enum Part {
    Loose(String),
    Whole([String; 1]),
}

impl Prose {
    /// Sets a text. ฯ and ๆ never begin a line: they are kept with their word in a box, since an invisible joiner
    /// would stay in what is copied out of the page.
    pub fn new(text: &str, digits: PaperDigits) -> Self {
        let text: String = text.chars().filter(|c| !is_invisible(*c)).collect();
        let text = match digits {
            PaperDigits::Thai => thai_digits_in_prose(&text),
            PaperDigits::Ascii => fold_digits(&text),
        };
        let mut parts = Vec::new();
        let mut at = 0;
        for whole in wholes(&text) {
            if whole.start > at {
                parts.push(Part::Loose(text[at..whole.start].to_owned()));
            }
            at = whole.end;
            parts.push(Part::Whole([text[whole].to_owned()]));
        }
        if at < text.len() {
            parts.push(Part::Loose(text[at..].to_owned()));
        }
        Self(parts)
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Joiners and spaces of no width: they stay in what is copied, where nobody sees them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

static WORDS: LazyLock<WordSegmenterBorrowed<'static>> =
    LazyLock::new(|| WordSegmenter::new_auto(WordBreakInvariantOptions::default()));

/// Words with the ฯ or ๆ that follows them, also after a space.
pub(super) fn wholes(text: &str) -> Vec<Range<usize>> {
    let mut wholes: Vec<Range<usize>> = Vec::new();
    for (at, mark) in text.match_indices(['ฯ', 'ๆ']) {
        let end = at + mark.len();
        // No word goes over a space, so no more than what stands between two is looked at.
        let before = text[..at].trim_end();
        let begins = before.char_indices().rev().find(|(_, c)| c.is_whitespace());
        let begins = begins.map_or(0, |(space, c)| space + c.len_utf8());
        let has_word = |from: &usize| begins + from < before.len();
        let word = WORDS.segment_str(&before[begins..]).filter(has_word).last();
        let start = word.map_or(at, |word| begins + word);
        match wholes.last_mut() {
            Some(last) if start < last.end => last.end = end,
            _ => wholes.push(start..end),
        }
    }
    wholes
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn kept(text: &str) -> Vec<String> {
        let parts = Prose::new(text, PaperDigits::Ascii).0;
        parts
            .into_iter()
            .filter_map(|part| if let Part::Whole([whole]) = part { Some(whole) } else { None })
            .collect()
    }

    fn read(prose: &Prose) -> String {
        let text = |part: &Part| match part {
            Part::Whole([text]) | Part::Loose(text) => text.clone(),
        };
        prose.0.iter().map(text).collect()
    }

    #[test]
    fn what_repeats_or_shortens_stays_with_its_word() {
        assert_eq!(kept("ในหลักสูตรอบรมต่าง ๆ เพื่อการพัฒนา"), ["ต่าง ๆ"]);
        assert_eq!(kept("โรงเรียนเข้าร่วมโครงการฯ จำนวน"), ["โครงการฯ"]);
        assert_eq!(kept("ครู นักเรียน ฯลฯ ด่วนๆ"), ["เรียน ฯลฯ", "ด่วนๆ"]);
        assert_eq!(kept("ๆ"), ["ๆ"]);
        assert!(kept("ไม่มี").is_empty());
    }

    #[test]
    fn digits_are_as_the_sheet_has_them() {
        let thai = Prose::new("จำนวน 102 แห่ง a1@example.go.th", PaperDigits::Thai);
        assert_eq!(read(&thai), "จำนวน ๑๐๒ แห่ง a1@example.go.th");
        assert_eq!(read(&Prose::new("ต่อ ๕๓13", PaperDigits::Ascii)), "ต่อ 5313");
    }

    proptest! {
        #[test]
        fn nothing_is_lost(text in "[กาิ่ฯๆ ลA1(\\n]{0,24}") {
            prop_assert_eq!(read(&Prose::new(&text, PaperDigits::Ascii)), text);
        }
    }
}
