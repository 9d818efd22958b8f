//! A register of a Buddhist year: every letter in it, those of cancelled circulars struck through, and what its numbers
//! were found to be; or all of it as a file.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse as _, Response};

use super::{Asked, Found, download, years};
use crate::actions::registers::{self, Line, Of, Which};
use crate::app::App;
use crate::domain::actor::Actor;
use crate::paths;
use crate::paths::deeds::ReadRegisters;
use crate::text::{Lang, Text, dates};
use crate::web::guards::May;
use crate::web::{Frame, Page, PageError};

/// The most letters of a year that a page is made of.
const MOST: u64 = 10_000;

#[derive(Debug, Template)]
#[template(path = "registers/register.html")]
struct RegisterPage {
    page: Frame,
    which: Which,
    /// The register beside this one.
    other: Which,
    years: Vec<(i32, bool)>,
    year: i32,
    rows: Vec<Row>,
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
    urgency: &'static str,
    state: &'static str,
    state_word: String,
    received_at: String,
    remark: String,
    void: bool,
}

impl RegisterPage {
    fn title(&self, which: &Which) -> &'static str {
        let words = &self.page.t.registers;
        match which {
            Which::Received => &words.received,
            Which::Sent => &words.sent,
            Which::Circulars => &words.circulars,
        }
    }

    fn heading(&self) -> String {
        let words = &self.page.t.registers;
        let heading = match self.which {
            Which::Received => &words.received_of,
            Which::Sent => &words.sent_of,
            Which::Circulars => &words.circulars_of,
        };
        crate::text::fill(heading, &[("year", self.year)])
    }

    /// The head of the column of numbers; none where the letters keep the number of who issued them.
    fn number(&self) -> Option<&'static str> {
        let words = &self.page.t.registers;
        match self.which {
            Which::Received => Some(&words.received_number),
            Which::Sent => self.found.as_ref().map(|_| words.sent_number.as_str()),
            Which::Circulars => Some(&words.number),
        }
    }

    fn is_received(&self) -> bool {
        self.which == Which::Received
    }
}

/// ทะเบียนหนังสือเวียน: every number of a year.
pub async fn circulars(
    _: paths::CircularsRegister,
    officer: May<ReadRegisters>,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    show(&app, &officer.actor, officer.frame(), Which::Circulars, &asked).await
}

/// ทะเบียนหนังสือรับ of an office.
pub async fn received(
    _: paths::ReceivedRegister,
    officer: May<ReadRegisters>,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    show(&app, &officer.actor, officer.frame(), Which::Received, &asked).await
}

/// ทะเบียนหนังสือส่ง of an office: what it issued or sent on.
pub async fn sent(
    _: paths::SentRegister,
    officer: May<ReadRegisters>,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    show(&app, &officer.actor, officer.frame(), Which::Sent, &asked).await
}

async fn show(
    app: &App,
    actor: &Actor,
    page: Frame,
    which: Which,
    asked: &Asked,
) -> Result<Response, PageError> {
    let year = asked.year(app.clock.today());
    if let Some(kind) = asked.file()? {
        let bytes = registers::file(app, actor, which, year, kind).await?;
        return download(bytes, which, year, kind);
    }
    let lines = registers::shown(app, actor, which, year, MOST).await?;
    let rows = lines.into_iter().map(|line| row(page.t, page.lang, line)).collect();
    let years = years(app.clock.today(), year);
    let found = Found::of(page.t, registers::numbering(app, actor, which, year).await?);
    let other = if which == Which::Sent { Which::Received } else { Which::Sent };
    Ok(Page(RegisterPage { page, which, other, years, year, rows, found }).into_response())
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
        urgency: line.urgency.as_str(),
        state: line.state,
        state_word: t.states.word(line.state).to_owned(),
        received_at: line.received_at.map_or_else(String::new, |at| dates::moment(lang, at)),
        remark: line.remark,
        void: line.void,
    }
}
