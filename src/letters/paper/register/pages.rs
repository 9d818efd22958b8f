//! Rows on pages: how high each is, and what each page adds up to.

use std::collections::HashMap;

use serde::Serialize;

use super::{COLUMNS, MEASURES, Register, shown};
use crate::domain::paper::PaperDigits;
use crate::letters::paper::lines::{MM_A_POINT, lines};
use crate::letters::paper::world;
use crate::text::{Lang, fill};

/// A page.
#[derive(Debug, Default, Serialize)]
pub(super) struct Page {
    /// Its rows.
    pub rows: Vec<Row>,
    /// Sentences below them.
    pub notes: Vec<String>,
    /// How many entries it has, and how many there are up to its end.
    pub totals: String,
    /// Which page it is, of how many.
    pub place: String,
    #[serde(skip)]
    entries: usize,
    #[serde(skip)]
    full: f64,
}

/// A row: an entry, or what of it goes on overleaf.
#[derive(Debug, Serialize)]
pub(super) struct Row {
    cells: [Vec<String>; COLUMNS],
    void: bool,
}

/// Height of the line of totals, with the space above it.
const FOOT_MM: f64 = 9.0;
/// A4 across.
const SHEET_MM: f64 = 210.0;
/// What strokes and rounding may take.
const SPARE_MM: f64 = 1.0;

fn high(lines: usize) -> f64 {
    let lines = u32::try_from(lines.max(1)).unwrap_or(u32::MAX);
    f64::from(lines) * MEASURES.size * world::line_height() * MM_A_POINT
}

fn row_high(lines: usize) -> f64 {
    high(lines) + 2.0 * MEASURES.inset_y
}

/// The heads of the columns and all pages.
pub(super) fn laid<'a>(register: &'a Register) -> (Vec<Vec<String>>, Vec<Page>) {
    // Names of offices and days come again and again.
    let mut known: HashMap<(usize, &str), Vec<String>> = HashMap::new();
    let mut parted = |column: usize, text: &'a str| {
        let width = MEASURES.columns[column] - 2.0 * MEASURES.inset_x;
        let lines = || lines(&shown(text, register.digits), width, MEASURES.size);
        known.entry((column, text)).or_insert_with(lines).clone()
    };
    let columns: Vec<Vec<String>> =
        register.columns.iter().enumerate().map(|(column, head)| parted(column, head)).collect();
    let heads = row_high(columns.iter().map(Vec::len).max().unwrap_or(1));
    let body = SHEET_MM - MEASURES.top - MEASURES.bottom - MEASURES.head - FOOT_MM - SPARE_MM;
    let mut book = Book { pages: vec![Page::default()], room: body, heads };
    for entry in &register.entries {
        book.enter(entry.void, std::array::from_fn(|column| parted(column, &entry.cells[column])));
    }
    let wide = MEASURES.columns.iter().sum();
    for finding in &register.findings {
        for line in lines(&shown(finding, register.digits), wide, MEASURES.size) {
            book.note(line);
        }
    }
    (columns, book.closed(register.digits))
}

/// Pages being filled.
struct Book {
    pages: Vec<Page>,
    room: f64,
    heads: f64,
}

impl Book {
    /// The last page, or a new one where it has no room for so much.
    fn page_for(&mut self, high: f64) -> &mut Page {
        if self.pages.last().is_none_or(|page| page.full + high > self.room) {
            self.pages.push(Page::default());
        }
        let last = self.pages.len() - 1;
        &mut self.pages[last]
    }

    fn enter(&mut self, void: bool, mut cells: [Vec<String>; COLUMNS]) {
        let mut is_begun = false;
        loop {
            let most = self.most_lines();
            let count = cells.iter().map(Vec::len).max().unwrap_or(0);
            // A row that no page is high enough for goes on overleaf.
            let here = cells.each_mut().map(|lines| lines.drain(..most.min(lines.len())).collect::<Vec<_>>());
            let high = row_high(count.min(most));
            let heads = self.heads;
            let needs = if self.pages.last().is_some_and(|page| page.rows.is_empty()) { heads } else { 0.0 };
            let page = self.page_for(high + needs);
            if page.rows.is_empty() {
                page.full += heads;
            }
            page.full += high;
            page.entries += usize::from(!is_begun);
            page.rows.push(Row { cells: here, void });
            is_begun = true;
            if cells.iter().all(Vec::is_empty) {
                return;
            }
        }
    }

    /// Lines of the highest row that an empty page has room for.
    fn most_lines(&self) -> usize {
        let fits = |lines: &usize| self.heads + row_high(*lines) <= self.room;
        (1..200).take_while(fits).last().unwrap_or(1)
    }

    fn note(&mut self, line: String) {
        let high = high(1);
        let page = self.page_for(high);
        page.full += high;
        page.notes.push(line);
    }

    /// The pages with their totals.
    fn closed(mut self, digits: PaperDigits) -> Vec<Page> {
        let words = &Lang::Th.text().register_sheet;
        let of = self.pages.len();
        let all: usize = self.pages.iter().map(|page| page.entries).sum();
        let mut total = 0;
        for (at, page) in self.pages.iter_mut().enumerate() {
            total += page.entries;
            let sums = [("n", page.entries), ("total", total), ("all", all)];
            page.totals = shown(&fill(&words.totals, &sums), digits);
            page.place = shown(&fill(&words.place, &[("n", at + 1), ("of", of)]), digits);
        }
        self.pages
    }
}
