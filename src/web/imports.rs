//! Registry files that an administrator hands in: the list with its form, and one with how far it has come.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

use crate::actions::{self, ImportOutcome};
use crate::app::App;
use crate::domain::refusal::Refusal;
use crate::domain::registry::Rejection;
use crate::paths;
use crate::paths::deeds::KeepOffices;
use crate::store::imports::{self, Import};
use crate::text::amounts::count;
use crate::text::{Lang, Text, dates, fill};
use crate::web::{Done, Frame, May, Page, PageError, Upload};

/// Files of the list.
const LATEST: u64 = 50;
/// Rejected rows a page.
const PAGE: usize = 100;

#[derive(Debug, Template)]
#[template(path = "imports/index.html")]
struct ImportsPage {
    page: Frame,
    rows: Vec<ImportRow>,
    error: String,
}

#[derive(Debug)]
struct ImportRow {
    href: String,
    filename: String,
    state: String,
    by: String,
}

/// The list.
pub async fn index(
    _: paths::Imports,
    officer: May<KeepOffices>,
    State(app): State<App>,
) -> Result<Page<impl Template>, PageError> {
    list(&app, officer.frame(), String::new()).await.map(Page)
}

/// Hands a file in.
pub async fn create(
    _: paths::Imports,
    officer: May<KeepOffices>,
    State(app): State<App>,
    mut form: Upload,
) -> Result<Response, PageError> {
    while let Some(field) = form.next().await? {
        let name = field.file_name().unwrap_or_default().to_owned();
        if field.name() != Some("file") || name.is_empty() {
            continue;
        }
        let kind = field.content_type().map(str::to_owned);
        let content = Upload::bytes(field).await?;
        if content.is_empty() {
            break;
        }
        let id = actions::hand_in_registry(&app, &officer.actor, &name, kind, content).await?;
        return Ok(Done::to(paths::Import { id }).into_response());
    }
    let page = officer.frame();
    let error = fill(&page.t.refusals.missing, &[("field", &page.t.fields.file)]);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(list(&app, page, error).await?)).into_response())
}

async fn list(app: &App, page: Frame, error: String) -> Result<ImportsPage, PageError> {
    let latest = imports::latest(&app.db, LATEST).await?;
    let rows = latest.into_iter().map(|import| ImportRow {
        href: paths::Import { id: import.id }.to_string(),
        state: page.t.imports.word(import.state.as_str()).to_owned(),
        by: handed_in(page.lang, &import),
        filename: import.filename,
    });
    Ok(ImportsPage { rows: rows.collect(), page, error })
}

/// Which rejected rows an address asks for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    from: usize,
}

#[derive(Debug, Template)]
#[template(path = "imports/show.html")]
struct ImportPage {
    page: Frame,
    name: String,
    by: String,
    progress: Progress,
}

#[derive(Debug, Template)]
#[template(path = "imports/progress.html")]
struct Progress {
    lang: Lang,
    t: &'static Text,
    address: String,
    state: String,
    read: String,
    told: Vec<String>,
    rejected: Vec<Rejection>,
    shown: [String; 3],
    next: String,
    previous: String,
    done: bool,
}

impl Progress {
    fn reason<'a>(&self, row: &'a Rejection) -> &'a str {
        match self.lang {
            Lang::Th => &row.message_th,
            Lang::En => &row.message_en,
        }
    }
}

/// One file.
pub async fn show(
    paths::Import { id }: paths::Import,
    officer: May<KeepOffices>,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<impl Template>, PageError> {
    let import = imports::find(&app.db, id).await?.ok_or(Refusal::NotFound)?;
    let page = officer.frame();
    Ok(Page(ImportPage {
        by: handed_in(page.lang, &import),
        progress: of(page.lang, &import, asked.from)?,
        name: import.filename,
        page,
    }))
}

/// How far it has come, alone.
pub async fn progress(
    paths::ImportProgress { id }: paths::ImportProgress,
    officer: May<KeepOffices>,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let import = imports::find(&app.db, id).await?.ok_or(Refusal::NotFound)?;
    let mut response = Page(of(officer.visitor.lang, &import, 0)?).into_response();
    if import.state.is_final() {
        response.headers_mut().insert("x-poll-done", HeaderValue::from_static("1"));
    }
    Ok(response)
}

fn of(lang: Lang, import: &Import, from: usize) -> Result<Progress, PageError> {
    let t = &lang.text().imports;
    let outcome: Option<ImportOutcome> = import
        .outcome
        .as_deref()
        .map(serde_json::from_str)
        .transpose()
        .map_err(|error| PageError::broken(&format!("an import's outcome: {error}")))?;
    let (told, rejected) = match outcome {
        Some(ImportOutcome::Done(report)) => (report.sentences(lang), report.rejected),
        Some(ImportOutcome::Refused { th, en }) => (vec![if lang == Lang::Th { th } else { en }], Vec::new()),
        None => (Vec::new(), Vec::new()),
    };
    let all = rejected.len();
    let rejected: Vec<Rejection> = rejected.into_iter().skip(from).take(PAGE).collect();
    let until = from + rejected.len();
    let page = |from: usize| format!("{}?from={from}", paths::Import { id: import.id });
    Ok(Progress {
        lang,
        t: lang.text(),
        address: paths::ImportProgress { id: import.id }.to_string(),
        state: t.word(import.state.as_str()).to_owned(),
        read: import.rows.map_or_else(String::new, |n| fill(&t.rows, &[("n", count(n))])),
        told,
        shown: [from + 1, until, all].map(|n| n.to_string()),
        next: if until < all { page(until) } else { String::new() },
        previous: if from > 0 { page(from.saturating_sub(PAGE)) } else { String::new() },
        rejected,
        done: import.state.is_final(),
    })
}

fn handed_in(lang: Lang, import: &Import) -> String {
    let by = [("name", import.by_name.clone()), ("at", dates::moment(lang, import.created_at))];
    fill(&lang.text().imports.by, &by)
}
