//! ทะเบียนหนังสือเวียน: every number of a year, those of cancelled circulars struck through.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse as _, Response};

use super::{Asked, years};
use crate::app::App;
use crate::domain::circular::CircularState;
use crate::letters::table_sheet::{Cell, Table};
use crate::paths;
use crate::paths::deeds::ReadRegisters;
use crate::store::reports::{self, CircularFilter, CircularLine};
use crate::text::{Lang, Text, dates, fill};
use crate::web::circulars::file;
use crate::web::guards::May;
use crate::web::{Frame, Page, PageError};

/// The most circulars of a year that a page is made of.
const MOST: u64 = 10_000;

#[derive(Debug, Template)]
#[template(path = "registers/circulars.html")]
struct RegisterPage {
    page: Frame,
    years: Vec<(i32, bool)>,
    year: i32,
    rows: Vec<Row>,
}

#[derive(Debug)]
struct Row {
    number: i64,
    href: String,
    reference: String,
    dated: String,
    from: String,
    to: String,
    title: String,
    urgency: &'static str,
    state: &'static str,
    state_word: String,
    remark: String,
    void: bool,
}

/// Shows it, or sends it as a file.
pub async fn show(
    _: paths::CircularsRegister,
    officer: May<ReadRegisters>,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let page = officer.frame();
    let year = asked.year(app.clock.today());
    let filter = CircularFilter { year: Some(year), ..CircularFilter::default() };
    let mut lines = reports::circulars(&app.db, &officer.actor.scope(), &filter, MOST).await?;
    lines.sort_by_key(|line| line.circular.issued.as_ref().map(|issued| issued.number));
    let rows: Vec<Row> = lines.iter().filter_map(|line| row(page.t, page.lang, line)).collect();
    if !asked.format.is_empty() {
        return file(table(page.t, year, rows), &asked.format, &format!("circulars-{year}")).await;
    }
    let years = years(app.clock.today(), year);
    Ok(Page(RegisterPage { page, years, year, rows }).into_response())
}

fn row(t: &Text, lang: Lang, line: &CircularLine) -> Option<Row> {
    let circular = &line.circular;
    let issued = circular.issued.as_ref()?;
    let owner = &circular.letter.owner;
    Some(Row {
        number: issued.number,
        href: paths::Circular { id: circular.id }.to_string(),
        reference: issued.reference.clone(),
        dated: dates::day(lang, issued.dated),
        from: owner.division.clone().unwrap_or_else(|| owner.office.clone()),
        to: circular.letter.to.clone(),
        title: circular.title.clone(),
        urgency: circular.letter.urgency.as_str(),
        state: circular.state.as_str(),
        state_word: t.states.word(circular.state.as_str()).to_owned(),
        remark: circular.void.as_ref().map_or_else(String::new, |void| void.reason.clone()),
        void: circular.state == CircularState::Cancelled,
    })
}

fn table(t: &Text, year: i32, rows: Vec<Row>) -> Table {
    let words = &t.registers;
    let columns = [
        &words.number,
        &words.reference,
        &words.dated,
        &words.from,
        &words.to,
        &words.title,
        &words.action,
        &words.remark,
    ];
    let cells = |row: Row| {
        let number = u32::try_from(row.number).map_or(Cell::Empty, Cell::from);
        let texts =
            [&row.reference, &row.dated, &row.from, &row.to, &row.title, &row.state_word, &row.remark];
        std::iter::once(number).chain(texts.map(|text| Cell::from(text.as_str()))).collect()
    };
    Table {
        title: fill(&words.circulars_of, &[("year", year)]),
        columns: columns.map(Clone::clone).to_vec(),
        rows: rows.into_iter().map(cells).collect(),
    }
}
