//! A picture as a file of its own, for a slide: with its title, its shades, and the colours of the light page.

use std::sync::LazyLock;

use askama::Template;
use regex::Regex;

use super::drawing::{Drawing, Form, Mark, rect, text};
use super::picture::Picture;

/// Around the drawing, above it for the titles, and between rows of shades.
const EDGE: f64 = 32.0;
const HEAD: f64 = 92.0;
const ROW: f64 = 28.0;

/// The stylesheet of the page with the colours of its light tokens written in, since a file has no page around it.
static STYLE: LazyLock<String> = LazyLock::new(|| {
    let tokens = include_str!("../../../../assets/static/tokens.css");
    let light = tokens.split("@media").next().unwrap_or(tokens);
    let name = Regex::new(r"--([\w-]+):\s*([^;]+);").expect("a token");
    let used = Regex::new(r"var\(--([\w-]+)\)").expect("a use of a token");
    let colours: Vec<(&str, &str)> = name
        .captures_iter(light)
        .map(|found| found.extract::<2>().1)
        .map(|[name, value]| (name, value))
        .collect();
    let charts = include_str!("../../../../assets/static/charts.css");
    let rules = charts.split("@media").next().unwrap_or(charts);
    let value = |found: &regex::Captures<'_>| {
        let known = colours.iter().find(|(name, _)| *name == &found[1]);
        known.map_or_else(String::new, |(_, value)| (*value).to_owned())
    };
    used.replace_all(rules, value).into_owned()
});

/// The file.
#[derive(Debug, Template)]
#[template(path = "circulars/pictures/standalone.svg")]
pub struct Standalone {
    style: &'static str,
    title: String,
    width: f64,
    height: f64,
    marks: Vec<Mark>,
    around: Vec<Mark>,
    left: f64,
    top: f64,
}

impl Standalone {
    /// The file of a picture; none when there is nothing to draw. `line` says of which circular and when.
    pub fn of(picture: &Picture, line: &str) -> Option<Self> {
        let drawing = picture.drawings.first()?;
        let inner = drawing.width.max(440.0);
        let mut around = Drawing::new("", "", 0.0, 0.0);
        around.draw([text("t0", EDGE, 42.0, picture.title.clone()), text("t2", EDGE, 68.0, line)]);
        let mut y = HEAD + drawing.height + 20.0;
        let mut x = EDGE;
        for shade in &picture.legend {
            let words = format!("{} {}", shade.words, shade.n);
            let wide = 40.0 + 9.0 * f64::from(u32::try_from(words.chars().count()).unwrap_or(0));
            if x > EDGE && x + wide > EDGE + inner {
                (x, y) = (EDGE, y + ROW);
            }
            let swatch = vec![rect(shade.class, x, y, 16.0, 16.0)];
            around.marks.push(Mark { class: shade.group, shapes: swatch, ..Mark::default() });
            around.draw([text("t2", x + 24.0, y + 13.0, words.trim_end())]);
            x += wide;
        }
        y += if picture.legend.is_empty() { 0.0 } else { ROW };
        if !picture.source.is_empty() {
            around.draw([text("t2", EDGE, y + 13.0, picture.source)]);
            y += ROW;
        }
        Some(Self {
            style: STYLE.as_str(),
            title: picture.title.clone(),
            width: inner + 2.0 * EDGE,
            height: (y + 12.0).round(),
            marks: drawing.marks.iter().map(unlinked).collect(),
            around: around.marks,
            left: EDGE,
            top: HEAD,
        })
    }
}

/// A slide leads nowhere.
fn unlinked(mark: &Mark) -> Mark {
    Mark { href: String::new(), label: String::new(), ..mark.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_colour_of_the_file_is_written_in() {
        assert!(STYLE.contains("#14673f"), "{}", *STYLE);
        assert!(!STYLE.contains("var(") && !STYLE.contains(": ;"), "{}", *STYLE);
    }
}
