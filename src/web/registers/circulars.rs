//! ทะเบียนหนังสือเวียน: every number of a year, those of cancelled circulars struck through.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse as _, Response};

use super::{Asked, Found, download, years};
use crate::actions::registers::{self, Line, Which};
use crate::app::App;
use crate::domain::circular::CircularState;
use crate::domain::office::Tier;
use crate::paths;
use crate::paths::deeds::ReadRegisters;
use crate::store::reports::{self, CircularFilter, CircularLine};
use crate::text::{Lang, Text, dates};
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
    found: Option<Found>,
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
    let actor = &officer.actor;
    let kind = asked.file()?;
    if let Some(kind) = kind.filter(|_| actor.office.tier == Tier::Department) {
        let bytes = registers::file(&app, actor, Which::Circulars, year, kind).await?;
        return download(bytes, Which::Circulars, year, kind);
    }
    let filter = CircularFilter { year: Some(year), ..CircularFilter::default() };
    let mut lines = reports::circulars(&app.db, &actor.scope(), &filter, MOST).await?;
    lines.sort_by_key(|line| line.circular.issued.as_ref().map(|issued| issued.number));
    if let Some(kind) = kind {
        // Other offices issue none: theirs is what the page shows, each line with who issued it.
        let line = |line: CircularLine| {
            let from = line.circular.letter.owner.office.clone();
            Line::of_circular(line, &from)
        };
        let lines = lines.into_iter().map(line).collect();
        let bytes = registers::file_of(&app, actor, Which::Circulars, year, kind, lines).await?;
        return download(bytes, Which::Circulars, year, kind);
    }
    let rows: Vec<Row> = lines.iter().filter_map(|line| row(page.t, page.lang, line)).collect();
    let years = years(app.clock.today(), year);
    let found = Found::of(page.t, registers::numbering(&app, actor, Which::Circulars, year).await?);
    Ok(Page(RegisterPage { page, years, year, rows, found }).into_response())
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
