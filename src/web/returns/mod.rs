//! Signed slips that come back as scans: the form to hand them in, and the files handed in for a circular.

mod show;

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

use crate::actions::{self, Signer};
use crate::app::{App, Error};
use crate::domain::ids::CircularId;
use crate::domain::refusal::{Refusal, RefusalKind};
use crate::paths;
use crate::paths::deeds::RecordOnBehalf;
use crate::store::slip_scans::{self, SlipScan};
use crate::store::{circulars, deliveries};
use crate::text::{self, Lang, dates, fill};
use crate::web::{Done, Frame, May, Page, PageError, Signed, Upload};

pub use show::{picture, show, type_in};

/// Files of the list.
const LATEST: u64 = 50;

/// Which circular.
#[derive(Debug, Deserialize)]
pub struct Asked {
    circular: Option<CircularId>,
}

/// What was typed.
#[derive(Debug)]
struct Typed {
    name: String,
    position: String,
}

#[derive(Debug, Template)]
#[template(path = "returns/index.html")]
struct ReturnsPage {
    page: Frame,
    circular: CircularId,
    back: String,
    reference: String,
    title: String,
    typed: Typed,
    error: String,
    rows: Vec<(String, String, String)>,
}

/// The form and the list.
pub async fn index(
    _: paths::SlipScans,
    officer: May<RecordOnBehalf>,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<impl Template>, PageError> {
    let circular = asked.circular.ok_or(Refusal::NotFound)?;
    let position = officer.visitor.lang.text().returns.position_value.clone();
    let typed = Typed { name: String::new(), position };
    Ok(Page(page(&app, &officer, circular, typed, String::new()).await?))
}

/// Hands a file in and leads to what became of its pages.
pub async fn create(
    _: paths::SlipScans,
    officer: May<RecordOnBehalf>,
    State(app): State<App>,
    mut form: Upload,
) -> Result<Response, PageError> {
    let mut typed = Typed { name: String::new(), position: String::new() };
    let (mut circular, mut filename, mut content) = (None, String::new(), Vec::new());
    while let Some(field) = form.next().await? {
        match field.name() {
            Some("circular") => circular = Upload::text(field).await?.parse().ok().map(CircularId),
            Some("name") => typed.name = Upload::text(field).await?,
            Some("position") => typed.position = Upload::text(field).await?,
            Some("file") => {
                field.file_name().unwrap_or_default().clone_into(&mut filename);
                content = Upload::bytes(field).await?;
            }
            _ => {}
        }
    }
    let circular = circular.ok_or(Refusal::NotFound)?;
    let signer = Signer { name: typed.name.clone(), position: typed.position.clone() };
    let taken = actions::take_slips(&app, &officer.actor, circular, &filename, content, signer).await;
    let lang = officer.visitor.lang;
    let (status, error) = match taken {
        Ok(id) => return Ok(Done::to(paths::SlipScan { id }).into_response()),
        Err(Error::Complaint(complaint)) => (422, complaint.sentence(lang)),
        Err(error) => sentence(lang, PageError::from(error))?,
    };
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::CONFLICT);
    Ok((status, Page(page(&app, &officer, circular, typed, error).await?)).into_response())
}

/// Status and sentence of what a form can be mended by.
fn sentence(lang: Lang, error: PageError) -> Result<(u16, String), PageError> {
    let refusal = error.into_refusal()?;
    let hopeless = matches!(refusal.kind(), RefusalKind::Missing | RefusalKind::Forbidden);
    if hopeless && refusal != Refusal::WrongCode {
        return Err(refusal.into());
    }
    Ok((refusal.kind().status(), text::refusal(lang, &refusal)))
}

async fn page(
    app: &App,
    officer: &Signed,
    id: CircularId,
    typed: Typed,
    error: String,
) -> Result<ReturnsPage, PageError> {
    let office = officer.actor.office.id;
    let own = deliveries::at_office(&app.db, id, office).await?;
    let own = own.filter(|own| own.sent_at.is_some()).ok_or(Refusal::NotFound)?;
    let circular = circulars::get(&app.db, id).await?.ok_or(Refusal::NotFound)?;
    let page = officer.frame();
    let scans = slip_scans::latest(&app.db, office, id, LATEST).await?;
    let row = |scan: SlipScan| {
        let by = handed_in(page.lang, &scan);
        (paths::SlipScan { id: scan.id }.to_string(), scan.filename, by)
    };
    Ok(ReturnsPage {
        circular: id,
        back: paths::Delivery { id: own.id }.to_string(),
        reference: circular.issued()?.reference.clone(),
        title: circular.title,
        typed,
        error,
        rows: scans.into_iter().map(row).collect(),
        page,
    })
}

fn handed_in(lang: Lang, scan: &SlipScan) -> String {
    let by = [("name", scan.by_name.clone()), ("at", dates::moment(lang, scan.created_at))];
    fill(&lang.text().returns.by, &by)
}
