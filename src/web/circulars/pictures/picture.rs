//! A picture in its card: the drawing, what its shades mean, the table behind it, and its files.

use askama::Template;

use super::drawing::Drawing;
use crate::domain::ids::CircularId;
use crate::text::Text;

/// A picture.
#[derive(Debug, Template)]
#[template(path = "circulars/pictures/picture.html")]
pub struct Picture {
    /// The words.
    pub t: &'static Text,
    /// The circular.
    pub id: CircularId,
    /// Its name in addresses.
    pub name: &'static str,
    /// Its place on the page, which another view of the same shares.
    pub anchor: &'static str,
    /// Its title.
    pub title: String,
    /// What the eye should know, in a line; may be empty.
    pub hint: String,
    /// The part of the help that explains its words.
    pub words: Option<&'static str>,
    /// Another view of the same: its address and its name.
    pub switch: Option<(String, &'static str)>,
    /// The drawing for wide pages first, then one for phones if that differs; none when there is nothing to draw.
    pub drawings: Vec<Drawing>,
    /// What its shades mean.
    pub legend: Vec<Shade>,
    /// Where its shapes come from; may be empty.
    pub source: &'static str,
    /// What it shows, in figures.
    pub table: Table,
}

/// A shade and what it means.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shade {
    /// Class around it.
    pub group: &'static str,
    /// Class of it.
    pub class: &'static str,
    /// What it means.
    pub words: String,
    /// How many; may be empty.
    pub n: String,
    /// Their list; may be empty.
    pub href: String,
}

/// A table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The heads of its columns.
    pub heads: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell: words, and the list that they count.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// Words or a figure.
    pub words: String,
    /// May be empty.
    pub href: String,
}

impl Cell {
    /// Words alone.
    pub fn of(words: impl Into<String>) -> Self {
        Self { words: words.into(), href: String::new() }
    }

    /// A figure and its list.
    pub fn link(words: impl Into<String>, href: String) -> Self {
        Self { words: words.into(), href }
    }
}
