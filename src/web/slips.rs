//! Slips for the schools of a local administration, to print and hand out: a page of paper each third, with the QR code
//! of the school's secret link. Nobody but the local administration itself ever gets them.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

use crate::app::App;
use crate::domain::clock::bangkok_day;
use crate::domain::code::{secret_link, slip_code};
use crate::domain::delivery::Delivery;
use crate::domain::ids::{CircularId, DeliveryId};
use crate::domain::refusal::Refusal;
use crate::letters::qr::{self, Format, Style};
use crate::paths;
use crate::paths::deeds::PrintSlips;
use crate::store::reports::{self, DeliveryFilter, DeliveryLine, Order};
use crate::store::{circulars, deliveries};
use crate::text::{Lang, dates, fill};
use crate::web::places::place;
use crate::web::{Frame, May, Page, PageError, Signed};

/// Slips of a circular at most.
const MOST: u64 = 400;

/// Side of the symbol on a slip, in millimetres.
const SIDE_MM: f64 = 42.0;

/// Which circular.
#[derive(Debug, Deserialize)]
pub struct Asked {
    circular: Option<CircularId>,
}

#[derive(Debug, Template)]
#[template(path = "slips/index.html")]
struct SlipsPage {
    page: Frame,
    back: String,
    pdf: String,
    reference: String,
    dated: String,
    title: String,
    issuer: String,
    local: String,
    phones: String,
    public: String,
    waiting: bool,
    returns: String,
    slips: Vec<Slip>,
}

#[derive(Debug)]
struct Slip {
    school: String,
    place: String,
    qr: String,
    code: String,
    until: String,
    done: bool,
}

/// The slips.
pub async fn index(
    _: paths::Slips,
    officer: May<PrintSlips>,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let id = asked.circular.ok_or(Refusal::NotFound)?;
    let own = deliveries::at_office(&app.db, id, officer.actor.office.id).await?;
    let own = own.filter(|own| own.sent_at.is_some()).ok_or(Refusal::NotFound)?;
    let circular = circulars::get(&app.db, id).await?.ok_or(Refusal::NotFound)?;
    let issued = circular.under_way()?.clone();
    let filter = DeliveryFilter { parent: Some(own.id), ..DeliveryFilter::default() };
    let (scope, now) = (officer.actor.scope(), officer.visitor.now);
    let lines = reports::deliveries(&app.db, &scope, &filter, now, Order::Route(None), MOST).await?;
    let page = officer.frame();
    let phones = circular.letter.phones.iter().filter(|phone| !phone.fax).map(|phone| phone.text.clone());
    let shown = SlipsPage {
        back: paths::Delivery { id: own.id }.to_string(),
        pdf: paths::SlipsPdf { id }.to_string(),
        reference: issued.reference,
        dated: dates::long_day(page.lang, issued.dated),
        title: circular.title,
        issuer: circular.letter.owner.office.clone(),
        local: officer.actor.office.name.clone(),
        phones: phones.collect::<Vec<_>>().join(", "),
        public: app.config.public_url(&paths::Letter { code: issued.link }.to_string()),
        waiting: lines.iter().any(|line| line.delivery.sent_at.is_none()),
        returns: format!("{}?circular={id}", paths::SlipScans),
        slips: lines.into_iter().map(|line| slip(&app, page.lang, &own, line)).collect(),
        page,
    };
    let no_copy = [(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"))];
    Ok((no_copy, Page(shown)).into_response())
}

fn slip(app: &App, lang: Lang, own: &Delivery, line: DeliveryLine) -> Slip {
    let id = line.delivery.id;
    let due_at = line.delivery.due_at.or(own.due_at);
    let until = due_at.map(|due_at| {
        let day = bangkok_day(due_at - chrono::TimeDelta::microseconds(1));
        fill(&lang.text().slips.until, &[("date", dates::long_day(lang, day))])
    });
    let parent = line.parent_name.as_deref();
    Slip {
        place: place(lang, parent, line.district.as_deref(), line.province_code.as_deref()),
        school: line.office_name,
        qr: paths::SlipQr { id }.to_string(),
        code: slip_code(id, app.secret.bytes()).grouped(),
        until: until.unwrap_or_default(),
        done: line.delivery.acknowledged.is_some(),
    }
}

/// The symbol of one school's secret link, read back before it is given out.
pub async fn symbol(
    path: paths::SlipQr,
    officer: May<PrintSlips>,
    State(app): State<App>,
) -> Result<Response, PageError> {
    of_own_school(&app, &officer, path.id).await?;
    let code = secret_link(path.id, app.secret.bytes());
    let address = app.config.public_url(&paths::School { code }.to_string());
    let style = Style { size_mm: SIDE_MM, level: qr::Level::Q, ..Style::default() };
    let drawn = tokio::task::spawn_blocking(move || qr::render(&address, Format::Svg, &style)).await?;
    let drawn = drawn.map_err(|_| Refusal::QrUnreadable)?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(Format::Svg.media_type())),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
    ];
    Ok((headers, drawn).into_response())
}

/// Refuses whatever is not right below a delivery of the officer's own office.
async fn of_own_school(app: &App, officer: &Signed, id: DeliveryId) -> Result<(), PageError> {
    let school = deliveries::find(&app.db, &officer.actor.scope(), id).await?.ok_or(Refusal::NotFound)?;
    let parent = match school.parent {
        Some(parent) => deliveries::get(&app.db, parent).await?,
        None => None,
    };
    let is_own = parent.is_some_and(|parent| parent.office == officer.actor.office.id);
    if is_own { Ok(()) } else { Err(Refusal::NotFound.into()) }
}
