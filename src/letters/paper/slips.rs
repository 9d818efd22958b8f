//! Slips of schools: each with the symbol of its own secret link and the code to type, one or four a page.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::letter::typed;
use super::{About, Layout, NotPrinted, Prose, join, print};
use crate::domain::paper::PaperDigits;
use crate::letters::qr::{self, Format, Level, Style};
use crate::text::{Lang, fill};

/// Slips that are laid out at once: more take more memory than the pages are worth.
const AT_ONCE: usize = 250;

/// Sides of the symbol, in millimetres: on a page of its own, and on a quarter.
const WHOLE_MM: f64 = 90.0;
const QUARTER_MM: f64 = 40.0;

/// How many slips stand on a page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum APage {
    /// One.
    #[default]
    One,
    /// Four, to be cut.
    Four,
}

/// What is the same on all slips of a stack.
#[derive(Debug, Clone)]
pub struct Stack {
    /// Who issued the letter.
    pub issuer: String,
    /// Its number.
    pub reference: String,
    /// Its date, as letters write it.
    pub dated: String,
    /// Its title.
    pub title: String,
    /// Its public address, for who types the code.
    pub address: String,
    /// The digits of its letter.
    pub digits: PaperDigits,
    /// When it is printed.
    pub at: DateTime<Utc>,
}

/// A school's slip.
#[derive(Debug, Clone)]
pub struct Slip {
    /// The school.
    pub school: String,
    /// Where it is: its local administration, district and province.
    pub place: String,
    /// The address behind its secret link.
    pub address: String,
    /// The code to type.
    pub code: String,
    /// The day by which it is to be acknowledged, as letters write it; empty when there is none.
    pub until: String,
    /// Whom to ask.
    pub ask: String,
}

#[derive(Serialize)]
struct Sheets<'a> {
    thai_digits: bool,
    a_page: u8,
    symbol_mm: f64,
    issuer: Prose,
    reference: Prose,
    dated: Prose,
    letter: Prose,
    public: String,
    slips: Vec<Printed<'a>>,
    words: Words,
}

#[derive(Serialize)]
struct Printed<'a> {
    qr: String,
    alt: String,
    school: Prose,
    place: Prose,
    code: &'a str,
    until: Prose,
    ask: Prose,
}

#[derive(Serialize)]
struct Words {
    number: &'static str,
    dated: &'static str,
    sign: &'static str,
    name: &'static str,
    position: &'static str,
    step_scan: &'static str,
    step_type: &'static str,
    step_code: &'static str,
}

/// Prints a stack in the order given.
///
/// # Errors
/// When a symbol does not read back, the font lacks a character, or the layout fails.
pub fn slips(stack: &Stack, slips: &[Slip], a_page: APage) -> Result<Vec<u8>, NotPrinted> {
    let title = &Lang::Th.text().slips.title;
    let about = About { title, author: &stack.issuer, reference: &stack.reference };
    let sheaf =
        |slips: &[Slip]| print(Layout::Slips, &about, &sheets(stack, slips, a_page)?, Vec::new(), stack.at);
    join::join(slips.chunks(AT_ONCE).map(sheaf))
}

fn sheets<'a>(stack: &'a Stack, slips: &'a [Slip], a_page: APage) -> Result<Sheets<'a>, NotPrinted> {
    let prose = |text: &str| Prose::new(text, stack.digits);
    let words = &Lang::Th.text().slips;
    let symbol_mm = if a_page == APage::One { WHOLE_MM } else { QUARTER_MM };
    let printed = |slip: &'a Slip| -> Result<Printed<'a>, NotPrinted> {
        let style = Style { size_mm: symbol_mm, level: Level::Q, ..Style::default() };
        let drawn = qr::render(&slip.address, Format::Svg, &style)?;
        let until = match slip.until.as_str() {
            "" => String::new(),
            day => fill(&words.until, &[("date", day)]),
        };
        Ok(Printed {
            qr: String::from_utf8_lossy(&drawn).into_owned(),
            alt: fill(&words.qr, &[("school", &slip.school)]),
            school: prose(&slip.school),
            place: prose(&slip.place),
            code: &slip.code,
            until: prose(&until),
            ask: prose(&slip.ask),
        })
    };
    Ok(Sheets {
        thai_digits: stack.digits == PaperDigits::Thai,
        a_page: if a_page == APage::One { 1 } else { 4 },
        symbol_mm,
        issuer: prose(&stack.issuer),
        reference: prose(&stack.reference),
        dated: prose(&stack.dated),
        letter: prose(&stack.title),
        public: typed(&stack.address),
        slips: slips.iter().map(printed).collect::<Result<_, _>>()?,
        words: Words {
            number: &Lang::Th.text().sheet.number,
            dated: &words.dated,
            sign: &words.sign,
            name: &words.sign_name,
            position: &words.sign_position,
            step_scan: &words.step_scan,
            step_type: &words.step_type,
            step_code: &words.step_code,
        },
    })
}
