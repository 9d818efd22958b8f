//! What is printed: an ordinary letter of one page.

use wian::domain::circular::Circular;
use wian::domain::letter::LetterForm;
use wian::domain::paper::PaperStyle;
use wian::letters::paper::letter::{AnnexedProvince, Setting};

use super::sample;

/// The letter with another number.
pub fn numbered(number: i64) -> Circular {
    let mut circular = sample::circular(LetterForm::External);
    let issued = circular.issued.as_mut().expect("an issued circular");
    issued.number = number;
    issued.reference = format!("มท 0816.3/ว {number}");
    circular
}

/// An address of its own for each number.
pub fn address(number: i64) -> String {
    format!("HTTPS://WIAN.EXAMPLE.GO.TH/L/R7K{number:05}")
}

/// What a letter is printed from.
pub fn setting<'a>(circular: &'a Circular, address: &'a str, annex: &'a [AnnexedProvince]) -> Setting<'a> {
    Setting { address, ..sample::setting(circular, PaperStyle::default(), annex) }
}
