//! The page before issuing: the letter as it will look, whom it reaches, every finding, and the one button.

use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;

use super::alike::{self, Alike};
use super::draft::{FindingRow, finding_rows, own_draft};
use super::letter::{self, Preview};
use crate::actions::{
    self,
    annexed::{self, ProvinceOf},
};
use crate::app::App;
use crate::domain::actor::Deed;
use crate::domain::ids::CircularId;
use crate::domain::letter::{Finding, Level};
use crate::domain::paper::{Corner, OwnPaper, PaperDigits, PaperStyle, StampedPage};
use crate::paths;
use crate::paths::deeds;
use crate::store::{self, audience::Reach};
use crate::text::amounts::count;
use crate::text::{Text, dates, fill};
use crate::web::guards::{May, Signed};
use crate::web::letter_text::LetterText;
use crate::web::{Frame, Page, PageError};

/// Offices that the tree names all at once; a larger one opens a province at a time.
const MOST_NAMED: usize = 600;

/// Which province of a large tree is open.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    province: String,
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "circulars/check.html")]
pub struct CheckPage {
    page: Frame,
    id: CircularId,
    title: String,
    preview: Preview,
    paper: PaperStyle,
    /// Name of the PDF enclosed as the letter itself; empty when there is none.
    own_letter: String,
    is_own: bool,
    own: OwnPaper,
    number_place: (u16, u16),
    letter: LetterText,
    reach: [(String, &'static str); 3],
    tree: Vec<TreeRow>,
    findings: Vec<FindingRow>,
    alike: Vec<Alike>,
    prefix: String,
    dated: String,
    error: String,
    blocked: String,
    warnings: String,
    button: String,
}

/// A province in the tree.
#[derive(Debug)]
struct TreeRow {
    name: String,
    about: String,
    href: String,
    locals: Vec<annexed::LocalOf>,
    open: bool,
}

/// What was typed into the form that issues.
#[derive(Debug, Default)]
pub struct Typing {
    /// The date, as typed; none for today.
    pub dated: Option<String>,
    /// What is wrong; empty when nothing is.
    pub error: String,
}

/// Shows it.
pub async fn show(
    paths::Check { id }: paths::Check,
    officer: May<deeds::Draft>,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Page<CheckPage>, PageError> {
    page(&app, &officer, id, &asked.province, Typing::default()).await.map(Page)
}

/// The page, with what was typed.
///
/// # Errors
/// When there is no such draft in the actor's office, or the database fails.
pub async fn page(
    app: &App,
    officer: &Signed,
    id: CircularId,
    province: &str,
    typing: Typing,
) -> Result<CheckPage, PageError> {
    let page = officer.frame();
    let (t, lang) = (page.t, page.lang);
    let circular = own_draft(app, officer, id).await?;
    let prefix = actions::check::prefix(app, &app.db, &circular).await?;
    let findings = actions::check::findings(&app.db, &circular).await?;
    let reach = store::audience::reach(&app.db, id).await?;
    let tree = annexed::of_draft(app, id).await?;
    Ok(CheckPage {
        id,
        title: if circular.title.is_empty() { t.circulars.untitled.clone() } else { circular.title.clone() },
        preview: letter::preview(app, lang, &circular).await?,
        paper: circular.paper,
        own_letter: actions::own_letter::find(&app.db, id)
            .await?
            .map(|version| version.filename)
            .unwrap_or_default(),
        is_own: circular.own_paper.is_some(),
        own: circular.own_paper.unwrap_or_default(),
        number_place: circular.own_paper.and_then(|own| own.number_mm).unwrap_or((30, 36)),
        letter: LetterText::of(t, &circular.letter),
        reach: figures(t, &reach),
        blocked: blocked(t, &findings, officer.actor.may(Deed::Issue)),
        warnings: warnings(t, &findings),
        findings: finding_rows(lang, &findings),
        alike: alike::of(app, lang, &circular).await?,
        prefix,
        dated: typing.dated.unwrap_or_else(|| dates::long_day(lang, app.clock.today())),
        error: typing.error,
        button: fill(&t.check.issue, &[("n", figure(reach.provinces))]),
        tree: rows(t, id, tree, province),
        page,
    })
}

fn figure(n: u64) -> String {
    count(i64::try_from(n).unwrap_or(i64::MAX))
}

fn figures(t: &'static Text, reach: &Reach) -> [(String, &'static str); 3] {
    let words = &t.parts;
    [
        (figure(reach.provinces), &words.provinces),
        (figure(reach.locals), &words.locals),
        (figure(reach.schools), &words.schools),
    ]
}

/// Why it cannot be issued; empty when it can.
fn blocked(t: &Text, findings: &[Finding], may_issue: bool) -> String {
    let errors = findings.iter().filter(|finding| finding.level == Level::Error).count();
    match (errors, may_issue) {
        (_, false) => t.check.not_issuer.clone(),
        (0, true) => String::new(),
        (errors, true) => fill(&t.refusals.findings_block, &[("n", errors)]),
    }
}

/// What is confirmed before issuing; empty when there is nothing to confirm.
fn warnings(t: &Text, findings: &[Finding]) -> String {
    match findings.iter().filter(|finding| finding.level == Level::Warning).count() {
        0 => String::new(),
        warnings => fill(&t.check.accept, &[("n", warnings)]),
    }
}

fn rows(t: &Text, id: CircularId, tree: Vec<ProvinceOf>, open: &str) -> Vec<TreeRow> {
    let named: usize = tree.iter().map(|province| province.locals.len() + province.schools()).sum();
    let row = |province: ProvinceOf| {
        let about = [("locals", province.locals.len()), ("schools", province.schools())];
        let words = if province.schools() == 0 { &t.check.province_locals } else { &t.check.province_of };
        let is_open = province.code == open;
        TreeRow {
            about: fill(words, &about),
            href: if named > MOST_NAMED && !is_open {
                format!("{}?province={}#tree", paths::Check { id }, province.code)
            } else {
                String::new()
            },
            name: province.name,
            open: is_open,
            locals: if named > MOST_NAMED && !is_open { Vec::new() } else { province.locals },
        }
    };
    tree.into_iter().map(row).collect()
}
