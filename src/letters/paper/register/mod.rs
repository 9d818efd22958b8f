//! A register on paper: the columns of the regulation's forms 13 and 14, every page with their heads and its totals.

mod pages;

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::join::join;
use super::{About, Layout, NotPrinted, print};
use crate::domain::paper::PaperDigits;
use crate::domain::thai::thai_digits_in_prose;
use crate::text::{Lang, fill};
use pages::{Page, laid};

/// How many columns a register has.
pub const COLUMNS: usize = 8;

/// An office's register of a year.
#[derive(Debug, Clone)]
pub struct Register {
    /// Its title: ทะเบียนหนังสือรับ.
    pub title: String,
    /// Which of the regulation's forms it is; empty for one that is none.
    pub form: String,
    /// The office's full name.
    pub office: String,
    /// The Buddhist year.
    pub year: i32,
    /// Heads of its columns, in the order of the form.
    pub columns: [String; COLUMNS],
    /// Its entries in their order.
    pub entries: Vec<Entry>,
    /// What the numbers were found to be, a sentence each; stands at the end.
    pub findings: Vec<String>,
    /// Its digits.
    pub digits: PaperDigits,
}

/// A letter in a register.
#[derive(Debug, Clone)]
pub struct Entry {
    /// What stands in each column.
    pub cells: [String; COLUMNS],
    /// Whether it was cancelled: struck through, with the remark that says so left to read.
    pub void: bool,
}

/// Millimetres and points of the sheet, A4 across. What is counted before printing and what is printed go by the same.
#[derive(Debug, Serialize)]
struct Measures {
    side: f64,
    top: f64,
    bottom: f64,
    size: f64,
    head: f64,
    inset_x: f64,
    inset_y: f64,
    columns: [f64; COLUMNS],
}

const MEASURES: Measures = Measures {
    side: 12.0,
    top: 12.0,
    bottom: 10.0,
    size: 14.0,
    head: 18.0,
    inset_x: 1.2,
    inset_y: 0.6,
    columns: [18.0, 34.0, 24.0, 37.0, 37.0, 68.0, 29.0, 26.0],
};

/// A register of more pages is printed in parts that are joined, without tags: the memory that is needed goes by what is
/// printed at once, and tags cannot be joined.
const MOST_TAGGED: usize = 120;
/// Pages of such a part.
const AT_ONCE: usize = 40;

#[derive(Serialize)]
struct Sheet<'a> {
    title: &'a str,
    thai_digits: bool,
    form: &'a str,
    office: &'a str,
    columns: &'a [Vec<String>],
    pages: &'a [Page],
    measures: &'static Measures,
}

/// Prints it.
///
/// # Errors
/// When the layout fails.
pub fn register(register: &Register, at: DateTime<Utc>) -> Result<Vec<u8>, NotPrinted> {
    let said = |text: &str| shown(text, register.digits);
    let words = &Lang::Th.text().register_sheet;
    let heading = [("office", said(&register.office)), ("year", said(&register.year.to_string()))];
    let (columns, pages) = laid(register);
    let title = said(&register.title);
    let about = About { title: &title, author: &register.office, ..About::default() };
    let print_some = |layout: Layout, pages: &[Page]| {
        let sheet = Sheet {
            title: &title,
            thai_digits: register.digits == PaperDigits::Thai,
            form: &said(&register.form),
            office: &fill(&words.of_office, &heading),
            columns: &columns,
            pages,
            measures: &MEASURES,
        };
        print(layout, &about, &sheet, Vec::new(), at)
    };
    if pages.len() <= MOST_TAGGED {
        return print_some(Layout::Register, &pages);
    }
    join(pages.chunks(AT_ONCE).map(|some| print_some(Layout::RegisterPart, some)))
}

/// A text as the sheet shows it. One letter that the font lacks must not keep a whole year from being printed: its code
/// stands in its place.
fn shown(text: &str, digits: PaperDigits) -> String {
    let text = match digits {
        PaperDigits::Thai => thai_digits_in_prose(text),
        PaperDigits::Ascii => crate::domain::thai::fold_digits(text),
    };
    let missing = super::world::missing_glyphs(&text);
    if missing.is_empty() {
        return text;
    }
    let told =
        |c: char| if missing.contains(c) { format!("[U+{:04X}]", u32::from(c)) } else { c.to_string() };
    text.chars().map(told).collect()
}
