//! A letter on paper, in the order of the regulation for its form (สารบรรณ 2526, forms 1, 2 and 4).

mod annex;
mod attached;
mod words;

use serde::Serialize;

use super::{About, Enclosed, Layout, NotPrinted, Prose, print};
use crate::domain::circular::Circular;
use crate::domain::letter::{LetterForm, Reading, Urgency};
use crate::domain::paper::{Corner, Emblem, PaperDigits, PaperStyle};
use crate::domain::thai::dates;
use crate::letters::qr::{self, Format, Style};
use crate::text::Lang;

pub use annex::{AnnexedProvince, AnnexedSchool};
use words::Words;

/// Side of the symbol with its quiet zone, in millimetres: it reads from a letter held in the hand.
pub const SYMBOL_MM: f64 = 30.0;

/// What a letter is printed from.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The circular; one that is a draft has dots where its number and its day will stand.
    pub circular: &'a Circular,
    /// The code before the slash of its number.
    pub prefix: &'a str,
    /// What its office chose.
    pub style: PaperStyle,
    /// The address that its symbol says, and that stands typed below it.
    pub address: &'a str,
    /// The provinces and schools of the lists at its end.
    pub annex: &'a [AnnexedProvince],
    /// The office's own emblem.
    pub emblem: Option<&'a Emblem>,
    /// Whether it is for everybody's eyes: then the coordinator is not named, and no mobile number.
    pub public: bool,
}

/// Sets and writes the letter.
///
/// # Errors
/// When the symbol cannot be drawn so that it reads back, the font lacks a character, or the layout fails.
pub fn letter(setting: &Setting<'_>) -> Result<Vec<u8>, NotPrinted> {
    let symbol = qr::render(setting.address, Format::Svg, &Style { size_mm: SYMBOL_MM, ..Style::default() })?;
    let mut enclosed = vec![
        Enclosed { name: "qr.svg", bytes: symbol },
        Enclosed { name: "circular.json", bytes: attached::json(setting) },
    ];
    if let Some(emblem) = setting.emblem {
        enclosed.push(Enclosed { name: emblem_file(emblem), bytes: emblem.bytes.clone() });
    }
    let circular = setting.circular;
    let at = circular.issued.as_ref().map_or(circular.updated_at, |issued| issued.at);
    let title = if circular.title.is_empty() { Words::untitled() } else { &circular.title };
    let about = About {
        title: &setting.shown(title),
        author: &circular.letter.owner.office,
        reference: circular.issued.as_ref().map_or("", |issued| &issued.reference),
    };
    print(Layout::Letter, &about, &Sheet::new(setting), enclosed, at)
}

/// The name under which the layout finds the emblem.
fn emblem_file(emblem: &Emblem) -> &'static str {
    if emblem.jpeg { "emblem.jpg" } else { "emblem.png" }
}

/// The letter as its layout reads it.
#[derive(Debug, Serialize)]
struct Sheet<'a> {
    thai_digits: bool,
    form: LetterForm,
    urgency: &'static str,
    emblem: Option<&'static str>,
    prefix: Prose,
    number: Option<Prose>,
    day: Option<Prose>,
    month: Prose,
    office: Prose,
    address: Option<Prose>,
    signatory: Vec<Prose>,
    salutation: &'a str,
    to: Prose,
    subject: Prose,
    refers_to: Vec<Prose>,
    enclosures: Vec<Prose>,
    paragraphs: Vec<Prose>,
    owner: Vec<Prose>,
    qr: Symbol,
    list_of: Prose,
    #[serde(flatten)]
    annex: annex::Annex,
    words: Words,
}

/// The symbol in its corner.
#[derive(Debug, Serialize)]
struct Symbol {
    corner: Corner,
    size_mm: f64,
    alt: String,
    caption: Vec<Prose>,
    address: String,
}

impl<'a> Sheet<'a> {
    fn new(setting: &Setting<'a>) -> Self {
        let Setting { circular, style, .. } = *setting;
        let letter = &circular.letter;
        let words = Words::of(letter.form);
        let prose = |text: &str| Prose::new(&setting.shown(text), style.digits);
        let proses = |texts: &[String]| texts.iter().map(|text| prose(text)).collect();
        let issued = circular.issued.as_ref();
        Self {
            thai_digits: style.digits == PaperDigits::Thai,
            form: letter.form,
            urgency: match letter.urgency {
                Urgency::Normal => "",
                urgency => Lang::Th.text().urgency.word(urgency.as_str()),
            },
            emblem: setting.emblem.map(emblem_file),
            prefix: prose(setting.prefix),
            number: issued.map(|issued| prose(&issued.number.to_string())),
            day: issued.map(|issued| prose(&dates::long(issued.dated))),
            month: prose(&month(letter)),
            office: prose(&letter.owner.office),
            address: letter.owner.address.as_deref().map(prose),
            signatory: proses(&letter.signatory),
            salutation: words.salutation(letter),
            to: prose(&letter.to),
            subject: prose(letter.subject.as_ref().unwrap_or(&circular.title)),
            refers_to: proses(&letter.refers_to),
            enclosures: proses(&letter.enclosures),
            paragraphs: letter
                .body
                .split("\n\n")
                .map(str::trim)
                .filter(|paragraph| !paragraph.is_empty())
                .map(prose)
                .collect(),
            owner: words.owner(letter, setting.public).iter().map(|line| prose(line)).collect(),
            qr: Symbol {
                corner: style.corner,
                size_mm: SYMBOL_MM,
                alt: words.symbol_alt(setting.address),
                caption: proses(&letter.qr.caption),
                address: typed(setting.address),
            },
            list_of: prose(&words.list_of(setting.prefix, issued.map(|issued| issued.reference.as_str()))),
            annex: annex::Annex::new(setting.annex, style.digits),
            words,
        }
    }
}

impl Setting<'_> {
    /// A text of the letter as far as its reader may see it.
    fn shown(&self, text: &str) -> String {
        if !self.public {
            return text.to_owned();
        }
        let contact = self.circular.letter.contact.as_ref();
        crate::domain::letter::mask_personal(text, contact, &Lang::Th.text().letter_text.contact)
    }
}

/// Month and year that a draft has, while its day waits for the number.
fn month(letter: &Reading) -> String {
    let month = letter.dated.as_ref().and_then(|dated| Some((dated.year?, dated.month?)));
    month.map_or_else(String::new, |(year, month)| dates::month_year(year, month))
}

/// An address as a person types it: no scheme, the host in small letters.
pub(super) fn typed(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    match rest.split_once('/') {
        Some((host, path)) => format!("{}/{path}", host.to_lowercase()),
        None => rest.to_lowercase(),
    }
}
