//! ทะเบียนหนังสือรับ of an office: every receive number of a year.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse as _, Response};

use super::{Asked, Found, download, years};
use crate::actions::registers::{self, Which};
use crate::app::App;
use crate::paths;
use crate::paths::deeds::ReadRegisters;
use crate::store::reports::{self, DeliveryFilter, DeliveryLine, Order};
use crate::text::{Lang, Text, dates};
use crate::web::guards::May;
use crate::web::{Frame, Page, PageError};

/// The most letters of a year that a page is made of.
const MOST: u64 = 10_000;

#[derive(Debug, Template)]
#[template(path = "registers/received.html")]
struct RegisterPage {
    page: Frame,
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
    received_at: String,
    state: &'static str,
    state_word: String,
}

/// Shows it, or sends it as a file.
pub async fn show(
    _: paths::ReceivedRegister,
    officer: May<ReadRegisters>,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let page = officer.frame();
    let year = asked.year(app.clock.today());
    if let Some(kind) = asked.file()? {
        let bytes = registers::file(&app, &officer.actor, Which::Received, year, kind).await?;
        return download(bytes, Which::Received, year, kind);
    }
    let office = &officer.actor.office;
    let filter =
        DeliveryFilter { office: Some(office.id), register_year: Some(year), ..DeliveryFilter::default() };
    let now = app.clock.now();
    let mut lines =
        reports::deliveries(&app.db, &officer.actor.scope(), &filter, now, Order::Newest(None), MOST).await?;
    lines.sort_by_key(|line| line.delivery.received.as_ref().map(|received| received.at));
    let above = office.tier.above().map_or("", |tier| page.t.tiers_short.word(tier.as_str()));
    let rows: Vec<Row> =
        lines.iter().map(|line| row(page.t, page.lang, line, above, &office.short_name)).collect();
    let years = years(app.clock.today(), year);
    let found = Found::of(page.t, registers::numbering(&app, &officer.actor, Which::Received, year).await?);
    Ok(Page(RegisterPage { page, years, year, rows, found }).into_response())
}

fn row(t: &Text, lang: Lang, line: &DeliveryLine, above: &str, own: &str) -> Row {
    let received = line.delivery.received.as_ref();
    let number = received.and_then(|received| received.number.as_ref());
    let state = line.delivery.state();
    Row {
        number: number.map_or_else(String::new, |number| number.text.clone()),
        href: paths::Delivery { id: line.delivery.id }.to_string(),
        reference: line.reference.clone(),
        dated: line.dated.map_or_else(String::new, |dated| dates::day(lang, dated)),
        from: line.parent_name.clone().unwrap_or_else(|| above.to_owned()),
        to: own.to_owned(),
        title: line.title.clone(),
        received_at: received.map_or_else(String::new, |received| dates::moment(lang, received.at)),
        state: state.as_str(),
        state_word: t.states.word(state.as_str()).to_owned(),
    }
}
