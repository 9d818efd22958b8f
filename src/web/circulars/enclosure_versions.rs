//! The versions of one enclosure, and the form that puts a better one in place after issue.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};

use super::board::issued_circular;
use super::compose::sentence;
use super::enclosure_list::{self, VersionRow};
use crate::actions;
use crate::app::App;
use crate::domain::actor::Deed;
use crate::domain::ids::{CircularId, EnclosureId};
use crate::domain::refusal::Refusal;
use crate::paths;
use crate::paths::deeds::{Read, ReplaceEnclosure};
use crate::store;
use crate::text::fill;
use crate::web::guards::{May, Signed};
use crate::web::{Done, Frame, Page, PageError, Upload};

#[derive(Debug, Template)]
#[template(path = "circulars/enclosure_versions.html")]
struct VersionsPage {
    page: Frame,
    id: CircularId,
    enclosure: EnclosureId,
    reference: String,
    title: String,
    href: String,
    versions: Vec<(VersionRow, String)>,
    may_replace: bool,
    error: String,
}

/// Lists them.
pub async fn show(
    paths::EnclosureVersions { id, enclosure }: paths::EnclosureVersions,
    officer: May<Read>,
    State(app): State<App>,
) -> Result<Page<impl Template>, PageError> {
    page(&app, &officer, id, enclosure).await.map(Page)
}

/// Puts a better version in place.
pub async fn create(
    paths::EnclosureVersions { id, enclosure }: paths::EnclosureVersions,
    officer: May<ReplaceEnclosure>,
    State(app): State<App>,
    mut form: Upload,
) -> Result<Response, PageError> {
    let t = officer.visitor.lang.text();
    let mut error = fill(&t.refusals.missing, &[("field", &t.fields.file)]);
    while let Some(field) = form.next().await? {
        let name = field.file_name().unwrap_or_default().to_owned();
        if field.name() != Some("file") || name.is_empty() {
            continue;
        }
        match actions::add_enclosure_version(&app, &officer.actor, id, enclosure, &name, field).await {
            Ok(done) => {
                let said = fill(&t.versions.replaced, &[("title", &done.title)]);
                return Ok(Done::to(paths::EnclosureVersions { id, enclosure }).saying(said).into_response());
            }
            Err(refused) => error = sentence(officer.visitor.lang, refused)?,
        }
        break;
    }
    let mut again = page(&app, &officer, id, enclosure).await?;
    again.error = error;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(again)).into_response())
}

async fn page(
    app: &App,
    officer: &Signed,
    id: CircularId,
    enclosure: EnclosureId,
) -> Result<VersionsPage, PageError> {
    let circular = issued_circular(app, officer, id).await?;
    let page = officer.frame();
    let found = store::enclosures::find(&app.db, id, enclosure).await?.ok_or(Refusal::NotFound)?;
    let issued = circular.issued()?;
    let link = &issued.link;
    let versions = enclosure_list::versions(page.lang, &found).into_iter().map(|row| {
        let of = paths::LetterFileVersion { code: link.clone(), enclosure, version: row.version };
        (row, of.to_string())
    });
    Ok(VersionsPage {
        id,
        enclosure,
        reference: issued.reference.clone(),
        versions: versions.collect(),
        title: found.title,
        href: paths::File { code: found.link }.to_string(),
        may_replace: circular.office == officer.actor.office.id
            && circular.under_way().is_ok()
            && officer.actor.may(Deed::ReplaceEnclosure),
        error: String::new(),
        page,
    })
}
