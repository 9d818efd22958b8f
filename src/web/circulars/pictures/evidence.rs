//! By what evidence it is known: one bar, a part a grade, as long as its share.

use super::drawing::{Drawing, rect, share, text};
use crate::domain::evidence::Evidence;

/// A grade and its list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grade {
    /// The grade.
    pub grade: Evidence,
    /// How many.
    pub n: i64,
    /// What its link says.
    pub words: String,
    /// Its list.
    pub href: String,
}

const WIDE: f64 = 480.0;
const HIGH: f64 = 32.0;

/// Draws it.
pub fn draw(title: &str, grades: &[Grade]) -> Drawing {
    let mut drawing = Drawing::new(title, "small", WIDE, HIGH);
    let all: i64 = grades.iter().map(|grade| grade.n).sum();
    let mut x = 1.0;
    for grade in grades {
        let wide = share(grade.n, all) * (WIDE - 2.0);
        let (block, ink) = style(grade.grade);
        let mut shapes = vec![rect(block, x, 1.0, (wide - 2.0).max(1.5), HIGH - 2.0)];
        // On hatching a number could not be read; it stands in the words below.
        if wide >= 26.0 && !ink.is_empty() {
            shapes.push(text(ink, x + wide / 2.0 - 1.0, 22.0, grade.n.to_string()));
        }
        drawing.link(grade.href.clone(), grade.words.clone(), shapes);
        x += wide;
    }
    drawing
}

/// Class of the block and of the number in it.
pub const fn style(grade: Evidence) -> (&'static str, &'static str) {
    match grade {
        Evidence::Link => ("g-link hit", "g-n dk"),
        Evidence::Officer => ("g-officer hit", "g-n dk"),
        Evidence::Code => ("g-code hit", "g-n dk"),
        Evidence::OnBehalf => ("g-on_behalf hit", ""),
        Evidence::Claimed | Evidence::Open | Evidence::Machine => ("g-claimed hit", "g-n lt"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_as_long_as_their_share_and_a_narrow_one_has_no_number() {
        let grade = |grade, n| Grade { grade, n, words: String::new(), href: "/".to_owned() };
        let drawing = draw("ก", &[grade(Evidence::Link, 98), grade(Evidence::Code, 2)]);
        assert_eq!(drawing.rects("g-link"), [(1.0, 1.0, 466.4, 30.0)]);
        assert_eq!(drawing.words(), ["98"]);
    }
}
