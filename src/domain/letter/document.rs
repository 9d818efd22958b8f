//! A text as lines for reading: spelling repaired, spaces single, each word traceable to the source.

use super::run_in::line_starts;
use crate::domain::thai::normalise;

/// The lines of a letter, joined by '\n' in one text; empty lines are left out and remembered.
pub(super) struct Document {
    pub text: String,
    lines: Vec<Line>,
    words: Vec<Word>,
    source_length: usize,
}

/// One line: its place in the text, and how it stood on the page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    pub start: usize,
    pub end: usize,
    /// An empty line stands before it.
    pub apart: bool,
    /// Columns of white space at its start.
    pub indent: usize,
    /// White space at its end.
    pub space_after: bool,
}

/// Where a word stands in the text, and where it came from.
struct Word {
    at: usize,
    end: usize,
    source: usize,
    source_end: usize,
}

impl Document {
    pub fn of(source: &str) -> Self {
        let mut document = Self {
            text: String::with_capacity(source.len()),
            lines: Vec::new(),
            words: Vec::new(),
            source_length: source.len(),
        };
        let mut at = 0;
        let mut apart = false;
        for piece in source.split_inclusive(is_line_break) {
            let raw = piece.trim_end_matches(is_line_break);
            let starts = line_starts(raw);
            let ends = starts.iter().copied().chain([raw.len()]);
            let mut any = false;
            for (start, end) in [0].into_iter().chain(starts.iter().copied()).zip(ends) {
                any |= document.add(raw.get(start..end).unwrap_or(""), at + start, apart && !any);
            }
            if any {
                apart = false;
            } else {
                // "\r\n" is one break; only a line of its own counts as an empty one.
                apart |= !(piece == "\n" && source.get(..at).is_some_and(|before| before.ends_with('\r')));
            }
            at += piece.len();
        }
        document
    }

    /// Adds a line; an empty one is not added.
    fn add(&mut self, raw: &str, at: usize, apart: bool) -> bool {
        let separator = usize::from(!self.text.is_empty());
        let start = self.text.len() + separator;
        let mut line = String::new();
        for (offset, word) in words(raw) {
            let clean = clean(word);
            if clean.is_empty() || is_rule(&clean) {
                continue;
            }
            if !line.is_empty() {
                line.push(' ');
            }
            let source = at + offset;
            let word_start = start + line.len();
            line.push_str(&clean);
            let end = start + line.len();
            self.words.push(Word { at: word_start, end, source, source_end: source + word.len() });
        }
        if line.is_empty() {
            return false;
        }
        if separator == 1 {
            self.text.push('\n');
        }
        self.text.push_str(&line);
        self.lines.push(Line {
            start,
            end: self.text.len(),
            apart,
            indent: raw
                .chars()
                .take_while(|c| c.is_whitespace())
                .map(|c| if c == '\t' { 8 } else { 1 })
                .sum(),
            space_after: raw.ends_with(char::is_whitespace),
        });
        true
    }

    pub fn lines(&self) -> usize {
        self.lines.len()
    }

    pub fn line(&self, index: usize) -> Option<Line> {
        self.lines.get(index).copied()
    }

    /// The words of a line; empty beyond the last.
    pub fn line_text(&self, index: usize) -> &str {
        self.line(index).map_or("", |line| self.slice(line.start, line.end))
    }

    pub fn slice(&self, start: usize, end: usize) -> &str {
        self.text.get(start..end).unwrap_or("")
    }

    /// The bytes of the source that a stretch of the text came from.
    pub fn source_range(&self, start: usize, end: usize) -> (usize, usize) {
        let first = self.words.get(self.words.partition_point(|word| word.end <= start));
        let last =
            self.words.partition_point(|word| word.at < end).checked_sub(1).and_then(|i| self.words.get(i));
        let from =
            first.map_or(self.source_length, |word| word.exact(start.max(word.at)).unwrap_or(word.source));
        let to = last.map_or(from, |word| word.exact(end.min(word.end)).unwrap_or(word.source_end));
        (from, to.max(from))
    }
}

impl Word {
    /// The place in the source of a place in the word, when its spelling was not changed in length.
    fn exact(&self, at: usize) -> Option<usize> {
        (self.end - self.at == self.source_end - self.source).then(|| self.source + (at - self.at))
    }
}

/// The words of a line with their places in bytes.
fn words(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    line.split(char::is_whitespace).filter_map(move |word| {
        let start = at;
        at = start + word.len() + line.get(start + word.len()..)?.chars().next().map_or(0, char::len_utf8);
        (!word.is_empty()).then_some((start, word))
    })
}

/// "──────", "_____": drawn, not written.
fn is_rule(word: &str) -> bool {
    word.chars().take(5).count() == 5
        && word.chars().all(|c| matches!(c, '─' | '━' | '═' | '_' | '=' | '*' | '—'))
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{FFFD}')
}

fn clean(word: &str) -> String {
    if word.is_ascii() && !word.contains(|c: char| c.is_ascii_control()) {
        return word.to_owned();
    }
    if word.contains(|c: char| ('\u{F700}'..='\u{F71A}').contains(&c)) {
        return normalise(&word.chars().map(standard_form).collect::<String>());
    }
    normalise(word)
}

/// Old Thai fonts keep raised and lowered marks in a private area (U+F700 to U+F71A), which copied text brings along.
fn standard_form(c: char) -> char {
    const FORMS: [char; 27] = [
        'ฐ', 'ิ', 'ี', 'ึ', 'ื', '่', '้', '๊', '๋', '์', '่', '้', '๊', '๋', '์', 'ญ', 'ั', 'ํ', '็', '่', '้', '๊', '๋', '์', 'ุ',
        'ู', 'ฺ',
    ];
    let index = u32::from(c).checked_sub(0xF700).and_then(|index| usize::try_from(index).ok());
    index.and_then(|index| FORMS.get(index)).copied().unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lost_and_vertical_breaks_split_lines_and_padding_goes() {
        let document = Document::of("  รายชื่อ \u{FFFD}และคู่มือ\u{B}ท้าย  หนังสือ\r\n\r\n\u{200B}\nต่อ");
        let lines: Vec<_> = (0..document.lines()).map(|line| document.line_text(line)).collect();
        assert_eq!(lines, ["รายชื่อ", "และคู่มือ", "ท้าย หนังสือ", "ต่อ"]);
        assert!(document.line(3).is_some_and(|line| line.apart));
        assert!(document.line(2).is_some_and(|line| !line.apart && line.indent == 0));
    }

    #[test]
    fn windows_line_ends_are_no_empty_lines() {
        let document = Document::of("หนึ่ง\r\nสอง\r\n\r\nสาม");
        assert!(document.line(1).is_some_and(|line| !line.apart));
        assert!(document.line(2).is_some_and(|line| line.apart));
    }

    #[test]
    fn a_place_leads_back_to_the_source() {
        let source = "  ที่   มท ๐๘๑๖.๓/ว ๑๒\n นํ้า  ดี";
        let document = Document::of(source);
        let start = document.text.find("๐๘๑๖").expect("the number is there");
        let (from, to) = document.source_range(start, start + "๐๘๑๖.๓/ว ๑๒".len());
        assert_eq!(&source[from..to], "๐๘๑๖.๓/ว ๑๒");
        let water = document.text.find("น้ำ").expect("water is there");
        let (from, to) = document.source_range(water, water + "น้ำ".len());
        assert_eq!(&source[from..to], "นํ้า");
    }
}
