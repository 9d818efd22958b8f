//! The audit trail of a circular: what happened, who did it, how it is known, each line under the hash of the one before.

use std::collections::HashSet;

use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;

use super::board::issued_circular;
use crate::app::App;
use crate::domain::actor::Scope;
use crate::domain::event::What;
use crate::domain::ids::{CircularId, DeliveryId};
use crate::paths;
use crate::paths::deeds::ReadEvents;
use crate::store::events::{self, Recorded};
use crate::store::reports::{self, DeliveryFilter, Order};
use crate::text::{Lang, Text, dates, fill};
use crate::web::guards::{May, Signed};
use crate::web::{Frame, Page, PageError};

/// Events of a page.
const PAGE: u64 = 200;

/// Where the page begins.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    after: i64,
}

#[derive(Debug, Template)]
#[template(path = "circulars/events.html")]
struct EventsPage {
    page: Frame,
    id: CircularId,
    reference: String,
    rows: Vec<Row>,
    next: String,
}

#[derive(Debug)]
struct Row {
    position: i64,
    at: String,
    iso: String,
    what: &'static str,
    detail: String,
    office_href: String,
    who: String,
    evidence: &'static str,
    hash: String,
    previous: String,
}

/// Shows it; those below the department see the circular's own events and those of their own deliveries.
pub async fn index(
    paths::CircularEvents { id }: paths::CircularEvents,
    officer: May<ReadEvents>,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<impl Template>, PageError> {
    let circular = issued_circular(&app, &officer, id).await?;
    let page = officer.frame();
    let found = events::of_circular(&app.db, id, asked.after, PAGE).await?;
    let next = found
        .last()
        .filter(|_| u64::try_from(found.len()).is_ok_and(|count| count == PAGE))
        .map(|last| format!("{}?after={}", paths::CircularEvents { id }, last.position));
    let seen = seen(&app, &officer, id).await?;
    let visible = |recorded: &&Recorded| match (&seen, recorded.event.delivery) {
        (Some(seen), Some(delivery)) => seen.contains(&delivery),
        _ => true,
    };
    Ok(Page(EventsPage {
        id,
        reference: circular.issued.map_or_else(String::new, |issued| issued.reference),
        rows: found.iter().filter(visible).map(|recorded| row(page.t, page.lang, recorded)).collect(),
        next: next.unwrap_or_default(),
        page,
    }))
}

/// The deliveries that the scope can see; none for the department, which sees all.
async fn seen(app: &App, officer: &Signed, id: CircularId) -> Result<Option<HashSet<DeliveryId>>, PageError> {
    let scope = officer.actor.scope();
    if matches!(scope, Scope::Department(_)) {
        return Ok(None);
    }
    let filter = DeliveryFilter { circular: Some(id), ..DeliveryFilter::default() };
    let all = reports::deliveries(
        &app.db,
        &scope,
        &filter,
        app.clock.now(),
        Order::Route(None),
        u64::from(u16::MAX),
    );
    Ok(Some(all.await?.iter().map(|line| line.delivery.id).collect()))
}

fn row(t: &'static Text, lang: Lang, recorded: &Recorded) -> Row {
    let event = &recorded.event;
    let short = |hash: &str| hash.get(..12).unwrap_or(hash).to_owned();
    Row {
        position: recorded.position,
        at: dates::moment(lang, event.at),
        iso: dates::iso(event.at),
        what: t.happened.word(event.what.word()),
        detail: detail(t, &event.what),
        office_href: event.delivery.map_or_else(String::new, |id| paths::Delivery { id }.to_string()),
        who: event.by.who.clone(),
        evidence: event.evidence.as_str(),
        hash: short(&recorded.hash),
        previous: short(&recorded.previous_hash),
    }
}

/// What belongs to an event, in a line; empty when there is nothing.
fn detail(t: &Text, what: &What) -> String {
    match what {
        What::Issued { reference, provinces, locals, schools, .. } => {
            let reach = [("provinces", *provinces), ("locals", *locals), ("schools", *schools)];
            format!("{reference} · {}", fill(&t.compose.reach, &reach))
        }
        What::SymbolProven { module_um, level, page, readings, .. } => {
            let proof = [
                ("mm", format!("{}.{:02}", module_um / 1000, module_um % 1000 / 10)),
                ("level", level.clone()),
                ("page", page.to_string()),
                ("n", readings.len().to_string()),
            ];
            fill(&t.events.proof, &proof)
        }
        What::Received { number: Some(number), .. } => fill(&t.states.received_number, &[("number", number)]),
        What::Forwarded { to } => fill(&t.events.forwarded_to, &[("n", to.len())]),
        What::Acknowledged { name, position, note, .. } => {
            let note = note.as_deref().map_or_else(String::new, |note| format!(" · {note}"));
            format!("{name} · {position}{note}")
        }
        What::ClaimRejected { reason }
        | What::Returned { reason }
        | What::Recalled { reason }
        | What::Cancelled { reason }
        | What::Superseded { reason, .. } => reason.clone(),
        What::Reminded { times, message } => {
            let message = message.as_deref().map_or_else(String::new, |message| format!(" · {message}"));
            format!("{}{message}", fill(&t.states.reminded, &[("n", times)]))
        }
        What::EnclosureReplaced { version, sha256, .. } => {
            format!(
                "{} · SHA-256 {}",
                fill(&t.events.version, &[("n", version)]),
                sha256.get(..12).unwrap_or(sha256)
            )
        }
        _ => String::new(),
    }
}
