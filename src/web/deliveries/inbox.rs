//! The inbox of an office: what needs a hand first, in tabs that are addresses, with deeds for many letters at once.

use askama::Template;
use axum::extract::{Query, State};

use super::inbox_parts::{Figure, PAGE, Shown, TABS, Tab, empty_line, figures, pages, tabs, urgencies};
use super::inbox_rows::{List, Section};
use super::saved_views::{self, Kept};
use super::view::View;
use crate::app::App;
use crate::domain::actor::Deed;
use crate::domain::ids::CircularId;
use crate::paths;
use crate::paths::deeds::Read;
use crate::store::circulars;
use crate::store::reports::{self, DeliveryFilter, Order};
use crate::web::{Frame, May, Page, PageError, Signed};

#[derive(Debug, Template)]
#[template(path = "deliveries/index.html")]
struct InboxPage {
    page: Frame,
    office: String,
    may_receive: bool,
    may_forward: bool,
    figures: Vec<Figure>,
    tabs: Vec<Tab>,
    view: View,
    urgencies: Vec<(&'static str, &'static str, bool)>,
    kept: Vec<Kept>,
    sections: Vec<Section>,
    shown: Option<Shown>,
    empty_line: String,
}

/// The inbox.
pub async fn index(
    _: paths::Deliveries,
    officer: May<Read>,
    State(app): State<App>,
    Query(view): Query<View>,
) -> Result<Page<impl Template>, PageError> {
    Ok(Page(page(&app, &officer, view).await?))
}

async fn page(app: &App, officer: &Signed, mut view: View) -> Result<InboxPage, PageError> {
    let (actor, now) = (&officer.actor, officer.visitor.now);
    let frame = officer.frame();
    // A search looks through everything unless a tab was chosen.
    if view.state.is_empty() && !view.q.trim().is_empty() {
        "all".clone_into(&mut view.state);
    }
    let tab = TABS.iter().find(|(word, ..)| *word == view.state).unwrap_or(&TABS[0]);
    let filter = DeliveryFilter {
        office: Some(actor.office.id),
        part: tab.1,
        urgency: view.urgency(),
        words: Some(view.q.trim().to_owned()).filter(|words| !words.is_empty()),
        ..DeliveryFilter::default()
    };
    let counts = reports::inbox_counts(&app.db, actor.office.id, now).await?;
    let skip = view.page.unwrap_or(1).clamp(1, 10_000).saturating_sub(1) * PAGE;
    let lines = reports::deliveries(&app.db, &actor.scope(), &filter, now, Order::Inbox(skip), PAGE).await?;
    let of = if view.is_narrow() {
        reports::deliveries_count(&app.db, &actor.scope(), &filter, now).await?
    } else {
        (tab.2)(&counts)
    };
    let ids: Vec<CircularId> = lines.iter().map(|line| line.delivery.circular).collect();
    let owners = circulars::owners(&app.db, &ids).await?;
    let list = List { app, officer, frame: &frame, owners, counts: &counts, searched: view.is_narrow() };
    let shown = lines.len();
    let sections = list.sections(lines);
    Ok(InboxPage {
        office: actor.office.name.clone(),
        may_receive: actor.may(Deed::Receive),
        may_forward: actor.may(Deed::Forward),
        figures: figures(&frame, actor.office.tier, &counts, app, now),
        tabs: tabs(frame.t, actor.office.tier, &counts, tab.0, &view),
        shown: pages(skip, shown, of, &view),
        empty_line: empty_line(frame.t, tab.0, &view),
        urgencies: urgencies(frame.t, &view),
        kept: saved_views::list(app, officer, &view).await?,
        view,
        sections,
        page: frame,
    })
}
