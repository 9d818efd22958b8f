//! Who has and who has not: the deliveries of a circular, filtered, paged, and as files.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

use super::board::issued_circular;
use super::deliveries_sheet;
use super::delivery_row::{DeliveryRow, rows};
use super::figures;
use crate::app::{App, province_name};
use crate::domain::actor::Deed;
use crate::domain::circular::CircularState;
use crate::domain::delivery::State as DeliveryState;
use crate::domain::ids::{CircularId, DeliveryId};
use crate::domain::office::Tier;
use crate::paths;
use crate::paths::TypedPath as _;
use crate::paths::deeds::Read;
use crate::store::reports::{self, DeliveryFilter, InboxPart, Lacking, Order, Progress, Sorting};
use crate::text::amounts::count;
use crate::text::{Text, fill};
use crate::web::guards::{May, Signed};
use crate::web::{Frame, Page, PageError};

/// Rows of a page.
const PAGE: u64 = 50;

/// What the address asks for; every field may be absent.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// `province`, `local`, `school`, or `all`; the lowest tier when absent.
    pub tier: String,
    /// Two-digit code of a province.
    pub province: String,
    /// A fact it has: `sent`, `opened`, `received`, `forwarded`, `acknowledged`.
    pub has: String,
    /// A fact it lacks: `received`, `forwarded`, `acknowledged`.
    pub lacking: String,
    /// The state it is in.
    pub state: String,
    /// The tier at which it rests unacknowledged.
    pub stuck: String,
    /// What the office that has it has to do: `receive`, `forward`, `acknowledge`.
    pub need: String,
    /// Past its due time.
    pub overdue: bool,
    /// Acknowledged below an office that never registered it; `false`, below one that did.
    pub odd: Option<bool>,
    /// Forwarded, and nobody below opened it in the time given.
    pub unheard: bool,
    /// Claimed on the public page, and nobody has vouched for it yet.
    pub unconfirmed: bool,
    /// Once claimed by somebody who was not of the school.
    pub rejected: bool,
    /// The evidence of its acknowledgement.
    pub evidence: String,
    /// Words.
    pub q: String,
    /// Another order than the route's: `due`, `reminded`, `name`.
    pub sort: String,
    /// From the delivery after this one.
    pub after: Option<DeliveryId>,
    /// The place of the first row.
    pub from: i64,
    /// `csv` or `xlsx`.
    pub format: String,
}

#[derive(Debug, Template)]
#[template(path = "circulars/deliveries.html")]
struct DeliveriesPage {
    page: Frame,
    id: CircularId,
    reference: String,
    title: String,
    tabs: Vec<(String, String, String, bool)>,
    asked: Asked,
    kept: Vec<(&'static str, String)>,
    tiers: Vec<(&'static str, String, bool)>,
    provinces: Vec<(String, String, bool)>,
    lacks: Vec<(&'static str, String, bool)>,
    sorts: Vec<(&'static str, &'static str, bool)>,
    rows: Vec<DeliveryRow>,
    shown: String,
    next: String,
    csv: String,
    xlsx: String,
    may_remind: bool,
}

impl Asked {
    /// The filter of the list.
    pub fn filter(&self, id: CircularId, leaf: Tier) -> DeliveryFilter {
        let text = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        DeliveryFilter {
            circular: Some(id),
            tier: match self.tier.as_str() {
                "all" => None,
                tier => Some(tier.parse().unwrap_or(leaf)),
            },
            province: text(&self.province),
            states: self.states(),
            lacking: match self.lacking.as_str() {
                "received" => Some(Lacking::Received),
                "forwarded" => Some(Lacking::Forwarded),
                "acknowledged" => Some(Lacking::Acknowledged),
                _ => None,
            },
            part: match self.need.as_str() {
                "receive" => Some(InboxPart::ToReceive),
                "forward" => Some(InboxPart::ToForward),
                "acknowledge" => Some(InboxPart::ToAcknowledge),
                _ => None,
            },
            overdue: self.overdue,
            stuck_at: self.stuck.parse().ok(),
            passed_over: self.odd,
            unheard: self.unheard,
            unconfirmed: self.unconfirmed,
            rejected: self.rejected,
            evidence: self.evidence.parse().ok(),
            words: text(&self.q),
            ..DeliveryFilter::default()
        }
    }

    /// The order of the list, from the place of its first row.
    fn order(&self) -> Order {
        let skip = u64::try_from(self.from - 1).unwrap_or_default();
        match self.sort.as_str() {
            "due" => Order::By(Sorting::Due, skip),
            "reminded" => Order::By(Sorting::Reminded, skip),
            "name" => Order::By(Sorting::Name, skip),
            _ => Order::Route(self.after),
        }
    }

    /// A fact is had by the states from its own on; those that ended had what they had, and are listed as such.
    fn states(&self) -> Vec<DeliveryState> {
        use DeliveryState::{Acknowledged, Forwarded, Opened, Recalled, Received, Returned, Sent};
        if let Ok(state) = self.state.parse() {
            return vec![state];
        }
        match self.has.as_str() {
            "sent" => vec![Sent, Opened, Received, Forwarded, Acknowledged, Returned, Recalled],
            "opened" => vec![Opened, Received, Forwarded, Acknowledged],
            "received" => vec![Received, Forwarded, Acknowledged],
            "forwarded" => vec![Forwarded, Acknowledged],
            "acknowledged" => vec![Acknowledged],
            "ended" => vec![Returned, Recalled],
            _ => Vec::new(),
        }
    }

    /// Whether it is a list that no tab stands for, which only the board leads to.
    const fn is_narrow(&self) -> bool {
        self.unheard
            || self.unconfirmed
            || self.rejected
            || !self.evidence.is_empty()
            || !self.need.is_empty()
    }

    /// What is asked for, by name.
    fn pairs(&self) -> Vec<(&'static str, String)> {
        let texts = [
            ("tier", &self.tier),
            ("province", &self.province),
            ("has", &self.has),
            ("lacking", &self.lacking),
            ("state", &self.state),
            ("stuck", &self.stuck),
            ("need", &self.need),
            ("evidence", &self.evidence),
            ("q", &self.q),
            ("sort", &self.sort),
        ];
        let flags = [
            ("overdue", self.overdue),
            ("unheard", self.unheard),
            ("unconfirmed", self.unconfirmed),
            ("rejected", self.rejected),
        ];
        let given = texts.into_iter().filter(|(_, text)| !text.is_empty());
        let mut pairs: Vec<_> = given.map(|(name, text)| (name, text.clone())).collect();
        pairs.extend(flags.into_iter().filter(|(_, set)| *set).map(|(name, _)| (name, "true".to_owned())));
        pairs.extend(self.odd.map(|odd| ("odd", odd.to_string())));
        pairs
    }

    /// The address of this list with another page or format.
    fn address(&self, id: CircularId, more: &[(&'static str, String)]) -> String {
        let query = [self.pairs().as_slice(), more].concat();
        paths::CircularDeliveries { id }.with_query_params(query).to_string()
    }

    /// What the form of the filters keeps beside its own fields.
    fn kept(&self) -> Vec<(&'static str, String)> {
        let own = ["tier", "province", "lacking", "q", "sort"];
        self.pairs().into_iter().filter(|(name, _)| !own.contains(name)).collect()
    }
}

/// Shows the list, or sends it as a file.
pub async fn index(
    paths::CircularDeliveries { id }: paths::CircularDeliveries,
    officer: May<Read>,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let circular = issued_circular(&app, &officer, id).await?;
    let page = officer.frame();
    let (t, now, scope) = (page.t, app.clock.now(), officer.actor.scope());
    let progress = reports::progress(&app.db, &scope, id, now).await?;
    let leaf = figures::leaf(&progress);
    let filter = asked.filter(id, leaf);
    let reference = circular.issued.as_ref().map_or_else(String::new, |issued| issued.reference.clone());
    if !asked.format.is_empty() {
        return deliveries_sheet::send(&app, &officer, &filter, &asked.format, &reference).await;
    }
    let total = reports::deliveries_count(&app.db, &scope, &filter, now).await?;
    let lines = reports::deliveries(&app.db, &scope, &filter, now, asked.order(), PAGE).await?;
    let last = lines.last().map(|line| line.delivery.id);
    let from = asked.from.max(1);
    let until = from + i64::try_from(lines.len()).unwrap_or(0) - 1;
    let shown = [("from", count(from)), ("to", count(until)), ("of", count(total))];
    let next = last
        .filter(|_| until < total)
        .map(|last| asked.address(id, &[("after", last.to_string()), ("from", (until + 1).to_string())]));
    Ok(Page(DeliveriesPage {
        id,
        reference,
        title: circular.title.clone(),
        tabs: tabs(&app, &officer, t, id, leaf, &asked).await?,
        tiers: tiers(t, &progress, &asked, leaf),
        provinces: provinces(&progress, &asked),
        lacks: ["received", "forwarded", "acknowledged"]
            .map(|fact| (fact, lacking_word(t, fact), asked.lacking == fact))
            .to_vec(),
        sorts: sorts(t, &asked.sort),
        rows: rows(&page, &lines, now, &app.holidays, from),
        shown: fill(&t.parts.shown, &shown),
        next: next.unwrap_or_default(),
        csv: asked.address(id, &[("format", "csv".to_owned())]),
        xlsx: asked.address(id, &[("format", "xlsx".to_owned())]),
        may_remind: officer.actor.may(Deed::Remind)
            && matches!(circular.state, CircularState::Issued | CircularState::Superseded),
        kept: asked.kept(),
        asked,
        page,
    })
    .into_response())
}

fn lacking_word(t: &Text, fact: &str) -> String {
    fill(&t.deliveries_list.lacking_fact, &[("fact", t.states.word(fact))])
}

fn sorts(t: &'static Text, chosen: &str) -> Vec<(&'static str, &'static str, bool)> {
    let words = &t.deliveries_list;
    let orders: [(&'static str, &'static str); 4] = [
        ("", &words.sort_route),
        ("due", &words.sort_due),
        ("reminded", &words.sort_reminded),
        ("name", &words.sort_name),
    ];
    orders.map(|(code, word)| (code, word, code == chosen)).to_vec()
}

/// Tabs by where it is stuck, each with its count.
async fn tabs(
    app: &App,
    officer: &Signed,
    t: &Text,
    id: CircularId,
    leaf: Tier,
    asked: &Asked,
) -> Result<Vec<(String, String, String, bool)>, PageError> {
    let words = &t.deliveries_list;
    let mut wanted = vec![
        (Asked::default(), words.all.clone()),
        (Asked { lacking: "acknowledged".to_owned(), ..Asked::default() }, words.not_acknowledged.clone()),
    ];
    for tier in [Tier::Province, Tier::Local, Tier::School].into_iter().filter(|tier| *tier <= leaf) {
        let label = fill(&words.stuck_at, &[("tier", t.tiers_short.word(tier.as_str()))]);
        wanted.push((Asked { stuck: tier.to_string(), ..Asked::default() }, label));
    }
    let has = Asked { has: "acknowledged".to_owned(), ..Asked::default() };
    wanted.push((has, t.states.acknowledged.clone()));
    let overdue = Asked { tier: "all".to_owned(), overdue: true, ..Asked::default() };
    wanted.push((overdue, t.board.overdue.clone()));
    let odd = Asked { odd: Some(true), ..Asked::default() };
    wanted.push((odd, t.board.odd.clone()));
    let now = app.clock.now();
    let mut tabs = Vec::new();
    for (mut tab, label) in wanted {
        let current = tab.lacking == asked.lacking
            && tab.stuck == asked.stuck
            && tab.has == asked.has
            && (tab.overdue, tab.odd) == (asked.overdue, asked.odd)
            && !asked.is_narrow();
        tab.province.clone_from(&asked.province);
        let n =
            reports::deliveries_count(&app.db, &officer.actor.scope(), &tab.filter(id, leaf), now).await?;
        // A kind of trouble that nobody has needs no tab of its own.
        if n > 0 || current || tab.odd.is_none() {
            tabs.push((tab.address(id, &[]), label, count(n), current));
        }
    }
    Ok(tabs)
}

fn tiers(t: &Text, progress: &Progress, asked: &Asked, leaf: Tier) -> Vec<(&'static str, String, bool)> {
    let chosen: Option<Tier> =
        if asked.tier == "all" { None } else { Some(asked.tier.parse().unwrap_or(leaf)) };
    let of =
        [Tier::Province, Tier::Local, Tier::School].into_iter().filter(|tier| progress.tier(*tier).total > 0);
    let mut tiers: Vec<_> = of
        .map(|tier| (tier.as_str(), t.tiers_short.word(tier.as_str()).to_owned(), chosen == Some(tier)))
        .collect();
    tiers.push(("all", t.deliveries_list.every_tier.clone(), chosen.is_none()));
    tiers
}

fn provinces(progress: &Progress, asked: &Asked) -> Vec<(String, String, bool)> {
    let of = |code: String| {
        let chosen = code == asked.province;
        (code.clone(), province_name(&code), chosen)
    };
    progress.provinces().into_iter().map(of).collect()
}
