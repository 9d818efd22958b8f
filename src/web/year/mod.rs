//! A year at a glance: months and their circulars, the slowest hops, the offices below; the whole or one province's.

mod hops;
mod months;

use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;

use hops::{HopRow, OfficeRow};
use months::Month;

use super::{Frame, May, Page, PageError, Signed};
use crate::app::{App, PROVINCES};
use crate::domain::actor::Scope;
use crate::domain::circular::CircularState;
use crate::domain::clock::{bangkok_day, buddhist_year};
use crate::domain::office::Tier;
use crate::domain::refusal::Refusal;
use crate::paths;
use crate::paths::deeds::Read;
use crate::store::offices;
use crate::store::reports::{self, OfYear};
use crate::text::amounts::count;
use crate::text::fill;

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    year: Option<i32>,
    province: String,
}

#[derive(Debug, Template)]
#[template(path = "year/show.html")]
struct YearPage {
    page: Frame,
    title: String,
    years: Vec<(i32, bool)>,
    provinces: Vec<(&'static str, &'static str, bool)>,
    figures: Vec<Figure>,
    months: Vec<Month>,
    hops: Vec<HopRow>,
    offices_title: String,
    offices: Vec<OfficeRow>,
}

/// Offices shown at once; the others are a touch away.
const AT_ONCE: usize = 12;

impl YearPage {
    fn first(&self) -> &[OfficeRow] {
        self.offices.get(..AT_ONCE).unwrap_or(&self.offices)
    }

    fn rest(&self) -> &[OfficeRow] {
        self.offices.get(AT_ONCE..).unwrap_or_default()
    }
}

#[derive(Debug)]
struct Figure {
    href: String,
    n: String,
    unit: String,
    what: String,
    line: String,
}

/// Shows it.
pub async fn show(
    _: paths::Year,
    officer: May<Read>,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<impl Template>, PageError> {
    Ok(Page(page(&app, &officer, &asked).await?))
}

async fn page(app: &App, officer: &Signed, asked: &Asked) -> Result<YearPage, PageError> {
    let page = officer.frame();
    let (t, today) = (page.t, bangkok_day(officer.visitor.now));
    let this = buddhist_year(today);
    let year = asked.year.unwrap_or(this);
    let (scope, below) = part(app, officer, &asked.province).await?;
    let circulars = reports::year_circulars(&app.db, &scope, year).await?;
    let stays = reports::year_stays(&app.db, &scope, year).await?;
    let slow = match below {
        Some(tier) => reports::year_offices(&app.db, &scope, year, tier).await?,
        None => Vec::new(),
    };
    let of_department = matches!(officer.actor.scope(), Scope::Department(_));
    let name = PROVINCES.iter().find(|one| one.code == asked.province).map(|one| one.name_th.as_str());
    let title = fill(&t.year.title, &[("year", year)]);
    let leads = |office: &str| match below {
        Some(Tier::Province) => format!("{}?year={year}&province={office}", paths::Year),
        _ => String::new(),
    };
    Ok(YearPage {
        title: name.map_or_else(|| title.clone(), |name| format!("{title} · {name}")),
        years: (this - 4..=this.max(year)).rev().map(|one| (one, one == year)).collect(),
        provinces: if of_department { provinces(&asked.province) } else { Vec::new() },
        figures: figures(&page, year, &circulars),
        months: months::of(&page, year, today, &circulars),
        hops: hops::of(&page, &stays, today, &app.holidays),
        offices_title: match below {
            Some(Tier::Province) => t.year.provinces.clone(),
            Some(Tier::Local) => t.year.locals.clone(),
            _ => t.year.schools.clone(),
        },
        offices: hops::at_offices(&slow, today, &app.holidays, leads),
        page,
    })
}

/// The part of the year shown, and the tier right below it.
async fn part(app: &App, officer: &Signed, province: &str) -> Result<(Scope, Option<Tier>), PageError> {
    let own = officer.actor.scope();
    if province.is_empty() || !matches!(own, Scope::Department(_)) {
        return Ok((own, officer.actor.office.tier.below()));
    }
    let office = offices::find_by_code(&app.db, province).await?.ok_or(Refusal::NotFound)?;
    let scope = Scope::Province { office: office.id, province: province.to_owned() };
    Ok((scope, Some(Tier::Local)))
}

/// Provinces that have an office of the department, to choose from.
fn provinces(chosen: &str) -> Vec<(&'static str, &'static str, bool)> {
    let with_office = PROVINCES.iter().filter(|one| !one.provincial_office.is_empty());
    with_office.map(|one| (one.code.as_str(), one.name_th.as_str(), one.code == chosen)).collect()
}

fn figures(page: &Frame, year: i32, circulars: &[OfYear]) -> Vec<Figure> {
    let (t, words) = (page.t, &page.t.year);
    let standing = || circulars.iter().filter(|one| one.state != CircularState::Cancelled);
    let sum = |of: fn(&OfYear) -> i64| standing().map(of).sum::<i64>();
    let (all, done) = (sum(|one| one.total), sum(|one| one.acknowledged));
    let whole = standing().filter(|one| one.total > 0 && one.acknowledged == one.total).count();
    let cancelled = circulars.len() - standing().count();
    let number = |n: usize| count(i64::try_from(n).unwrap_or(i64::MAX));
    vec![
        Figure {
            href: format!("{}?year={year}", paths::CircularsRegister),
            n: number(standing().count()),
            unit: t.morning.unit.clone(),
            what: words.issued.clone(),
            line: fill(&words.cancelled, &[("n", number(cancelled))]),
        },
        Figure {
            href: "#months".to_owned(),
            n: number(whole),
            unit: t.morning.unit.clone(),
            what: words.whole.clone(),
            line: words.whole_line.clone(),
        },
        Figure {
            href: "#months".to_owned(),
            n: format!("{}%", if all == 0 { 0 } else { done * 100 / all }),
            unit: String::new(),
            what: t.states.acknowledged.clone(),
            line: fill(&words.of, &[("n", count(done)), ("of", count(all))]),
        },
    ]
}
