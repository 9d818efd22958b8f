//! What words find, wherever one is: letters, offices, schools. The bar shows the same list while one types.

use std::collections::HashSet;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

use super::places::place;
use super::query::with_query;
use super::{Frame, May, Page, PageError, Signed};
use crate::app::App;
use crate::domain::office::Tier;
use crate::paths;
use crate::paths::deeds::Read;
use crate::store::offices::{self, Office};
use crate::store::reports::{self, CircularFilter, DeliveryFilter, Order};
use crate::text::{Text, dates, fill};

/// Hits of a kind; the rest is a touch away.
const HITS: u64 = 5;

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
    part: String,
}

#[derive(Debug, Template)]
#[template(path = "search/show.html")]
struct SearchPage {
    page: Frame,
    words: String,
    found: Found,
}

/// The list alone.
#[derive(Debug, Template)]
#[template(path = "search/found.html")]
struct Found {
    t: &'static Text,
    groups: Vec<Group>,
    empty: String,
}

#[derive(Debug)]
struct Group {
    title: String,
    hits: Vec<Hit>,
    more: String,
}

#[derive(Debug)]
struct Hit {
    href: String,
    title: String,
    line: String,
}

/// Shows what was found, as a page or as the list that the bar opens.
pub async fn show(
    _: paths::Search,
    officer: May<Read>,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let page = officer.frame();
    let words = asked.q.trim().to_owned();
    let found = found(&app, &officer, &page, &words).await?;
    Ok(if asked.part == "list" {
        Page(found).into_response()
    } else {
        Page(SearchPage { page, words, found }).into_response()
    })
}

async fn found(app: &App, officer: &Signed, page: &Frame, words: &str) -> Result<Found, PageError> {
    let t = page.t;
    let mut groups = vec![letters(app, officer, page, words).await?];
    if !words.is_empty() {
        for (tiers, title) in [
            (&[Tier::Province, Tier::Local][..], &t.search.offices),
            (&[Tier::School][..], &t.search.schools),
        ] {
            groups.push(of_offices(app, officer, page, words, (tiers, title)).await?);
        }
    }
    groups.retain(|group| !group.hits.is_empty());
    let empty = if words.is_empty() {
        t.search.nothing_yet.clone()
    } else {
        fill(&t.search.nothing, &[("words", words)])
    };
    Ok(Found { t, groups, empty })
}

/// Circulars for the department; for the others the letters of their own inbox. The newest, when nothing is typed.
async fn letters(app: &App, officer: &Signed, page: &Frame, words: &str) -> Result<Group, PageError> {
    let (t, scope) = (page.t, officer.actor.scope());
    let typed = Some(words.to_owned()).filter(|words| !words.is_empty());
    let of_department = officer.actor.office.tier == Tier::Department;
    let mut hits: Vec<Hit> = if of_department {
        let filter = CircularFilter { words: typed, ..CircularFilter::default() };
        let lines = reports::circulars(&app.db, &scope, &filter, HITS + 1).await?;
        lines.iter().map(|line| circular(page, line)).collect()
    } else {
        let office = Some(officer.actor.office.id);
        let filter = DeliveryFilter { office, words: typed, ..DeliveryFilter::default() };
        let newest = Order::Newest(None);
        let now = officer.visitor.now;
        let lines = reports::deliveries(&app.db, &scope, &filter, now, newest, HITS + 1).await?;
        let hit = |line: &reports::DeliveryLine| Hit {
            href: paths::Delivery { id: line.delivery.id }.to_string(),
            title: line.title.clone(),
            line: said(&line.reference, line.dated.map(|day| dates::day(page.lang, day))),
        };
        lines.iter().map(hit).collect()
    };
    let more = cut(&mut hits);
    let title = if words.is_empty() { &t.search.newest } else { &t.search.letters };
    let more = match (more, of_department) {
        (false, _) => String::new(),
        (true, true) => with_query(paths::Circulars, &[("q", words)]),
        (true, false) => with_query(paths::Deliveries, &[("state", "all"), ("q", words)]),
    };
    Ok(Group { title: title.clone(), hits, more })
}

fn circular(page: &Frame, line: &reports::CircularLine) -> Hit {
    let circular = &line.circular;
    let id = circular.id;
    let word = page.t.states.word(circular.state.as_str()).to_owned();
    match &circular.issued {
        Some(issued) => Hit {
            href: paths::Circular { id }.to_string(),
            title: circular.title.clone(),
            line: said(&issued.reference, Some(dates::day(page.lang, issued.dated))),
        },
        None => Hit {
            href: paths::Draft { id }.to_string(),
            title: Some(circular.title.clone())
                .filter(|title| !title.is_empty())
                .unwrap_or_else(|| page.t.circulars.untitled.clone()),
            line: word,
        },
    }
}

/// Offices of some tiers, those within the own scope first.
async fn of_offices(
    app: &App,
    officer: &Signed,
    page: &Frame,
    words: &str,
    (tiers, title): (&[Tier], &str),
) -> Result<Group, PageError> {
    let own = officer.actor.scope();
    let mut found: Vec<Office> = Vec::new();
    for scope in [Some(&own), None] {
        for tier in tiers {
            let wanted =
                offices::Search { text: words, tier: Some(*tier), scope, after: None, limit: HITS + 1 };
            let more = offices::search(&app.db, wanted).await?;
            let known: HashSet<_> = found.iter().map(|office| office.id).collect();
            found.extend(more.into_iter().filter(|office| !known.contains(&office.id)));
        }
    }
    let above: Vec<_> = found.iter().filter_map(|office| office.parent_id).collect();
    let above = offices::named(&app.db, &above).await?;
    let hit = |office: &Office| {
        let local = office.parent_id.and_then(|id| above.get(&id)).filter(|above| above.tier == Tier::Local);
        let (district, province) = (office.district.as_deref(), office.province_code.as_deref());
        let place = place(page.lang, local.map(|local| local.short_name.as_str()), district, province);
        let code = office.code.as_str();
        Hit {
            href: paths::Office { id: office.id }.to_string(),
            title: office.name.clone(),
            line: if place.is_empty() { code.to_owned() } else { format!("{place} · {code}") },
        }
    };
    let mut hits: Vec<Hit> = found.iter().map(hit).collect();
    let tier = if let [only] = tiers { only.as_str() } else { "" };
    let more = if cut(&mut hits) {
        with_query(paths::Offices, &[("q", words), ("tier", tier)])
    } else {
        String::new()
    };
    Ok(Group { title: title.to_owned(), hits, more })
}

/// Cuts a list to what is shown; tells whether there is more.
fn cut(hits: &mut Vec<Hit>) -> bool {
    let most = usize::try_from(HITS).unwrap_or(usize::MAX);
    let more = hits.len() > most;
    hits.truncate(most);
    more
}

fn said(reference: &str, dated: Option<String>) -> String {
    match dated {
        Some(dated) if !reference.is_empty() => format!("{reference} · {dated}"),
        Some(dated) => dated,
        None => reference.to_owned(),
    }
}
