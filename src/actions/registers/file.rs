//! A register as a file to keep: CSV, a workbook with what its numbers were found to be, or a PDF to print.

use std::str::FromStr;

use super::{Line, Which, numbering, shown};
use crate::app::{App, Result};
use crate::domain::actor::Actor;
use crate::domain::numbering_report::NumberingReport;
use crate::domain::paper::PaperDigits;
use crate::letters::paper::register::{COLUMNS, Entry, Register, register};
use crate::letters::table_sheet::{Cell, Table, to_csv, to_workbook};
use crate::text::{Lang, fill, numbering as words_of};

/// The most rows of a table: an Excel sheet has 1,048,576.
const MOST_ROWS: u64 = 1_000_000;

/// What kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// CSV.
    Csv,
    /// A workbook.
    Xlsx,
    /// A PDF/A.
    Pdf,
}

impl FileKind {
    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pdf => "application/pdf",
        }
    }

    /// The end of its name.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Pdf => "pdf",
        }
    }
}

impl FromStr for FileKind {
    type Err = ();

    fn from_str(word: &str) -> std::result::Result<Self, ()> {
        [Self::Csv, Self::Xlsx, Self::Pdf].into_iter().find(|kind| kind.ending() == word).ok_or(())
    }
}

/// A year of a register, all of it.
///
/// # Errors
/// When the database fails, or the file cannot be made.
pub async fn file(app: &App, actor: &Actor, which: Which, year: i32, kind: FileKind) -> Result<Vec<u8>> {
    let lines = shown(app, actor, which, year, MOST_ROWS).await?;
    let report = numbering(app, actor, which, year).await?;
    let office = actor.office.name.clone();
    let now = app.clock.now();
    let made = tokio::task::spawn_blocking(move || match kind {
        FileKind::Csv => Ok(to_csv(&table(which, year, lines))?),
        FileKind::Xlsx => {
            let found = report.map(|report| found_table(&report));
            let tables: Vec<Table> = std::iter::once(table(which, year, lines)).chain(found).collect();
            Ok(to_workbook(&tables)?)
        }
        FileKind::Pdf => Ok(register(&on_paper(which, year, office, lines, report.as_ref()), now)?),
    });
    made.await?
}

/// Heads of the columns, in the order of the forms.
fn columns(which: Which) -> [String; COLUMNS] {
    let words = &Lang::Th.text().sheets;
    let number = if which == Which::Received { &words.number_received } else { &words.number_sent };
    [
        number,
        &words.reference,
        &words.dated,
        &words.from,
        &words.to,
        &words.subject,
        &words.action,
        &words.remark,
    ]
    .map(Clone::clone)
}

fn table(which: Which, year: i32, lines: Vec<Line>) -> Table {
    let words = &Lang::Th.text().sheets;
    let title = match which {
        Which::Received => &words.register_received,
        Which::Sent => &words.register_sent,
        Which::Circulars => &words.register_circulars,
    };
    let cells = |line: Line| line.cells().iter().map(|text| Cell::from(text.as_str())).collect();
    Table {
        title: fill(title, &[("year", year)]),
        columns: columns(which).to_vec(),
        rows: lines.into_iter().map(cells).collect(),
    }
}

/// Every gap and every number of note in a row of its own, so that none is left out however many there are.
fn found_table(report: &NumberingReport) -> Table {
    let words = &Lang::Th.text().numbering;
    let row = |word: &str, from: &str, to: &str| [word, from, to].map(Cell::from).to_vec();
    let number = |word: &str, number: i64| row(word, &number.to_string(), "");
    let mut rows = Vec::new();
    match report.span {
        Some((first, last)) => rows.push(row(&words.row_span, &first.to_string(), &last.to_string())),
        None => rows.push(row(&words.none, "", "")),
    }
    rows.extend(report.begins().map(|first| number(&words.row_begins, first)));
    rows.extend(report.ahead.map(|last| number(&words.row_ahead, last)));
    let gap = |gap: &crate::domain::numbering_report::Gap| {
        row(&words.row_missing, &gap.from.to_string(), &gap.to.to_string())
    };
    rows.extend(report.gaps.iter().map(gap));
    rows.extend(report.twice.iter().map(|text| row(&words.row_twice, text, "")));
    rows.extend(report.cancelled.iter().map(|text| row(&words.row_cancelled, text, "")));
    if report.is_complete() && report.span.is_some() {
        rows.extend(words_of::sentences(Lang::Th.text(), report).first().map(|well| row(well, "", "")));
    }
    Table {
        title: words.title.clone(),
        columns: [&words.finding, &words.from, &words.to].map(Clone::clone).to_vec(),
        rows,
    }
}

fn on_paper(
    which: Which,
    year: i32,
    office: String,
    lines: Vec<Line>,
    report: Option<&NumberingReport>,
) -> Register {
    let words = &Lang::Th.text().register_sheet;
    let (title, form) = match which {
        Which::Received => (&words.received, words.form_received.as_str()),
        Which::Sent => (&words.sent, words.form_sent.as_str()),
        Which::Circulars => (&words.circulars, ""),
    };
    let entry = |line: Line| Entry { void: line.void, cells: line.cells() };
    Register {
        title: title.clone(),
        form: form.to_owned(),
        office,
        year,
        columns: columns(which),
        entries: lines.into_iter().map(entry).collect(),
        findings: report.map(|report| words_of::sentences(Lang::Th.text(), report)).unwrap_or_default(),
        digits: PaperDigits::Thai,
    }
}
