//! The roster of a draft, row by row: what is matched, what a person has to choose, what is wrong and where.

use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;

use super::draft::own_draft;
use crate::actions;
use crate::app::{App, province_name};
use crate::domain::ids::{CircularId, OfficeId, RosterRowId};
use crate::domain::roster::{Candidate, Header, LocalCandidate, Outcome, RowState, rejection};
use crate::paths;
use crate::paths::TypedPath as _;
use crate::paths::deeds;
use crate::store::offices::{self, Office};
use crate::store::rosters::{self, RosterLine};
use crate::text::amounts::count;
use crate::text::{Lang, Text, fill};
use crate::web::guards::May;
use crate::web::{Frame, Page, PageError};

/// Rows of a page.
const PAGE: usize = 100;

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    show: String,
    #[serde(default)]
    from: usize,
}

#[derive(Debug, Template)]
#[template(path = "circulars/roster.html")]
struct RosterPage {
    page: Frame,
    id: CircularId,
    summary: String,
    whole: bool,
    tabs: Vec<(String, String, String, bool)>,
    rows: Vec<Row>,
    shown: String,
    next: String,
    back: String,
}

#[derive(Debug)]
struct Row {
    id: RosterRowId,
    line: u32,
    school: String,
    place: String,
    state: &'static str,
    shape: &'static str,
    state_word: String,
    sentence: String,
    found: Option<Choice>,
    schools: Vec<Choice>,
    locals: Vec<Choice>,
    add_under: Option<Choice>,
}

/// An office to choose, with the place that tells it from its namesakes.
#[derive(Debug)]
struct Choice {
    id: String,
    name: String,
    place: String,
}

/// Shows it.
pub async fn show(
    paths::Roster { id }: paths::Roster,
    officer: May<deeds::Draft>,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<impl Template>, PageError> {
    let page = officer.frame();
    own_draft(&app, &officer, id).await?;
    let report = actions::roster_report(&app.db, id).await?;
    let header = rosters::head(&app.db, id).await?.map(|head| head.header);
    let lines = rosters::lines(&app.db, id).await?;
    let wanted: Option<RowState> = asked.show.parse().ok();
    let kept: Vec<&RosterLine> =
        lines.iter().filter(|line| wanted.is_none_or(|state| line.outcome.state() == state)).collect();
    let mut rows = Vec::new();
    for line in kept.iter().skip(asked.from).take(PAGE) {
        rows.push(row(&app, page.t, page.lang, header.as_ref(), line).await?);
    }
    let until = asked.from + rows.len();
    let shown = [("from", asked.from + 1), ("to", until), ("of", kept.len())];
    let next = [("show", asked.show.clone()), ("from", until.to_string())];
    Ok(Page(RosterPage {
        id,
        summary: fill(&page.t.compose.matched, &[("n", report.accepted), ("of", report.rows)]),
        whole: report.accepted == report.rows,
        tabs: tabs(page.t, id, &lines, wanted),
        shown: fill(&page.t.parts.shown, &shown),
        next: if until < kept.len() {
            paths::Roster { id }.with_query_params(next).to_string()
        } else {
            String::new()
        },
        back: asked.show,
        rows,
        page,
    }))
}

fn tabs(
    t: &Text,
    id: CircularId,
    lines: &[RosterLine],
    wanted: Option<RowState>,
) -> Vec<(String, String, String, bool)> {
    let address = paths::Roster { id };
    let of = |state: RowState| lines.iter().filter(|line| line.outcome.state() == state).count();
    let n = |n: usize| count(i64::try_from(n).unwrap_or(i64::MAX));
    let all = (address.to_string(), t.circulars.all.clone(), n(lines.len()), wanted.is_none());
    let states = RowState::ALL.iter().map(|state| {
        let word = t.roster_states.word(state.as_str()).to_owned();
        (format!("{address}?show={state}"), word, n(of(*state)), wanted == Some(*state))
    });
    std::iter::once(all).chain(states).collect()
}

async fn row(
    app: &App,
    t: &Text,
    lang: Lang,
    header: Option<&Header>,
    line: &RosterLine,
) -> Result<Row, PageError> {
    let state = line.outcome.state();
    let wrong = header.and_then(|header| rejection(header, &line.row, &line.outcome));
    let sentence = wrong.map_or_else(String::new, |wrong| {
        let said = match lang {
            Lang::Th => wrong.message_th,
            Lang::En => wrong.message_en,
        };
        let place = [("line", wrong.line.to_string()), ("column", wrong.column)];
        format!("{} {said}", fill(&t.roster.place, &place))
    });
    let mut row = Row {
        id: line.id,
        line: line.row.line,
        school: if line.row.school.is_empty() {
            line.row.school_code.clone().unwrap_or_default()
        } else {
            line.row.school.clone()
        },
        place: place([line.row.local.as_deref(), line.row.district.as_deref(), line.row.province.as_deref()]),
        state: state.as_str(),
        shape: shape(state),
        state_word: t.roster_states.word(state.as_str()).to_owned(),
        sentence,
        found: None,
        schools: Vec::new(),
        locals: Vec::new(),
        add_under: None,
    };
    match &line.outcome {
        Outcome::Matched { school_id } => row.found = office(app, *school_id).await?,
        Outcome::Ambiguous { candidates } => row.schools = candidates.iter().map(school).collect(),
        Outcome::UnknownSchool { local_id, suggestions } => {
            row.schools = suggestions.iter().map(school).collect();
            if let Some(local) = local_id {
                row.add_under = office(app, *local).await?;
            }
        }
        Outcome::UnknownLocal { suggestions, schools } => {
            row.locals = suggestions.iter().map(local).collect();
            row.schools = schools.iter().map(school).collect();
        }
        Outcome::Duplicate { .. } | Outcome::Rejected { .. } => {}
    }
    Ok(row)
}

const fn shape(state: RowState) -> &'static str {
    match state {
        RowState::Matched => "acknowledged",
        RowState::Ambiguous | RowState::Unknown => "soon",
        RowState::Duplicate => "superseded",
        RowState::Rejected => "late",
    }
}

fn school(candidate: &Candidate) -> Choice {
    let parts = [candidate.local.as_deref(), candidate.district.as_deref(), candidate.province.as_deref()];
    Choice { id: candidate.school_id.to_string(), name: candidate.name.clone(), place: place(parts) }
}

fn local(candidate: &LocalCandidate) -> Choice {
    let parts = [Some(candidate.district.as_str()), candidate.province.as_deref()];
    Choice { id: candidate.local_id.to_string(), name: candidate.name.clone(), place: place(parts) }
}

/// A school or a local administration of the registry, with the office above a school.
async fn office(app: &App, id: i64) -> Result<Option<Choice>, PageError> {
    let Some(Office { id, name, district, province_code, parent_id, .. }) =
        offices::find(&app.db, OfficeId(id)).await?
    else {
        return Ok(None);
    };
    let above = match parent_id {
        Some(parent) => offices::find(&app.db, parent).await?.map(|above| above.short_name),
        None => None,
    };
    let province = province_code.as_deref().map(province_name);
    let place = place([above.as_deref(), district.as_deref(), province.as_deref()]);
    Ok(Some(Choice { id: id.to_string(), name, place }))
}

fn place<const N: usize>(parts: [Option<&str>; N]) -> String {
    let parts: Vec<&str> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}
