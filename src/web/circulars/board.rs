//! A circular after issue: how far it has come, what it asks, its files, its code, the letter itself.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

use super::enclosure_list::{self, EnclosureRow};
use super::figures::{self, Figures, Provinces};
use super::letter;
use super::pictures::{self, Pictures, Subject};
use crate::app::App;
use crate::domain::actor::Deed;
use crate::domain::circular::{Circular, CircularState, Corrected, Issued};
use crate::domain::ids::CircularId;
use crate::domain::refusal::Refusal;
use crate::paths;
use crate::paths::deeds::Read;
use crate::store;
use crate::store::reports;
use crate::text::{Lang, Text, dates, fill};
use crate::web::guards::{May, Signed};
use crate::web::{Done, Frame, Page, PageError};

#[derive(Debug, Template)]
#[template(path = "circulars/board.html")]
struct BoardPage {
    page: Frame,
    id: CircularId,
    title: String,
    urgency: &'static str,
    reference: String,
    dated: String,
    dated_iso: String,
    owner: String,
    banner: Option<Banner>,
    supersedes: Option<(String, String)>,
    figures: Figures,
    pictures: Option<Pictures>,
    provinces: Provinces,
    duties: Vec<Duty>,
    enclosures: Vec<EnclosureRow>,
    public_href: String,
    public_address: String,
    first_page: letter::PagePicture,
    pdf: String,
    facts: Vec<(&'static str, String)>,
    hash: String,
    may_replace: bool,
    may_cancel: bool,
}

/// How the page is asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    /// `outline` for the map of borders, of tiles otherwise.
    #[serde(default)]
    map: String,
}

/// Why the circular does not stand any more.
#[derive(Debug)]
struct Banner {
    kind: &'static str,
    words: String,
    reason: String,
    href: String,
}

#[derive(Debug)]
struct Duty {
    kind: &'static str,
    when: String,
    channel: String,
}

/// The circular, once issued, for those who can see it.
///
/// # Errors
/// When the scope cannot see it, it is a draft, or the database fails.
pub async fn issued_circular(app: &App, officer: &Signed, id: CircularId) -> Result<Circular, PageError> {
    let circular =
        store::circulars::find(&app.db, &officer.actor.scope(), id).await?.ok_or(Refusal::NotFound)?;
    circular.issued()?;
    Ok(circular)
}

/// Shows it; a draft's page is where it is written.
pub async fn show(
    paths::Circular { id }: paths::Circular,
    officer: May<Read>,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let scope = officer.actor.scope();
    let circular = store::circulars::find(&app.db, &scope, id).await?.ok_or(Refusal::NotFound)?;
    let Some(issued) = circular.issued.clone() else {
        return Ok(Done::to(paths::Draft { id }).into_response());
    };
    let page = officer.frame();
    let (t, lang, now) = (page.t, page.lang, app.clock.now());
    let progress = reports::progress(&app.db, &scope, id, now).await?;
    let enclosures = store::enclosures::of_circular(&app.db, id).await?;
    let subject = Subject::new(&app, &page, scope, &circular, &progress)?;
    let is_own = circular.office == officer.actor.office.id;
    let stands = circular.state == CircularState::Issued;
    let public = paths::Letter { code: issued.link.clone() };
    Ok(Page(BoardPage {
        id,
        title: circular.title.clone(),
        urgency: circular.letter.urgency.as_str(),
        reference: issued.reference.clone(),
        dated: dates::day(lang, issued.dated),
        dated_iso: issued.dated.to_string(),
        owner: owner(&circular),
        banner: banner(&app, t, &circular).await?,
        supersedes: supersedes(&app, &circular).await?,
        figures: figures::of(&app, &officer, &page, &circular, &progress).await?,
        pictures: pictures::of(&subject, asked.map == "outline").await?,
        provinces: figures::by_province(&page, &circular, &progress),
        duties: duties(t, lang, &circular),
        enclosures: enclosure_list::rows(lang, &circular, &enclosures),
        public_address: app.config.public_url(&public.to_string()),
        public_href: public.to_string(),
        first_page: letter::picture(lang, id, 1),
        pdf: paths::LetterPdf { id }.to_string(),
        facts: facts(t, lang, &issued),
        hash: issued.letter_hash,
        may_replace: is_own
            && circular.state != CircularState::Cancelled
            && officer.actor.may(Deed::ReplaceEnclosure),
        may_cancel: is_own && stands && officer.actor.may(Deed::Cancel),
        page,
    })
    .into_response())
}

fn owner(circular: &Circular) -> String {
    let owner = &circular.letter.owner;
    owner.division.clone().unwrap_or_else(|| owner.office.clone())
}

async fn banner(app: &App, t: &Text, circular: &Circular) -> Result<Option<Banner>, PageError> {
    let Some(void) = &circular.void else { return Ok(None) };
    let reason = void.reason.clone();
    let Some(by) = circular.superseded_by else {
        let words = t.board.cancelled.clone();
        return Ok(Some(Banner { kind: "err", words, reason, href: String::new() }));
    };
    let newer = store::circulars::get(&app.db, by).await?;
    let reference = newer.and_then(|newer| newer.issued).map_or_else(String::new, |issued| issued.reference);
    Ok(Some(Banner {
        kind: "warn",
        words: fill(&t.states.superseded_by, &[("reference", reference)]),
        reason,
        href: paths::Circular { id: by }.to_string(),
    }))
}

/// The circular that this one corrects: its number and its page.
async fn supersedes(app: &App, circular: &Circular) -> Result<Option<(String, String)>, PageError> {
    let Some(Corrected { circular: old, .. }) = circular.supersedes else { return Ok(None) };
    let found = store::circulars::get(&app.db, old).await?.and_then(|old| old.issued);
    Ok(found.map(|issued| (issued.reference, paths::Circular { id: old }.to_string())))
}

fn duties(t: &'static Text, lang: Lang, circular: &Circular) -> Vec<Duty> {
    let duty = |duty: &crate::domain::letter::Duty| Duty {
        kind: t.duty_kinds.word(duty.kind.as_str()),
        when: dates::range(lang, duty.from, duty.to),
        channel: duty.channel.clone().unwrap_or_default(),
    };
    circular.letter.duties.iter().map(duty).collect()
}

fn facts(t: &'static Text, lang: Lang, issued: &Issued) -> Vec<(&'static str, String)> {
    vec![(&t.board.issued_at, dates::moment(lang, issued.at)), (&t.board.issued_by, issued.by_name.clone())]
}
