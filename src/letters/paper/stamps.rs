//! Stamps: small sheets that are laid over a page of a finished PDF.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::{About, Enclosed, Layout, NotPrinted, Prose, print};
use crate::domain::clock::bangkok;
use crate::domain::paper::PaperDigits;
use crate::domain::thai::dates;
use crate::letters::qr::{self, Format, Style};
use crate::text::Lang;

use super::letter::{SYMBOL_MM, typed};

/// Width and height of the number block in millimetres.
pub const NUMBER_MM: (f64, f64) = (72.0, 16.0);

/// Width and height of the QR code's block in millimetres.
pub const SYMBOL_BLOCK_MM: (f64, f64) = (62.0, 50.0);

/// The receive stamp's words (สารบรรณ 2526, form 12).
#[derive(Debug, Clone, Copy)]
pub struct ReceiveStamp<'a> {
    /// The office that received.
    pub office: &'a str,
    /// Its receive number; none where it receives without one.
    pub number: Option<&'a str>,
    /// When.
    pub at: DateTime<Utc>,
    /// Its digits.
    pub digits: PaperDigits,
}

#[derive(Serialize)]
struct ReceiveSheet {
    thai_digits: bool,
    office: Prose,
    office_pt: f64,
    number: Prose,
    date: Prose,
    time: Prose,
    words: ReceiveWords,
}

#[derive(Serialize)]
struct ReceiveWords {
    number: &'static str,
    date: &'static str,
    time: &'static str,
}

/// Letters of the office's name that fit into the stamp's width at 14 points; longer names are set smaller.
const OFFICE_LETTERS: usize = 22;

/// Prints the receive stamp, 50 by 25 mm.
///
/// # Errors
/// When the font lacks a character, or the layout fails.
pub fn receive_stamp(stamp: &ReceiveStamp<'_>) -> Result<Vec<u8>, NotPrinted> {
    let words = &Lang::Th.text().stamps;
    let prose = |text: &str| Prose::new(text, stamp.digits);
    let at = bangkok(stamp.at);
    let letters = stamp.office.chars().filter(|c| !is_mark(*c)).count();
    let sheet = ReceiveSheet {
        thai_digits: stamp.digits == PaperDigits::Thai,
        office: prose(stamp.office),
        office_pt: if letters > OFFICE_LETTERS { 11.0 } else { 14.0 },
        number: prose(stamp.number.unwrap_or("-")),
        date: prose(&dates::short(at.date_naive())),
        time: prose(&dates::time(at.time())),
        words: ReceiveWords { number: &words.number, date: &words.date, time: &words.time },
    };
    print(Layout::ReceiveStamp, &named(&words.receive), &sheet, Vec::new(), stamp.at)
}

/// Thai vowels and tones that take no width.
fn is_mark(c: char) -> bool {
    matches!(c, 'ั' | 'ิ'..='ฺ' | '็'..='๎')
}

#[derive(Serialize)]
struct NumberSheet {
    thai_digits: bool,
    number: Prose,
    date: Prose,
    words: NumberWords,
}

#[derive(Serialize)]
struct NumberWords {
    number: &'static str,
}

/// Prints the number block: `reference` and the date as letters write it.
///
/// # Errors
/// When the font lacks a character, or the layout fails.
pub fn number_stamp(
    reference: &str,
    date: &str,
    digits: PaperDigits,
    at: DateTime<Utc>,
) -> Result<Vec<u8>, NotPrinted> {
    let sheet = NumberSheet {
        thai_digits: digits == PaperDigits::Thai,
        number: Prose::new(reference, digits),
        date: Prose::new(date, digits),
        words: NumberWords { number: &Lang::Th.text().sheet.number },
    };
    print(Layout::NumberStamp, &named(reference), &sheet, Vec::new(), at)
}

#[derive(Serialize)]
struct SymbolSheet<'a> {
    thai_digits: bool,
    size_mm: f64,
    alt: &'a str,
    caption: Vec<Prose>,
    address: String,
}

/// Prints the QR code with its caption and its typed address, 62 by 50 mm.
///
/// # Errors
/// When the code does not read back, the font lacks a character, or the layout fails.
pub fn symbol_stamp(
    address: &str,
    caption: &[String],
    digits: PaperDigits,
    at: DateTime<Utc>,
) -> Result<Vec<u8>, NotPrinted> {
    let symbol = qr::render(address, Format::Svg, &Style { size_mm: SYMBOL_MM, ..Style::default() })?;
    let sheet = SymbolSheet {
        thai_digits: digits == PaperDigits::Thai,
        size_mm: SYMBOL_MM,
        alt: address,
        caption: caption.iter().map(|line| Prose::new(line, digits)).collect(),
        address: typed(address),
    };
    print(Layout::SymbolStamp, &named(address), &sheet, vec![Enclosed { name: "qr.svg", bytes: symbol }], at)
}

/// A stamp is part of somebody's document, and says no more of itself than what it is.
fn named(title: &str) -> About<'_> {
    About { title, ..About::default() }
}
