//! A poster: one A4 page with the symbol of a letter's public page, large enough for a corridor.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::letter::typed;
use super::{About, Enclosed, Layout, NotPrinted, Prose, print};
use crate::domain::paper::PaperDigits;
use crate::letters::qr::{self, Format, Style};
use crate::text::{Lang, fill};

/// Side of the symbol with its quiet zone, in millimetres: a telephone reads it from ten times as far.
const SYMBOL_MM: f64 = 110.0;

/// What is hung up.
#[derive(Debug, Clone)]
pub struct Poster {
    /// Who issued the letter.
    pub issuer: String,
    /// Its number.
    pub reference: String,
    /// Its date, as letters write it.
    pub dated: String,
    /// Its title.
    pub subject: String,
    /// What its symbol opens, a line each.
    pub caption: Vec<String>,
    /// What is to be done, and by when.
    pub duties: Vec<String>,
    /// Its public address.
    pub address: String,
    /// The digits of its letter.
    pub digits: PaperDigits,
    /// When it is printed.
    pub at: DateTime<Utc>,
}

#[derive(Serialize)]
struct Sheet {
    thai_digits: bool,
    issuer: Prose,
    subject: Prose,
    reference: Prose,
    dated: Prose,
    caption: Vec<Prose>,
    duties: Vec<Prose>,
    qr: Symbol,
    words: Words,
}

#[derive(Serialize)]
struct Symbol {
    size_mm: f64,
    alt: String,
    address: String,
}

#[derive(Serialize)]
struct Words {
    number: &'static str,
    dated: &'static str,
    scan: &'static str,
    r#type: &'static str,
}

/// Prints it.
///
/// # Errors
/// When the symbol does not read back, the font lacks a character, or the layout fails.
pub fn poster(poster: &Poster) -> Result<Vec<u8>, NotPrinted> {
    let prose = |text: &str| Prose::new(text, poster.digits);
    let proses = |texts: &[String]| texts.iter().map(|text| prose(text)).collect();
    let words = &Lang::Th.text().poster;
    let symbol = qr::render(&poster.address, Format::Svg, &Style { size_mm: SYMBOL_MM, ..Style::default() })?;
    let about = About { title: &poster.subject, author: &poster.issuer, reference: &poster.reference };
    let sheet = Sheet {
        thai_digits: poster.digits == PaperDigits::Thai,
        issuer: prose(&poster.issuer),
        subject: prose(&poster.subject),
        reference: prose(&poster.reference),
        dated: prose(&poster.dated),
        caption: proses(&poster.caption),
        duties: proses(&poster.duties),
        qr: Symbol {
            size_mm: SYMBOL_MM,
            alt: fill(&words.alt, &[("address", &poster.address)]),
            address: typed(&poster.address),
        },
        words: Words {
            number: &words.number,
            dated: &words.dated,
            scan: &words.scan,
            r#type: &words.or_type,
        },
    };
    print(Layout::Poster, &about, &sheet, vec![Enclosed { name: "qr.svg", bytes: symbol }], poster.at)
}
