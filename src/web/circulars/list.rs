//! The list of circulars: what is drafted and what is on its way, each with how far it has come.

use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;

use crate::app::App;
use crate::domain::actor::Deed;
use crate::domain::circular::CircularState;
use crate::domain::ids::CircularId;
use crate::domain::office::Tier;
use crate::paths;
use crate::paths::TypedPath as _;
use crate::paths::deeds::Read;
use crate::store::reports::{self, CircularFilter, CircularLine};
use crate::text::amounts::count;
use crate::text::{Lang, Text, dates};
use crate::web::guards::May;
use crate::web::{Frame, Page, PageError};

/// Circulars of a page.
const PAGE: usize = 50;

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    state: String,
    #[serde(default)]
    q: String,
    before: Option<CircularId>,
}

#[derive(Debug, Template)]
#[template(path = "circulars/list.html")]
struct ListPage {
    page: Frame,
    may_draft: bool,
    state: String,
    words: String,
    tabs: Vec<Tab>,
    rows: Vec<Row>,
    next: String,
}

#[derive(Debug)]
struct Tab {
    href: String,
    label: &'static str,
    n: String,
    current: bool,
}

#[derive(Debug)]
struct Row {
    href: String,
    title: String,
    urgency: &'static str,
    second: String,
    state: &'static str,
    state_word: String,
    provinces: String,
    provinces_href: String,
    acknowledged: String,
    acknowledged_href: String,
}

/// Shows it.
pub async fn index(
    _: paths::Circulars,
    officer: May<Read>,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<impl Template>, PageError> {
    let page = officer.frame();
    let scope = officer.actor.scope();
    let filter = CircularFilter {
        state: asked.state.parse().ok(),
        words: (!asked.q.trim().is_empty()).then(|| asked.q.clone()),
        before: asked.before,
        ..CircularFilter::default()
    };
    let limit = u64::try_from(PAGE + 1).unwrap_or(u64::MAX);
    let mut lines = reports::circulars(&app.db, &scope, &filter, limit).await?;
    let more = lines.len() > PAGE;
    lines.truncate(PAGE);
    let last = lines.last().filter(|_| more).map(|line| line.circular.id);
    let tallies = reports::circular_tallies(&app.db, &scope).await?;
    Ok(Page(ListPage {
        may_draft: officer.actor.may(Deed::Draft),
        tabs: tabs(page.t, &tallies, &asked.state, officer.actor.office.tier),
        rows: lines.iter().map(|line| row(page.t, page.lang, line)).collect(),
        next: last.map_or_else(String::new, |last| next(&asked, last)),
        state: asked.state,
        words: asked.q,
        page,
    }))
}

fn next(asked: &Asked, last: CircularId) -> String {
    let last = last.to_string();
    let query = [("state", asked.state.as_str()), ("q", asked.q.as_str()), ("before", last.as_str())];
    paths::Circulars.with_query_params(query).to_string()
}

fn tabs(t: &'static Text, tallies: &[(CircularState, i64)], chosen: &str, tier: Tier) -> Vec<Tab> {
    let of = |state: CircularState| tallies.iter().find(|(of, _)| *of == state).map_or(0, |(_, n)| *n);
    let all = Tab {
        href: paths::Circulars.to_string(),
        label: &t.circulars.all,
        n: count(tallies.iter().map(|(_, n)| n).sum()),
        current: chosen.is_empty(),
    };
    // Drafts are the issuing office's own business.
    let states =
        CircularState::ALL.iter().filter(|state| tier == Tier::Department || **state != CircularState::Draft);
    let of_state = states.map(|state| Tab {
        href: format!("{}?state={state}", paths::Circulars),
        label: t.states.word(state.as_str()),
        n: count(of(*state)),
        current: chosen == state.as_str(),
    });
    std::iter::once(all).chain(of_state).collect()
}

fn row(t: &'static Text, lang: Lang, line: &CircularLine) -> Row {
    let circular = &line.circular;
    let id = circular.id;
    let deliveries = paths::CircularDeliveries { id };
    let second = match &circular.issued {
        Some(issued) => format!("{} · {}", issued.reference, dates::day(lang, issued.dated)),
        None => format!("{} {}", t.circulars.saved, dates::moment(lang, circular.updated_at)),
    };
    let of =
        |(n, all): (i64, i64)| if all == 0 { String::new() } else { format!("{}/{}", count(n), count(all)) };
    Row {
        href: match circular.state {
            CircularState::Draft => paths::Draft { id }.to_string(),
            _ => paths::Circular { id }.to_string(),
        },
        title: if circular.title.is_empty() { t.circulars.untitled.clone() } else { circular.title.clone() },
        urgency: circular.letter.urgency.as_str(),
        second,
        state: circular.state.as_str(),
        state_word: t.states.word(circular.state.as_str()).to_owned(),
        provinces: of(line.provinces),
        provinces_href: format!("{deliveries}?tier=province"),
        acknowledged: of(line.acknowledged),
        acknowledged_href: deliveries.to_string(),
    }
}
