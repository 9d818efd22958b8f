//! The inbox of an office: what needs a hand first, in tabs that are addresses, with deeds for many letters at once.

use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;

use super::inbox_parts::{Figure, PAGE, Shown, TABS, Tab, empty_line, figures, pages, tabs};
use super::inbox_rows::{List, Section};
use crate::app::App;
use crate::domain::actor::Deed;
use crate::domain::ids::CircularId;
use crate::paths;
use crate::paths::deeds::Read;
use crate::store::circulars;
use crate::store::reports::{self, DeliveryFilter, Order};
use crate::web::{Frame, May, Page, PageError, Signed};

/// What an address asks for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    state: Option<String>,
    q: Option<String>,
    page: Option<u64>,
}

#[derive(Debug, Template)]
#[template(path = "deliveries/index.html")]
struct InboxPage {
    page: Frame,
    office: String,
    may_receive: bool,
    may_forward: bool,
    figures: Vec<Figure>,
    tabs: Vec<Tab>,
    words: String,
    sections: Vec<Section>,
    shown: Option<Shown>,
    empty_line: String,
}

/// The inbox.
pub async fn index(
    _: paths::Deliveries,
    officer: May<Read>,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<impl Template>, PageError> {
    Ok(Page(page(&app, &officer, &asked).await?))
}

async fn page(app: &App, officer: &Signed, asked: &Asked) -> Result<InboxPage, PageError> {
    let (actor, now) = (&officer.actor, officer.visitor.now);
    let frame = officer.frame();
    let words = asked.q.as_deref().unwrap_or_default().trim().to_owned();
    // A search looks through everything unless a tab was chosen.
    let default = if words.is_empty() { "todo" } else { "all" };
    let state = asked.state.as_deref().unwrap_or(default);
    let tab = TABS.iter().find(|(word, ..)| *word == state).unwrap_or(&TABS[0]);
    let filter = DeliveryFilter {
        office: Some(actor.office.id),
        part: tab.1,
        words: (!words.is_empty()).then(|| words.clone()),
        ..DeliveryFilter::default()
    };
    let counts = reports::inbox_counts(&app.db, actor.office.id, now).await?;
    let skip = asked.page.unwrap_or(1).clamp(1, 10_000).saturating_sub(1) * PAGE;
    let lines = reports::deliveries(&app.db, &actor.scope(), &filter, now, Order::Inbox(skip), PAGE).await?;
    let of = if words.is_empty() {
        (tab.2)(&counts)
    } else {
        reports::deliveries_count(&app.db, &actor.scope(), &filter, now).await?
    };
    let ids: Vec<CircularId> = lines.iter().map(|line| line.delivery.circular).collect();
    let owners = circulars::owners(&app.db, &ids).await?;
    let list = List { app, officer, frame: &frame, owners, counts: &counts, searched: !words.is_empty() };
    let shown = lines.len();
    let sections = list.sections(lines);
    Ok(InboxPage {
        office: actor.office.name.clone(),
        may_receive: actor.may(Deed::Receive),
        may_forward: actor.may(Deed::Forward),
        figures: figures(&frame, actor.office.tier, &counts, app, now),
        tabs: tabs(frame.t, actor.office.tier, &counts, tab.0, &words),
        shown: pages(skip, shown, of, state, &words),
        empty_line: empty_line(frame.t, tab.0, &words),
        words,
        sections,
        page: frame,
    })
}
