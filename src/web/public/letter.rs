//! The landing page of a letter: whose it is, that it is genuine, what it asks for, its files, and who is to take note.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

use super::contact::{self, Contact};
use super::duties::{self, DutyRow};
use super::found::{self, Void};
use super::lookup::{self, Lookup};
use crate::app::App;
use crate::paths;
use crate::store::enclosures;
use crate::text::amounts::count;
use crate::text::{dates, fill};
use crate::web::enclosed::{self, EnclosedFile};
use crate::web::letter_text::LetterText;
use crate::web::{Anyone, Frame, Page, PageError};

/// What an address asks for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    q: String,
}

#[derive(Debug, Template)]
#[template(path = "public/letter.html")]
struct LetterPage {
    page: Frame,
    code: String,
    site: String,
    issuer: String,
    reference: String,
    iso: String,
    dated: String,
    urgency: &'static str,
    title: String,
    genuine: bool,
    hash: String,
    issued_at: String,
    void: Option<Void>,
    open: bool,
    duties: Vec<DutyRow>,
    files: Vec<EnclosedFile>,
    letter: LetterText,
    lookup: Lookup,
    found: String,
    contact: Contact,
}

/// The page.
pub async fn show(
    path: paths::Letter,
    visitor: Anyone,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    if let Some(redirect) = found::canonical(&visitor, &path.code) {
        return Ok(redirect.into_response());
    }
    let (circular, issued) = found::letter(&app, &visitor, &path.code).await?;
    let page = visitor.frame();
    let (lang, t) = (page.lang, page.t);
    let enclosed = enclosures::of_circular(&app.db, circular.id).await?;
    let lookup = lookup::look(&app, lang, circular.id, &asked.q).await?;
    let found = [("n", count(lookup.found)), ("of", count(lookup.total))];
    let shown = LetterPage {
        code: path.code.to_string(),
        site: app.config.base_url(),
        issuer: circular.letter.owner.office.clone(),
        iso: issued.dated.to_string(),
        dated: dates::long_day(lang, issued.dated),
        urgency: circular.letter.urgency.as_str(),
        genuine: found::is_genuine(&circular, &issued),
        issued_at: dates::moment(lang, issued.at),
        void: found::void(&app, lang, &circular).await?,
        open: circular.under_way().is_ok(),
        duties: duties::of(lang, &circular.letter.duties),
        files: enclosed::of(lang, &issued.link, &enclosed),
        letter: LetterText::public(t, &circular.letter),
        contact: contact::of(&circular.letter),
        found: fill(&t.letter_page.found, &found),
        title: circular.title,
        reference: issued.reference,
        hash: issued.letter_hash,
        lookup,
        page,
    };
    Ok(Page(shown).into_response())
}
