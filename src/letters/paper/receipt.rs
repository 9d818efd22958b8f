//! A receipt on paper: its facts in a table, its code as a symbol and typed, and the same as data inside.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::{About, Enclosed, Layout, NotPrinted, Prose, print};
use crate::domain::clock::{bangkok, bangkok_day};
use crate::domain::paper::PaperDigits;
use crate::domain::receipt::{ATTACHMENT, Fact, Receipt, SignedReceipt};
use crate::domain::thai::dates;
use crate::letters::qr::{self, Format, Level, Style};
use crate::text::{Lang, fill};

/// Side of the symbol with its quiet zone, in millimetres: the long code keeps modules of half a millimetre.
const SYMBOL_MM: f64 = 42.0;

/// The receipt as its layout reads it.
#[derive(Debug, Serialize)]
struct Sheet {
    thai_digits: bool,
    made: Prose,
    rows: Vec<Row>,
    steps: Vec<Prose>,
    qr: Symbol,
    words: Words,
}

/// A line of the table.
#[derive(Debug, Serialize)]
struct Row {
    label: Prose,
    lines: Vec<Prose>,
}

#[derive(Debug, Serialize)]
struct Symbol {
    size_mm: f64,
    alt: String,
    address: String,
}

#[derive(Debug, Serialize)]
struct Words {
    heading: &'static str,
    attached: &'static str,
}

/// Sets and writes a receipt; `check` and `key` are the addresses that check it and that publish the key.
///
/// # Errors
/// When the symbol cannot be drawn so that it reads back, the font lacks a character, or the layout fails.
pub fn receipt(signed: &SignedReceipt, check: &str, key: &str) -> Result<Vec<u8>, NotPrinted> {
    let style = Style { level: Level::Q, size_mm: SYMBOL_MM, ..Style::default() };
    let json = serde_json::to_vec(signed).map_err(|error| NotPrinted::Layout(error.to_string()))?;
    let enclosed = vec![
        Enclosed { name: "qr.svg", bytes: qr::render(check, Format::Svg, &style)? },
        Enclosed { name: ATTACHMENT, bytes: json },
    ];
    let stated = signed.code.statement();
    let words = &Lang::Th.text().receipt_paper;
    let facts = &signed.facts;
    let key_id = stated.key.to_string();
    let title = fill(&words.title, &[("reference", &facts.reference)]);
    let about = About { title: &title, author: &facts.issuer, reference: &facts.reference };
    let sheet = Sheet {
        thai_digits: true,
        made: said(&fill(&words.made, &[("at", moment(stated.made_at))])),
        rows: rows(facts),
        steps: vec![
            said(&words.scan),
            said(&words.compare),
            as_it_is(&fill(&words.command, &[("id", key_id.as_str()), ("key", key)])),
        ],
        qr: Symbol {
            size_mm: SYMBOL_MM,
            alt: fill(&words.alt, &[("address", check)]),
            address: check.replacen(&signed.code.to_string(), &signed.code.grouped(), 1),
        },
        words: Words { heading: &words.heading, attached: &words.attached },
    };
    print(Layout::Receipt, &about, &sheet, enclosed, stated.made_at)
}

fn rows(facts: &Receipt) -> Vec<Row> {
    let t = Lang::Th.text();
    let words = &t.receipt_page;
    let row = |label: &str, lines: Vec<Prose>| Row { label: said(label), lines };
    let mut rows = vec![
        row(&words.number, vec![said(&facts.reference)]),
        row(&words.dated, vec![said(&dates::long(facts.dated))]),
        row(&words.subject, vec![said(&facts.title)]),
        row(&words.from, vec![said(&facts.issuer)]),
        row(&words.to, vec![said(&facts.office.name), code_of(&facts.office.code)]),
    ];
    rows.extend(facts.number.as_ref().map(|number| row(&words.received_number, vec![said(number)])));
    rows.extend(facts.facts().map(|(word, fact)| row(t.states.word(word), told(fact))));
    rows
}

fn told(fact: &Fact) -> Vec<Prose> {
    let t = Lang::Th.text();
    let by = fact.by.as_ref().map(|person| match &person.position {
        Some(position) => format!("{} ({position})", person.name),
        None => person.name.clone(),
    });
    let evidence = t.evidence.word(fact.evidence.as_str());
    let evidence = fill(&t.receipt_paper.evidence, &[("evidence", evidence)]);
    [Some(moment(fact.at)), by, Some(evidence)].into_iter().flatten().map(|line| said(&line)).collect()
}

fn code_of(code: &str) -> Prose {
    as_it_is(&fill(&Lang::Th.text().receipt_paper.code, &[("code", code)]))
}

fn moment(at: DateTime<Utc>) -> String {
    let time = dates::time(bangkok(at).time());
    fill(&Lang::Th.text().receipt_paper.at, &[("day", dates::long(bangkok_day(at))), ("time", time)])
}

/// Text in Thai digits, as letters have them.
fn said(text: &str) -> Prose {
    Prose::new(text, PaperDigits::Thai)
}

/// Codes and addresses, which keep their own.
fn as_it_is(text: &str) -> Prose {
    Prose::new(text, PaperDigits::Ascii)
}
