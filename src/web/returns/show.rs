//! One scan of signed slips: what became of each page, and whose slip those are that could not be read.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

use super::{handed_in, sentence};
use crate::actions::{self, Signer, Whose};
use crate::app::App;
use crate::domain::code::Code;
use crate::domain::ids::{DeliveryId, SlipScanId};
use crate::domain::office::Tier;
use crate::domain::refusal::Refusal;
use crate::domain::slip::SlipState;
use crate::paths;
use crate::paths::deeds::RecordOnBehalf;
use crate::store::reports::{self, DeliveryFilter, DeliveryLine, Order};
use crate::store::slip_scans::{self, ScannedSlip};
use crate::text::fill;
use crate::web::{Done, Form, Frame, May, Page, PageError, Signed};

/// Schools of a circular in one office's reach at most.
const MOST: u64 = 2_000;

/// Forms at a time: each has the list of the schools, and those of later pages follow when these are done.
const FORMS: usize = 20;

/// What was typed about a page.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    school: String,
    code: String,
    name: String,
    position: String,
}

#[derive(Debug, Template)]
#[template(path = "returns/show.html")]
struct ReturnPage {
    page: Frame,
    back: String,
    name: String,
    by: String,
    tally: String,
    unlooked: Option<String>,
    wrong: String,
    slips: Vec<Slip>,
    schools: Vec<(String, String)>,
}

#[derive(Debug)]
struct Slip {
    number: i32,
    heading: String,
    picture: String,
    alt: String,
    state: String,
    school: Option<(String, String)>,
    typed: Option<Typed>,
}

/// The page.
pub async fn show(
    path: paths::SlipScan,
    officer: May<RecordOnBehalf>,
    State(app): State<App>,
) -> Result<Response, PageError> {
    Ok(private(Page(page(&app, &officer, path.id, None).await?)))
}

/// Says whose slip a page is.
pub async fn type_in(
    paths::SlipPage { id, number }: paths::SlipPage,
    officer: May<RecordOnBehalf>,
    State(app): State<App>,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let typed_in = match whose(&typed) {
        Ok(whose) => {
            let signer = Signer { name: typed.name.clone(), position: typed.position.clone() };
            actions::type_slip(&app, &officer.actor, id, number, whose, &signer)
                .await
                .map_err(PageError::from)
        }
        Err(refusal) => Err(refusal.into()),
    };
    let words = &officer.visitor.lang.text().returns;
    let (status, wrong) = match typed_in {
        Ok(SlipState::Recorded) => {
            return Ok(Done::to(paths::SlipScan { id }).saying(&words.typed).into_response());
        }
        Ok(state) => {
            let said = words.word(state.as_str());
            return Ok(Done::to(paths::SlipScan { id }).saying(said).into_response());
        }
        Err(error) => sentence(officer.visitor.lang, error)?,
    };
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::CONFLICT);
    let shown = page(&app, &officer, id, Some((number, typed, wrong))).await?;
    Ok((status, private(Page(shown))).into_response())
}

/// The picture of a page.
pub async fn picture(
    paths::SlipPage { id, number }: paths::SlipPage,
    officer: May<RecordOnBehalf>,
    State(app): State<App>,
) -> Result<Response, PageError> {
    slip_scans::find(&app.db, officer.actor.office.id, id).await?.ok_or(Refusal::NotFound)?;
    let picture = slip_scans::picture(&app.db, id, number).await?.ok_or(Refusal::NotFound)?;
    Ok(private(([(header::CONTENT_TYPE, HeaderValue::from_static("image/jpeg"))], picture)))
}

fn private(answer: impl axum::response::IntoResponse) -> Response {
    let no_copy = [(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"))];
    (no_copy, answer).into_response()
}

fn whose(typed: &Typed) -> Result<Whose, Refusal> {
    if !typed.code.trim().is_empty() {
        let code: Code = typed.code.parse().map_err(|_| Refusal::WrongCode)?;
        return Ok(Whose::Code(code));
    }
    let id = typed.school.parse().map_err(|_| Refusal::Missing { field: "school" })?;
    Ok(Whose::School(id))
}

async fn page(
    app: &App,
    officer: &Signed,
    id: SlipScanId,
    wrong: Option<(i32, Typed, String)>,
) -> Result<ReturnPage, PageError> {
    let scan = slip_scans::find(&app.db, officer.actor.office.id, id).await?.ok_or(Refusal::NotFound)?;
    let slips = slip_scans::slips(&app.db, id).await?;
    let filter = DeliveryFilter {
        circular: Some(scan.circular),
        tier: Some(Tier::School),
        ..DeliveryFilter::default()
    };
    let (scope, now) = (officer.actor.scope(), officer.visitor.now);
    let schools = reports::deliveries(&app.db, &scope, &filter, now, Order::Route(None), MOST).await?;
    let page = officer.frame();
    let words = &page.t.returns;
    let count = |is: fn(SlipState) -> bool| slips.iter().filter(|slip| is(slip.state)).count().to_string();
    let counts = [
        ("recorded", count(|state| state == SlipState::Recorded)),
        ("already", count(|state| state == SlipState::Already)),
        ("open", count(SlipState::is_open)),
    ];
    let unlooked = scan.pages - slips.last().map_or(0, |slip| slip.number);
    Ok(ReturnPage {
        back: format!("{}?circular={}", paths::SlipScans, scan.circular),
        by: handed_in(page.lang, &scan),
        tally: fill(&words.tally, &counts),
        unlooked: (unlooked > 0).then(|| fill(&words.unlooked, &[("n", unlooked)])),
        slips: shown(&page, id, slips, &schools, wrong.as_ref()),
        wrong: wrong.map(|(_, _, sentence)| sentence).unwrap_or_default(),
        schools: waiting(&schools),
        name: scan.filename,
        page,
    })
}

/// Schools that did not take note yet, to choose from.
fn waiting(schools: &[DeliveryLine]) -> Vec<(String, String)> {
    let waits = schools.iter().filter(|line| line.delivery.acknowledged.is_none());
    waits.map(|line| (line.delivery.id.to_string(), line.office_name.clone())).collect()
}

fn shown(
    page: &Frame,
    scan: SlipScanId,
    slips: Vec<ScannedSlip>,
    schools: &[DeliveryLine],
    wrong: Option<&(i32, Typed, String)>,
) -> Vec<Slip> {
    let words = &page.t.returns;
    let names: HashMap<DeliveryId, &str> =
        schools.iter().map(|line| (line.delivery.id, line.office_name.as_str())).collect();
    let empty = Typed { position: words.position_value.clone(), ..Typed::default() };
    let mut forms = 0;
    let mut slip = |slip: ScannedSlip| {
        let n = [("n", slip.number)];
        let form = slip.state.is_open() && forms < FORMS;
        forms += usize::from(form);
        let typed = wrong.filter(|(number, ..)| *number == slip.number).map_or(&empty, |(_, typed, _)| typed);
        let refusal = page.t.refusals.word(&slip.note);
        let state = words.word(slip.state.as_str());
        let school = slip.delivery.map(|id| {
            let name = names.get(&id).copied().unwrap_or_default().to_owned();
            (paths::Delivery { id }.to_string(), name)
        });
        Slip {
            number: slip.number,
            heading: fill(&words.page, &n),
            picture: paths::SlipPage { id: scan, number: slip.number }.to_string(),
            alt: fill(&words.picture, &n),
            state: if refusal.is_empty() { state.to_owned() } else { format!("{state}: {refusal}") },
            school,
            typed: form.then(|| typed.clone()),
        }
    };
    slips.into_iter().map(&mut slip).collect()
}
