//! The letter as it will look on paper, in the order of the regulation for its form.

use askama::Template;

use crate::domain::circular::Circular;
use crate::domain::letter::{LetterForm, Reading, Urgency};
use crate::domain::thai::{dates, thai_digits, thai_digits_in_prose};
use crate::text::{Lang, Text};

use super::annex::{MOST_ON_PAPER, ProvinceOf};

/// A letter's sheets. Paper is Thai in either language of the site, and so are the words around it.
#[derive(Debug, Template)]
#[template(path = "parts/sheet.html")]
pub struct Sheet {
    t: &'static Text,
    form: LetterForm,
    urgency: String,
    prefix: String,
    number: Option<String>,
    day: Option<String>,
    month: String,
    letter: Letter,
    qr: Option<SheetQr>,
    provinces: Vec<String>,
    schools: Vec<ProvinceSchools>,
    pages: Vec<String>,
}

/// The letter's own words, their digits as letters print them.
#[derive(Debug)]
struct Letter {
    office: String,
    to: String,
    subject: String,
    refers_to: Vec<String>,
    enclosures: Vec<String>,
    paragraphs: Vec<String>,
    owner: Vec<String>,
}

/// The symbol at the letter's end.
#[derive(Debug, Clone)]
pub struct SheetQr {
    /// Address of the drawing.
    pub src: String,
    /// Up to two lines beneath it.
    pub caption: Vec<String>,
}

/// Schools of a province on the annexed list.
#[derive(Debug)]
struct ProvinceSchools {
    name: String,
    rows: Vec<SchoolRow>,
}

#[derive(Debug)]
struct SchoolRow {
    place: String,
    school: String,
    local: String,
}

impl Sheet {
    /// The sheets of a circular: `prefix` is the code before the slash, `tree` whom it goes to.
    pub fn new(circular: &Circular, prefix: &str, qr: Option<SheetQr>, tree: &[ProvinceOf]) -> Self {
        let t = Lang::Th.text();
        let letter = &circular.letter;
        let issued = circular.issued.as_ref();
        let schools = schools(tree);
        let sheets = 1 + usize::from(!tree.is_empty()) + usize::from(!schools.is_empty());
        Self {
            t,
            form: letter.form,
            urgency: match letter.urgency {
                Urgency::Normal => String::new(),
                urgency => t.urgency.word(urgency.as_str()).to_owned(),
            },
            prefix: thai_digits_in_prose(prefix),
            number: issued.map(|issued| thai_digits(&issued.number.to_string())),
            day: issued.map(|issued| thai_digits(&dates::long(issued.dated))),
            month: month(letter),
            letter: words(circular, t),
            qr,
            provinces: tree.iter().map(|province| province.name.clone()).collect(),
            schools,
            pages: (2..=sheets).map(|page| thai_digits(&page.to_string())).collect(),
        }
    }

    /// Where a line stands in a list of the annex, as paper numbers it.
    fn place(&self, index: &usize) -> String {
        thai_digits(&(index + 1).to_string())
    }
}

/// Month and year that a draft has, while its day waits for the number.
fn month(letter: &Reading) -> String {
    let month = letter.dated.as_ref().and_then(|dated| Some((dated.year?, dated.month?)));
    month.map_or_else(String::new, |(year, month)| thai_digits(&dates::month_year(year, month)))
}

fn words(circular: &Circular, t: &Text) -> Letter {
    let letter = &circular.letter;
    let paper = |text: &String| thai_digits_in_prose(text);
    Letter {
        office: letter.owner.office.clone(),
        to: thai_digits_in_prose(&letter.to),
        subject: thai_digits_in_prose(letter.subject.as_ref().unwrap_or(&circular.title)),
        refers_to: letter.refers_to.iter().map(paper).collect(),
        enclosures: letter.enclosures.iter().map(paper).collect(),
        paragraphs: letter
            .body
            .split("\n\n")
            .map(str::trim)
            .filter(|text| !text.is_empty())
            .map(thai_digits_in_prose)
            .collect(),
        owner: owner(letter, t),
    }
}

/// The lower left: division, group, telephones, mailbox, coordinator.
fn owner(letter: &Reading, t: &Text) -> Vec<String> {
    let words = &t.sheet;
    let mut lines: Vec<String> =
        [&letter.owner.division, &letter.owner.group].into_iter().flatten().cloned().collect();
    for phone in &letter.phones {
        let label = if phone.fax { &words.fax } else { &words.phone };
        lines.push(format!("{label} {}", thai_digits_in_prose(&phone.text)));
    }
    // An address that the text names is where something is sent to, not the office's own mailbox.
    for email in letter.emails.iter().filter(|email| !letter.body.contains(email.as_str())) {
        lines.push(format!("{} {email}", words.email));
    }
    if let Some(contact) = &letter.contact {
        let phone = match contact.phone.as_str() {
            "" => String::new(),
            phone => format!(" {} {}", words.phone, thai_digits_in_prose(phone)),
        };
        lines.push(format!("{} {}{phone}", words.contact, contact.name));
    }
    lines
}

fn schools(tree: &[ProvinceOf]) -> Vec<ProvinceSchools> {
    let count: usize = tree.iter().map(ProvinceOf::schools).sum();
    if u64::try_from(count).is_ok_and(|count| count > MOST_ON_PAPER) {
        return Vec::new();
    }
    let mut place = 0_usize;
    let mut of_province = |province: &ProvinceOf| {
        let mut rows = Vec::new();
        for local in &province.locals {
            for school in &local.schools {
                place += 1;
                let district = match local.district.as_str() {
                    "" => String::new(),
                    district => format!(" อ.{district}"),
                };
                rows.push(SchoolRow {
                    place: thai_digits(&place.to_string()),
                    school: thai_digits_in_prose(school),
                    local: format!("{}{district}", thai_digits_in_prose(&local.name)),
                });
            }
        }
        ProvinceSchools { name: province.name.clone(), rows }
    };
    tree.iter().map(&mut of_province).filter(|province| !province.rows.is_empty()).collect()
}
