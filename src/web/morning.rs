//! The morning page: what is late, what falls due, what else is on its way, and where each of them rests.

use askama::Template;
use axum::extract::State;
use chrono::{DateTime, Utc};

use super::badges::Due;
use super::{Frame, May, Page, PageError};
use crate::app::App;
use crate::domain::actor::Deed;
use crate::domain::circular::CircularState;
use crate::domain::clock::bangkok_day;
use crate::domain::ids::CircularId;
use crate::paths;
use crate::paths::deeds::Read;
use crate::store::reports::{self, Afoot, CircularFilter, Resting};
use crate::text::amounts::count;
use crate::text::{Lang, Text, dates, fill};

/// Circulars on the page; more than that nobody reads in the morning.
const MOST: usize = 60;

/// Working days ahead that the page looks.
const AHEAD: i64 = 5;

#[derive(Debug, Template)]
#[template(path = "morning/show.html")]
struct MorningPage {
    page: Frame,
    today: String,
    may_draft: bool,
    figures: Vec<Figure>,
    sections: Vec<Section>,
    drafts: Vec<(String, String, String)>,
}

#[derive(Debug)]
struct Figure {
    href: String,
    n: usize,
    what: String,
    line: String,
    alarm: bool,
}

#[derive(Debug)]
struct Section {
    anchor: &'static str,
    title: String,
    rows: Vec<Row>,
}

#[derive(Debug)]
struct Row {
    href: String,
    title: String,
    urgency: &'static str,
    reference: String,
    dated: String,
    owner: String,
    late: Option<(String, String)>,
    due: Due,
    share: i64,
    acknowledged: String,
    acknowledged_href: String,
    rests: Vec<(String, String)>,
}

/// Shows it.
pub async fn show(
    _: paths::Morning,
    officer: May<Read>,
    State(app): State<App>,
) -> Result<Page<impl Template>, PageError> {
    let (page, now) = (officer.frame(), officer.visitor.now);
    let scope = officer.actor.scope();
    let afoot = reports::afoot(&app.db, &scope, now, MOST).await?;
    let may_draft = officer.actor.may(Deed::Draft);
    let drafts = if may_draft {
        let filter = CircularFilter { state: Some(CircularState::Draft), ..CircularFilter::default() };
        reports::circulars(&app.db, &scope, &filter, 3).await?
    } else {
        Vec::new()
    };
    let (late, rest): (Vec<&Afoot>, Vec<&Afoot>) = afoot.iter().partition(|one| one.overdue() > 0);
    let is_soon = |one: &&Afoot| one.next_due().is_some_and(|due| days_left(&app, due, now) <= AHEAD);
    let (soon, rest): (Vec<&Afoot>, Vec<&Afoot>) = rest.into_iter().partition(is_soon);
    let new = afoot.iter().filter(|one| is_of_this_week(one, now)).count();
    let words = &page.t.morning;
    let out = format!("{}?state=issued", paths::Circulars);
    let figure = |anchor: &str, n: usize, what: &str, line: String| Figure {
        // A part with nothing in it does not stand on the page.
        href: if n == 0 { out.clone() } else { format!("#{anchor}") },
        n,
        what: what.to_owned(),
        line,
        alarm: false,
    };
    let places: i64 = late.iter().map(|one| one.overdue()).sum();
    let figures = vec![
        Figure {
            alarm: !late.is_empty(),
            ..figure("late", late.len(), &words.late, amount(&words.late_line, &words.none_late, places))
        },
        figure("soon", soon.len(), &words.soon, fill(&words.soon_line, &[("n", AHEAD)])),
        Figure {
            href: out.clone(),
            ..figure("", afoot.len(), &words.out, fill(&words.out_line, &[("n", new)]))
        },
    ];
    let section = |anchor, title: &str, of: Vec<&Afoot>| Section {
        anchor,
        title: title.to_owned(),
        rows: of.into_iter().map(|one| row(&app, page.t, page.lang, one, now)).collect(),
    };
    let sections = vec![
        section("late", &words.late, late),
        section("soon", &words.soon, soon),
        section("running", &words.running, rest),
    ];
    Ok(Page(MorningPage {
        today: dates::long_day(page.lang, bangkok_day(now)),
        may_draft,
        figures,
        sections: sections.into_iter().filter(|section| !section.rows.is_empty()).collect(),
        drafts: drafts.iter().map(|draft| draft_row(&page, draft)).collect(),
        page,
    }))
}

fn amount(some: &str, none: &str, n: i64) -> String {
    if n == 0 { none.to_owned() } else { fill(some, &[("n", count(n))]) }
}

/// Working days until a due time, 0 on its last day.
fn days_left(app: &App, due: DateTime<Utc>, now: DateTime<Utc>) -> i64 {
    let last = bangkok_day(due - chrono::TimeDelta::microseconds(1));
    app.holidays.working_days_between(bangkok_day(now), last)
}

fn is_of_this_week(one: &Afoot, now: DateTime<Utc>) -> bool {
    one.circular.issued.as_ref().is_some_and(|issued| now - issued.at < chrono::TimeDelta::days(7))
}

fn row(app: &App, t: &Text, lang: Lang, one: &Afoot, now: DateTime<Utc>) -> Row {
    let (circular, id) = (&one.circular, one.circular.id);
    let owner = &circular.letter.owner;
    let (done, all) = one.leaf().map_or((0, 0), |leaf| (leaf.acknowledged, leaf.total));
    let issued = circular.issued.as_ref();
    let late = (one.overdue() > 0).then(|| {
        let words = fill(&t.morning.late_places, &[("n", count(one.overdue()))]);
        (words, list(id, "tier=all&overdue=true"))
    });
    Row {
        href: paths::Circular { id }.to_string(),
        title: circular.title.clone(),
        urgency: circular.letter.urgency.as_str(),
        reference: issued.map(|issued| issued.reference.clone()).unwrap_or_default(),
        dated: issued.map(|issued| dates::day(lang, issued.dated)).unwrap_or_default(),
        owner: owner.division.clone().unwrap_or_else(|| owner.office.clone()),
        late,
        due: Due::at(lang, one.next_due(), now, &app.holidays),
        share: if all == 0 { 0 } else { done * 100 / all },
        acknowledged: format!("{}/{}", count(done), count(all)),
        acknowledged_href: list(id, "lacking=acknowledged"),
        rests: one.tiers.iter().flat_map(|tier| rests(t, id, tier)).collect(),
    }
}

fn list(id: CircularId, query: &str) -> String {
    format!("{}?{query}", paths::CircularDeliveries { id })
}

/// What the offices of a tier have to do, each with how many and their list.
fn rests(t: &Text, id: CircularId, at: &Resting) -> Vec<(String, String)> {
    let (words, tier) = (&t.morning, at.tier);
    let name = t.tiers_short.word(tier.as_str());
    // A school does not register: what it has to do is acknowledge.
    let first =
        if tier == crate::domain::office::Tier::School { &words.to_acknowledge } else { &words.to_receive };
    [
        ("receive", at.to_receive, first),
        ("forward", at.to_forward, &words.to_forward),
        ("acknowledge", at.to_acknowledge, &words.to_acknowledge),
    ]
    .into_iter()
    .filter(|(_, n, _)| *n > 0)
    .map(|(need, n, words)| {
        let said = fill(words, &[("tier", name.to_owned()), ("n", count(n))]);
        (said, list(id, &format!("tier={tier}&need={need}")))
    })
    .collect()
}

fn draft_row(page: &Frame, line: &reports::CircularLine) -> (String, String, String) {
    let circular = &line.circular;
    let title = Some(circular.title.clone()).filter(|title| !title.is_empty());
    (
        paths::Draft { id: circular.id }.to_string(),
        title.unwrap_or_else(|| page.t.circulars.untitled.clone()),
        format!("{} {}", page.t.circulars.saved, dates::moment(page.lang, circular.updated_at)),
    )
}
