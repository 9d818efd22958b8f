//! A draft on one page: the letter with what was read from it, the fields, the recipients, the enclosures.

use askama::Template;
use axum::extract::State;

use super::audience_choice::{self, Choice};
use super::enclosure_list::{self, EnclosureRow};
use super::live::Live;
use super::marked::{Marked, Piece, Source};
use super::typed::{Typed, Wrong, label};
use crate::actions::{self, check};
use crate::app::App;
use crate::domain::circular::{Audience, Circular};
use crate::domain::enclosure::Role;
use crate::domain::ids::CircularId;
use crate::domain::letter::{DutyKind, Finding, LetterForm, Urgency};
use crate::domain::refusal::Refusal;
use crate::paths;
use crate::paths::deeds;
use crate::store;
use crate::text::amounts::count;
use crate::text::{Lang, Text, dates, fill};
use crate::web::guards::{May, Signed};
use crate::web::{Frame, Page, PageError};

/// A finding of the linter as pages list it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingRow {
    /// `error`, `warning`, `note` or `passed`.
    pub level: &'static str,
    /// The sentence.
    pub message: String,
    /// A second line; empty when there is none.
    pub detail: String,
}

/// The findings in a language.
pub fn finding_rows(lang: Lang, findings: &[Finding]) -> Vec<FindingRow> {
    let row = |finding: &Finding| FindingRow {
        level: finding.level.as_str(),
        message: match lang {
            Lang::Th => finding.message_th.clone(),
            Lang::En => finding.message_en.clone(),
        },
        detail: String::new(),
    };
    findings.iter().map(row).collect()
}

/// The page of a draft.
#[derive(Debug, Template)]
#[template(path = "circulars/draft.html")]
pub struct DraftPage {
    page: Frame,
    id: CircularId,
    version: i64,
    meta: Vec<String>,
    notice: String,
    marked: Marked,
    live: Live,
    typed: Typed,
    wrong: Vec<Wrong>,
    roster: Option<RosterSummary>,
    choices: Vec<Choice>,
    reach: String,
    enclosures: Vec<EnclosureRow>,
}

/// How the roster stands.
#[derive(Debug)]
struct RosterSummary {
    line: String,
    whole: bool,
}

impl DraftPage {
    fn error(&self, field: &str) -> &str {
        self.wrong.iter().find(|wrong| wrong.field == field).map_or("", |wrong| &wrong.sentence)
    }

    fn label(&self, wrong: &Wrong) -> String {
        label(self.page.t, &wrong.field)
    }

    fn value(&self, field: &str) -> &str {
        self.typed.get(field)
    }

    fn source(&self, field: &str) -> Option<&Source> {
        self.marked.source(field)
    }

    fn owner_source(&self, field: &str) -> Option<&Source> {
        self.marked.holding("owner", self.typed.get(field))
    }

    fn caption_source(&self) -> Option<&Source> {
        self.marked.holding("qr", self.typed.get("caption_1")).or_else(|| self.source("qr"))
    }

    fn duty_source(&self, index: &usize) -> Option<&Source> {
        self.marked.holding("duties", self.typed.duty(index, "text"))
    }

    fn duty_error(&self, index: &usize, field: &str) -> &str {
        self.error(&format!("duty-{index}-{field}"))
    }

    fn forms(&self) -> Vec<(&'static str, &str, bool)> {
        options(LetterForm::ALL.iter().map(|form| form.as_str()), self.value("form"), |code| {
            self.page.t.forms.word(code)
        })
    }

    fn urgencies(&self) -> Vec<(&'static str, &str, bool)> {
        options(Urgency::ALL.iter().map(|urgency| urgency.as_str()), self.value("urgency"), |code| {
            self.page.t.urgency.word(code)
        })
    }

    fn kinds(&self, index: &usize) -> Vec<(&'static str, &str, bool)> {
        options(DutyKind::ALL.iter().map(|kind| kind.as_str()), self.typed.duty(index, "kind"), |code| {
            self.page.t.duty_kinds.word(code)
        })
    }

    fn roles(&self) -> Vec<(&'static str, &str, bool)> {
        options(Role::ALL.iter().map(|role| role.as_str()), "handbook", |code| {
            self.page.t.enclosure_roles.word(code)
        })
    }
}

fn options<'a>(
    codes: impl Iterator<Item = &'static str>,
    chosen: &str,
    word: impl Fn(&'static str) -> &'a str,
) -> Vec<(&'static str, &'a str, bool)> {
    codes.map(|code| (code, word(code), code == chosen)).collect()
}

/// What the form shows beside the draft as it is kept.
#[derive(Debug, Default)]
pub struct Typing {
    /// What was typed and not kept; none to show what is kept.
    pub typed: Option<Typed>,
    /// What is wrong with it.
    pub wrong: Vec<Wrong>,
    /// A sentence above the form; empty when there is none.
    pub notice: String,
}

/// Shows it.
pub async fn show(
    paths::Draft { id }: paths::Draft,
    officer: May<deeds::Draft>,
    State(app): State<App>,
) -> Result<Page<DraftPage>, PageError> {
    page(&app, &officer, id, Typing::default()).await.map(Page)
}

/// The page of a draft, with what was typed and is not kept yet.
///
/// # Errors
/// When there is no such draft in the actor's office, or the database fails.
pub async fn page(
    app: &App,
    officer: &Signed,
    id: CircularId,
    typing: Typing,
) -> Result<DraftPage, PageError> {
    let page = officer.frame();
    let (t, lang) = (page.t, page.lang);
    let circular = own_draft(app, officer, id).await?;
    let prefix = check::prefix(app, &app.db, &circular).await?;
    let day_is_missing = circular.letter.dated.as_ref().is_some_and(|dated| dated.day.is_none());
    let source = circular.source.clone();
    let marked = tokio::task::spawn_blocking(move || Marked::of(&source, day_is_missing)).await?;
    let mut meta = vec![format!("{} {}", t.circulars.saved, dates::moment(lang, circular.updated_at))];
    if marked.found() > 0 {
        meta.push(fill(&t.compose.found, &[("n", marked.found())]));
    }
    let groups = store::reports::groups(&app.db, circular.office).await?;
    let enclosures = store::enclosures::of_circular(&app.db, id).await?;
    let mut typed = typing.typed.unwrap_or_else(|| Typed::of(&circular, &prefix, lang));
    if typed.get("codes").is_empty() {
        typed.put("codes", audience_choice::codes(&circular.audience));
    }
    Ok(DraftPage {
        id,
        version: circular.version,
        meta,
        notice: typing.notice,
        marked,
        live: Live::of(app, officer, &circular).await?,
        typed,
        wrong: typing.wrong,
        roster: roster(app, t, &circular).await?,
        choices: audience_choice::choices(t, &circular.audience, &groups),
        reach: reach(app, t, id).await?,
        enclosures: enclosure_list::rows(lang, &circular, &enclosures),
        page,
    })
}

/// The draft, for those who may write it.
///
/// # Errors
/// When the scope cannot see it, it is another office's or it was issued.
pub async fn own_draft(app: &App, officer: &Signed, id: CircularId) -> Result<Circular, PageError> {
    let found =
        store::circulars::find(&app.db, &officer.actor.scope(), id).await?.ok_or(Refusal::NotFound)?;
    if found.office != officer.actor.office.id {
        return Err(Refusal::NotFound.into());
    }
    found.draft()?;
    Ok(found)
}

async fn roster(app: &App, t: &Text, circular: &Circular) -> Result<Option<RosterSummary>, PageError> {
    if circular.audience != Audience::Roster {
        return Ok(None);
    }
    let report = actions::roster_report(&app.db, circular.id).await?;
    if report.rows == 0 {
        return Ok(None);
    }
    let line = fill(&t.compose.matched, &[("n", report.accepted), ("of", report.rows)]);
    Ok(Some(RosterSummary { line, whole: report.accepted == report.rows }))
}

/// Whom it reaches as it stands, in one line; empty when nobody.
async fn reach(app: &App, t: &Text, id: CircularId) -> Result<String, PageError> {
    let reach = store::audience::reach(&app.db, id).await?;
    if reach.provinces == 0 {
        return Ok(String::new());
    }
    let words = [("provinces", reach.provinces), ("locals", reach.locals), ("schools", reach.schools)];
    let words = words.map(|(name, n)| (name, count(i64::try_from(n).unwrap_or(i64::MAX))));
    Ok(fill(&t.compose.reach, &words))
}
