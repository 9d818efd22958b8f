//! The figures of a circular: how far it has come, tier by tier and province by province. An open page polls them.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::HeaderValue;
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

use super::board::issued_circular;
use super::pictures::{self, Odd, Picture, Subject};
use crate::app::{App, province_name};
use crate::domain::circular::{Circular, CircularState};
use crate::domain::ids::CircularId;
use crate::domain::office::Tier;
use crate::domain::thai::names::sort_key;
use crate::paths;
use crate::paths::deeds::Read;
use crate::store::reports::{self, Counts, Flow, Progress};
use crate::text::amounts::{count, unit};
use crate::text::{Text, fill};
use crate::web::guards::{May, Signed};
use crate::web::{Frame, Page, PageError};

/// The part of the page that keeps itself current.
#[derive(Debug, Template)]
#[template(path = "circulars/figures.html")]
pub struct Figures {
    t: &'static Text,
    id: CircularId,
    done: bool,
    as_of: String,
    cards: Vec<Card>,
    where_is_it: Where,
    odd: Odd,
}

/// Where the letters are: drawn for those who see many offices, a table of the tiers for the others.
#[derive(Debug)]
enum Where {
    Drawn(Box<Picture>),
    Listed(Vec<TierRow>),
}

/// The table by province, which keeps itself current as well.
#[derive(Debug, Template)]
#[template(path = "circulars/provinces.html")]
pub struct Provinces {
    t: &'static Text,
    id: CircularId,
    done: bool,
    provinces: Vec<ProvinceRow>,
    has_locals: bool,
}

/// Which part is asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    part: String,
}

#[derive(Debug)]
struct Card {
    href: String,
    n: String,
    unit: String,
    what: &'static str,
    line: String,
    alarm: bool,
}

/// A figure and the list that it counts.
#[derive(Debug)]
struct Cell {
    n: String,
    href: String,
}

#[derive(Debug)]
struct TierRow {
    name: &'static str,
    total: Cell,
    facts: Vec<(&'static str, Option<Cell>)>,
}

#[derive(Debug)]
struct ProvinceRow {
    name: String,
    href: String,
    facts: Vec<(&'static str, String)>,
    share: i64,
    overdue: i64,
}

/// The lowest tier that a circular reaches, which is the one that acts on it.
pub fn leaf(progress: &Progress) -> Tier {
    [Tier::School, Tier::Local]
        .into_iter()
        .find(|tier| progress.tier(*tier).total > 0)
        .unwrap_or(Tier::Province)
}

/// Serves the part alone.
pub async fn show(
    paths::Figures { id }: paths::Figures,
    officer: May<Read>,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let circular = issued_circular(&app, &officer, id).await?;
    let progress = reports::progress(&app.db, &officer.actor.scope(), id, app.clock.now()).await?;
    let page = officer.frame();
    let mut response = match asked.part.as_str() {
        "provinces" => Page(by_province(&page, &circular, &progress)).into_response(),
        _ => Page(of(&app, &officer, &page, &circular, &progress).await?).into_response(),
    };
    if is_done(&circular, &progress) {
        response.headers_mut().insert("x-poll-done", HeaderValue::from_static("1"));
    }
    Ok(response)
}

/// The figures within the actor's scope.
///
/// # Errors
/// When the database fails.
pub async fn of(
    app: &App,
    officer: &Signed,
    page: &Frame,
    circular: &Circular,
    progress: &Progress,
) -> Result<Figures, PageError> {
    let (t, id) = (page.t, circular.id);
    let subject = Subject::new(app, page, officer.actor.scope(), circular, progress)?;
    let (scope, leaf) = (&subject.scope, subject.leaf);
    let flow = reports::flow(&app.db, scope, id, leaf).await?;
    let odd = reports::discrepancies(&app.db, scope, id, leaf, app.clock.now()).await?;
    let where_is_it = if pictures::sees_pictures(scope) {
        let mut picture = pictures::flow_picture(&subject, &flow);
        picture.hint = format!("{} · {}", picture.hint, page.as_of);
        Where::Drawn(Box::new(picture))
    } else {
        let rows = subject.tiers().filter(|tier| progress.tier(*tier).total > 0);
        Where::Listed(rows.map(|tier| tier_row(t, id, tier, leaf, progress.tier(tier))).collect())
    };
    Ok(Figures {
        t,
        id,
        done: is_done(circular, progress),
        as_of: page.as_of.clone(),
        cards: cards(t, id, leaf, progress.tier(leaf), progress, &flow),
        odd: Odd::new(&subject, &odd),
        where_is_it,
    })
}

/// The table by province within the actor's scope.
pub fn by_province(page: &Frame, circular: &Circular, progress: &Progress) -> Provinces {
    let leaf = leaf(progress);
    let mut codes = progress.provinces();
    codes.sort_by_cached_key(|code| sort_key(&province_name(code)));
    Provinces {
        t: page.t,
        id: circular.id,
        done: is_done(circular, progress),
        provinces: codes.iter().map(|code| province_row(page.t, circular.id, code, leaf, progress)).collect(),
        has_locals: leaf != Tier::Province,
    }
}

/// Nothing will change any more.
fn is_done(circular: &Circular, progress: &Progress) -> bool {
    let counts = progress.tier(leaf(progress));
    circular.state == CircularState::Cancelled || (counts.total > 0 && counts.acknowledged == counts.total)
}

fn list(id: CircularId) -> String {
    paths::CircularDeliveries { id }.to_string()
}

fn cell(n: i64, href: String) -> Cell {
    Cell { n: count(n), href }
}

fn cards(
    t: &'static Text,
    id: CircularId,
    leaf: Tier,
    counts: Counts,
    progress: &Progress,
    flow: &Flow,
) -> Vec<Card> {
    let words = &t.board;
    let unit = unit(t, leaf);
    let of = fill(&words.of, &[("of", count(counts.total)), ("unit", unit.to_owned())]);
    let rest = counts.total - counts.acknowledged;
    let resting: Vec<String> = [Tier::Province, Tier::Local, Tier::School]
        .iter()
        .map(|tier| (tier, flow.resting(*tier, leaf)))
        .filter(|(_, n)| *n > 0)
        .map(|(tier, n)| format!("{} {}", t.tiers_short.word(tier.as_str()), count(n)))
        .collect();
    let overdue: i64 = progress.parts.iter().map(|(_, _, counts)| counts.overdue).sum();
    vec![
        Card {
            href: format!("{}?has=acknowledged", list(id)),
            n: count(counts.acknowledged),
            unit: of,
            what: &t.states.acknowledged,
            line: fill(&words.opened_line, &[("n", count(counts.opened))]),
            alarm: false,
        },
        Card {
            href: format!("{}?lacking=acknowledged", list(id)),
            n: count(rest),
            unit: unit.to_owned(),
            what: &words.not_acknowledged,
            line: if resting.is_empty() {
                words.nobody_left.clone()
            } else {
                fill(&words.stuck_line, &[("where", resting.join(" · "))])
            },
            alarm: false,
        },
        Card {
            href: format!("{}?tier=all&overdue=true", list(id)),
            n: count(overdue),
            unit: words.places.clone(),
            what: &words.overdue,
            line: if overdue == 0 { words.none_overdue.clone() } else { words.overdue_line.clone() },
            alarm: overdue > 0,
        },
    ]
}

fn tier_row(t: &'static Text, id: CircularId, tier: Tier, leaf: Tier, counts: Counts) -> TierRow {
    let at = format!("{}?tier={tier}", list(id));
    let fact = |word: &'static str, has: &str, n: i64| (word, Some(cell(n, format!("{at}&has={has}"))));
    let words = &t.states;
    let is_leaf = tier == leaf;
    TierRow {
        name: t.tiers_short.word(tier.as_str()),
        total: cell(counts.total, at.clone()),
        facts: vec![
            fact(&words.sent, "sent", counts.sent),
            fact(&words.opened, "opened", counts.opened),
            // A school has no register of this kind and nobody to forward to.
            if tier == Tier::School {
                (&words.received, None)
            } else {
                fact(&words.received, "received", counts.received)
            },
            if is_leaf {
                (&words.forwarded, None)
            } else {
                fact(&words.forwarded, "forwarded", counts.forwarded)
            },
            fact(&words.acknowledged, "acknowledged", counts.acknowledged),
        ],
    }
}

fn province_row(
    t: &'static Text,
    id: CircularId,
    code: &str,
    leaf: Tier,
    progress: &Progress,
) -> ProvinceRow {
    let of = |tier: Tier| progress.in_province(tier, code);
    let office = of(Tier::Province);
    let mut facts = vec![(t.board.province_office.as_str(), furthest(t, &office).to_owned())];
    let part = |n: i64, all: i64| format!("{}/{}", count(n), count(all));
    if leaf != Tier::Province {
        facts.push((&t.board.locals_received, part(of(Tier::Local).received, of(Tier::Local).total)));
    }
    let acting = of(leaf);
    facts.push((&t.board.acknowledged, part(acting.acknowledged, acting.total)));
    ProvinceRow {
        name: province_name(code),
        href: format!("{}?province={code}", list(id)),
        facts,
        share: if acting.total == 0 { 0 } else { acting.acknowledged * 100 / acting.total },
        overdue: progress.province(code).overdue,
    }
}

/// What a provincial office has come to; it has one delivery.
fn furthest<'a>(t: &'a Text, office: &Counts) -> &'a str {
    let words = &t.states;
    match office {
        Counts { total: 0, .. } => "–",
        Counts { returned: 1.., .. } => &words.returned,
        Counts { forwarded: 1.., .. } => &words.forwarded,
        Counts { received: 1.., .. } => &words.received,
        Counts { opened: 1.., .. } => &words.opened_inbox,
        _ => &words.sent_inbox,
    }
}
