//! Lines of a column: where its text is parted, as the font is wide.

use std::sync::LazyLock;

use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};

use super::prose::wholes;
use super::world;

static BREAKS: LazyLock<LineSegmenterBorrowed<'static>> =
    LazyLock::new(|| LineSegmenter::new_auto(LineBreakOptions::default()));

/// Millimetres of a typographic point.
pub const MM_A_POINT: f64 = 25.4 / 72.0;

/// Parts a text into lines no wider than `width_mm` at `points`. A word that is wider than a line goes on in the next.
pub fn lines(text: &str, width_mm: f64, points: f64) -> Vec<String> {
    let widest = width_mm / (points * MM_A_POINT);
    let mut lines = Vec::new();
    for paragraph in text.split('\n').map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
        let mut line = String::new();
        let mut wide = 0.0;
        for word in words(paragraph) {
            let needs = world::width(word.trim_end());
            if wide + needs > widest && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
                wide = 0.0;
            }
            if needs > widest {
                (line, wide) = cut(word, widest, &mut lines);
            } else {
                line.push_str(word);
                wide += world::width(word);
            }
        }
        lines.push(line);
    }
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    lines
}

/// What of a text stays together: from one place where a line may end to the next.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let kept = wholes(text);
    let may_end = move |at: &usize| !kept.iter().any(|whole| whole.start < *at && *at < whole.end);
    let mut from = 0;
    let ends: Vec<usize> = BREAKS.segment_str(text).filter(|at| *at > 0).filter(may_end).collect();
    ends.into_iter().map(move |end| {
        let word = &text[from..end];
        from = end;
        word
    })
}

/// Cuts a word that no line is wide enough for; gives its last part and that part's width.
fn cut(word: &str, widest: f64, lines: &mut Vec<String>) -> (String, f64) {
    let mut line = String::new();
    let mut wide = 0.0;
    for c in word.chars() {
        let needs = world::width(c.encode_utf8(&mut [0; 4]));
        // A mark without a width stays with its letter.
        if needs > 0.0 && wide + needs > widest && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
            wide = 0.0;
        }
        line.push(c);
        wide += needs;
    }
    (line, wide)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn thai_is_parted_between_words_and_marks_stay_with_theirs() {
        let parted = lines("การคัดเลือกผลงานโรงเรียนตัวอย่างและหลักสูตรต่าง ๆ", 40.0, 14.0);
        assert!(parted.len() > 1, "{parted:?}");
        assert!(parted.iter().all(|line| !line.starts_with(['ๆ', 'ฯ', ' '])), "{parted:?}");
        assert_eq!(lines("", 40.0, 14.0), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_no_line_is_too_wide(text in "[กาิ่ฯๆำ ลA1/(เ]{0,60}", width in 8.0..80.0f64) {
            let parted = lines(&text, width, 14.0);
            let flat = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(flat(&parted.concat()), flat(&text));
            let widest = width / (14.0 * MM_A_POINT) + 0.001;
            for line in parted {
                prop_assert!(world::width(&line) <= widest, "{} in {}", line, width);
            }
        }
    }
}
