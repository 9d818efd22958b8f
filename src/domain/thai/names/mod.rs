//! Names of offices, schools and places as officers write them, folded to keys that can be compared.

mod abbreviations;
mod office;
mod order;
mod place;
mod school;

pub use office::{LocalName, local_name, office_key, province_of_office};
pub use order::sort_key;
pub use place::{PlacedName, district_key, province_key, same_district, split_place};
pub use school::{full_school_name, school_key, school_key_outside_brackets};

use super::{fold_digits, normalise};

/// Text made ready for folding: normalised, ASCII digits, lower case; dots, brackets and spaces still stand.
fn fold(text: &str) -> String {
    fold_digits(&normalise(text)).to_ascii_lowercase()
}

/// Only letters and digits remain. Two numbers that punctuation or a space kept apart stay apart ("3 5" is not 35).
fn compact(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut skipped = false;
    for c in text.chars() {
        if !is_letter_or_digit(c) {
            skipped = true;
            continue;
        }
        if skipped && c.is_ascii_digit() && out.ends_with(|last: char| last.is_ascii_digit()) {
            out.push('-');
        }
        skipped = false;
        out.push(c);
    }
    out
}

/// Thai marks above and below count as letters; ฯ only says that something was left out.
fn is_letter_or_digit(c: char) -> bool {
    match c {
        'ฯ' | '฿' => false,
        '\u{0E01}'..='\u{0E4E}' => true,
        other => other.is_alphanumeric(),
    }
}
