//! The schools that a letter is for, as a table anybody can read: as they were on the day of issue.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

use super::found;
use crate::app::App;
use crate::domain::circular::Circular;
use crate::paths;
use crate::store::reports::{self, SchoolFilter, SchoolLine};
use crate::store::roster_schools::{self, RosterSchool};
use crate::text::amounts::count;
use crate::text::{Lang, fill};
use crate::web::places;
use crate::web::query::with_query;
use crate::web::{Anyone, Frame, Page, PageError};

/// Rows a page.
const PAGE: usize = 200;

/// Schools of a circular without a roster that are listed at most.
const MOST: u64 = 30_000;

/// Which page.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    page: Option<usize>,
}

#[derive(Debug, Template)]
#[template(path = "public/roster.html")]
struct RosterPage {
    page: Frame,
    code: String,
    reference: String,
    title: String,
    n: String,
    rows: Vec<(usize, RosterSchool)>,
    shown: String,
    next: String,
    previous: String,
}

/// The table.
pub async fn show(
    path: paths::LetterRoster,
    visitor: Anyone,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    if let Some(redirect) = found::canonical(&visitor, &path.code) {
        return Ok(redirect.into_response());
    }
    let (circular, issued) = found::letter(&app, &visitor, &path.code).await?;
    let page = visitor.frame();
    let schools = schools(&app, &circular).await?;
    let of = schools.len();
    let at = asked.page.unwrap_or(1).clamp(1, of.div_ceil(PAGE).max(1));
    let first = (at - 1) * PAGE;
    let rows: Vec<_> = (first + 1..).zip(schools.into_iter().skip(first).take(PAGE)).collect();
    let to = |page: usize| {
        let page = page.to_string();
        with_query(paths::LetterRoster { code: path.code.clone() }, &[("page", page.as_str())])
    };
    let amount = |n: usize| count(i64::try_from(n).unwrap_or(i64::MAX));
    let last = first + rows.len();
    let pairs = [("from", amount(first + 1)), ("to", amount(last)), ("of", amount(of))];
    let shown = RosterPage {
        code: path.code.to_string(),
        reference: issued.reference,
        title: circular.title,
        n: amount(of),
        shown: if of > PAGE { fill(&page.t.parts.shown, &pairs) } else { String::new() },
        next: if last < of { to(at + 1) } else { String::new() },
        previous: if at > 1 { to(at - 1) } else { String::new() },
        rows,
        page,
    };
    Ok(Page(shown).into_response())
}

/// The schools of the roster as it was kept at issue; of a letter without a roster, those it was sent to.
///
/// # Errors
/// When the database fails.
pub async fn schools(app: &App, circular: &Circular) -> Result<Vec<RosterSchool>, PageError> {
    let kept = roster_schools::schools(&app.db, circular.id).await?;
    if !kept.is_empty() {
        return Ok(kept);
    }
    let all = SchoolFilter::default();
    let lines = reports::route_schools(&app.db, circular.id, &all, 0, MOST).await?;
    Ok(lines.into_iter().map(school).collect())
}

fn school(line: SchoolLine) -> RosterSchool {
    RosterSchool {
        school_code: line.school_code,
        school: line.school,
        local_code: line.local_code,
        local: line.local_name,
        district: line.district.unwrap_or_default(),
        province: places::province(Lang::Th, line.province_code.as_deref()).to_owned(),
        province_code: line.province_code.unwrap_or_default(),
    }
}
