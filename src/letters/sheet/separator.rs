//! The separator of a CSV text, found by which one cuts its rows into equal numbers of cells.

use std::collections::HashMap;

use super::csv::records;

/// In order of preference, where the text decides nothing.
const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];
/// Rows that are looked at: enough to outweigh titles.
const SAMPLE: usize = 50;

/// The most regular separator of a text; the comma for a single column.
pub(super) fn sniff(text: &str) -> char {
    let mut best = (',', 0);
    for separator in SEPARATORS {
        let score = regularity(text, separator);
        if score > best.1 {
            best = (separator, score);
        }
    }
    best.0
}

/// How many rows share the commonest number of cells, times that number; one cell a row is no separation.
fn regularity(text: &str, separator: char) -> usize {
    let mut widths: HashMap<usize, usize> = HashMap::new();
    for record in records(text, separator).take(SAMPLE) {
        if record.cells.len() > 1 {
            *widths.entry(record.cells.len()).or_default() += 1;
        }
    }
    widths.into_iter().map(|(width, rows)| width * rows).max().unwrap_or(0)
}
