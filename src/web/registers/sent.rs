//! ทะเบียนหนังสือส่ง of an office: what it issued or sent on in a year.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse as _, Response};

use super::{Asked, Found, download, years};
use crate::actions::registers::{self, Line, Of, Which};
use crate::app::App;
use crate::paths;
use crate::paths::deeds::ReadRegisters;
use crate::text::{Lang, Text, dates};
use crate::web::guards::May;
use crate::web::{Frame, Page, PageError};

/// The most letters of a year that a page is made of.
const MOST: u64 = 10_000;

#[derive(Debug, Template)]
#[template(path = "registers/sent.html")]
struct RegisterPage {
    page: Frame,
    years: Vec<(i32, bool)>,
    year: i32,
    rows: Vec<Row>,
    numbered: bool,
    found: Option<Found>,
}

#[derive(Debug)]
struct Row {
    number: String,
    href: String,
    reference: String,
    dated: String,
    from: String,
    to: String,
    title: String,
    state: &'static str,
    state_word: String,
    remark: String,
    void: bool,
}

/// Shows it, or sends it as a file.
pub async fn show(
    _: paths::SentRegister,
    officer: May<ReadRegisters>,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let page = officer.frame();
    let year = asked.year(app.clock.today());
    if let Some(kind) = asked.file()? {
        let bytes = registers::file(&app, &officer.actor, Which::Sent, year, kind).await?;
        return download(bytes, Which::Sent, year, kind);
    }
    let lines = registers::lines(&app, &officer.actor, Which::Sent, year, 0, MOST).await?;
    let rows: Vec<Row> = lines.into_iter().map(|line| row(page.t, page.lang, line)).collect();
    let report = registers::numbering(&app, &officer.actor, Which::Sent, year).await?;
    let years = years(app.clock.today(), year);
    let numbered = report.is_some();
    let found = Found::of(page.t, report);
    Ok(Page(RegisterPage { page, years, year, rows, numbered, found }).into_response())
}

fn row(t: &Text, lang: Lang, line: Line) -> Row {
    Row {
        number: line.number_text(),
        href: match line.of {
            Of::Delivery(id) => paths::Delivery { id }.to_string(),
            Of::Circular(id) => paths::Circular { id }.to_string(),
        },
        reference: line.reference,
        dated: line.dated.map_or_else(String::new, |dated| dates::day(lang, dated)),
        from: line.from,
        to: line.to,
        title: line.subject,
        state: line.state,
        state_word: t.states.word(line.state).to_owned(),
        remark: line.remark,
        void: line.void,
    }
}
