//! The registry of offices: looked for by name, code and district, and one office with what it was called before.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;

use crate::app::App;
use crate::domain::actor::Deed;
use crate::domain::ids::OfficeId;
use crate::domain::office::Tier;
use crate::domain::refusal::Refusal;
use crate::domain::registry::PastName;
use crate::paths;
use crate::paths::deeds::Read;
use crate::store::offices::{self, Office, Search};
use crate::store::registry;
use crate::text::amounts::count;
use crate::text::{Lang, dates, fill};
use crate::web::places::place;
use crate::web::query::with_query;
use crate::web::{Frame, May, Page, PageError};

/// Offices a page.
const PAGE: u64 = 50;

/// What an address asks for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    q: String,
    tier: Option<Tier>,
    after: Option<OfficeId>,
}

#[derive(Debug, Template)]
#[template(path = "offices/index.html")]
struct OfficesPage {
    page: Frame,
    may_import: bool,
    words: String,
    tier: &'static str,
    tabs: Vec<(String, String, String, bool)>,
    rows: Vec<OfficeRow>,
    next: String,
}

#[derive(Debug)]
struct OfficeRow {
    href: String,
    name: String,
    place: String,
    code: String,
    tier: String,
}

/// The list.
pub async fn index(
    _: paths::Offices,
    officer: May<Read>,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<impl Template>, PageError> {
    let page = officer.frame();
    let words = asked.q.trim().to_owned();
    let wanted = Search { text: &words, tier: asked.tier, scope: None, after: asked.after, limit: PAGE + 1 };
    let mut found = offices::search(&app.db, wanted).await?;
    let more = found.len() > usize::try_from(PAGE).unwrap_or(usize::MAX);
    found.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let last = found.last().map(|office| office.id.to_string()).unwrap_or_default();
    let tier = asked.tier.map_or("", Tier::as_str);
    let to = |tier: &str, after: &str| {
        with_query(paths::Offices, &[("q", words.as_str()), ("tier", tier), ("after", after)])
    };
    let above: Vec<OfficeId> = found.iter().filter_map(|office| office.parent_id).collect();
    let above = offices::named(&app.db, &above).await?;
    let counts = offices::counts(&app.db).await?;
    let mut tabs = vec![(to("", ""), page.t.offices.all.clone(), counts.values().sum(), tier.is_empty())];
    tabs.extend(Tier::ALL.into_iter().skip(1).map(|each| {
        let label = page.t.tiers_short.word(each.as_str()).to_owned();
        let n: i64 = counts.get(&each).copied().unwrap_or_default();
        (to(each.as_str(), ""), label, n, Some(each) == asked.tier)
    }));
    let shown = OfficesPage {
        may_import: officer.actor.may(Deed::KeepOffices),
        tabs: tabs.into_iter().map(|(href, label, n, current)| (href, label, count(n), current)).collect(),
        rows: found.into_iter().map(|office| row(page.lang, &above, office)).collect(),
        next: if more { to(tier, &last) } else { String::new() },
        words,
        tier,
        page,
    };
    Ok(Page(shown))
}

fn row(lang: Lang, above: &HashMap<OfficeId, Office>, office: Office) -> OfficeRow {
    let local = office.parent_id.and_then(|id| above.get(&id)).filter(|above| above.tier == Tier::Local);
    OfficeRow {
        href: paths::Office { id: office.id }.to_string(),
        place: place(
            lang,
            local.map(|local| local.short_name.as_str()),
            office.district.as_deref(),
            office.province_code.as_deref(),
        ),
        tier: lang.text().tiers_short.word(office.tier.as_str()).to_owned(),
        name: office.name,
        code: office.code,
    }
}

#[derive(Debug, Template)]
#[template(path = "offices/show.html")]
struct OfficePage {
    page: Frame,
    name: String,
    tier: String,
    place: String,
    code: String,
    above: Option<(String, String)>,
    below: Vec<OfficeRow>,
    past: Vec<(String, String, String)>,
}

/// One office.
pub async fn show(
    path: paths::Office,
    officer: May<Read>,
    State(app): State<App>,
) -> Result<Page<impl Template>, PageError> {
    let page = officer.frame();
    let office = offices::find(&app.db, path.id).await?.ok_or(Refusal::NotFound)?;
    let above = match office.parent_id {
        Some(above) => offices::find(&app.db, above).await?,
        None => None,
    };
    let mut below = Vec::new();
    // The department's are the 76 provincial offices; no office has more than some hundreds below it.
    for child in offices::children(&app.db, office.id).await? {
        below.push(row(page.lang, &HashMap::new(), child));
    }
    let past = registry::past_names(&app.db, office.id).await?;
    let shown = OfficePage {
        tier: page.t.tiers.word(office.tier.as_str()).to_owned(),
        place: place(page.lang, None, office.district.as_deref(), office.province_code.as_deref()),
        above: above.map(|above| (paths::Office { id: above.id }.to_string(), above.name)),
        below,
        past: past.into_iter().map(|past| past_name(page.lang, past)).collect(),
        name: office.name,
        code: office.code,
        page,
    };
    Ok(Page(shown))
}

fn past_name(lang: Lang, past: PastName) -> (String, String, String) {
    let until = fill(
        &lang.text().offices.until,
        &[("date", dates::day(lang, past.valid_to.pred_opt().unwrap_or(past.valid_to)))],
    );
    (past.name_th, past.code, until)
}
