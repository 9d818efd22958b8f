//! The guide on an officer's first page: three steps in the words of the role, each linked to where it is done.

use axum::extract::State;
use serde::Deserialize;

use super::errors::PageError;
use super::form::Form;
use super::frame;
use super::guards::Signed;
use super::page::Done;
use crate::actions;
use crate::app::App;
use crate::domain::actor::{Actor, Role};
use crate::domain::office::Tier;
use crate::paths;
use crate::text::Text;

/// A step: the code of its words, that of the line beneath, and where it is done.
type Step = (&'static str, &'static str, &'static str);

/// Every guide by its code.
const GUIDES: [(&str, [Step; 3]); 6] = [
    (
        "administrator",
        [
            ("administrator_1", "administrator_1_line", "/officers"),
            ("administrator_2", "administrator_2_line", "/offices"),
            ("administrator_3", "administrator_3_line", "/help#states"),
        ],
    ),
    (
        "issuer",
        [
            ("issuer_1", "issuer_1_line", "/circulars/new"),
            ("issuer_2", "issuer_2_line", "/circulars?state=draft"),
            ("issuer_3", "issuer_3_line", "/circulars?state=issued"),
        ],
    ),
    (
        "province",
        [
            ("province_1", "province_1_line", "/deliveries?state=sent"),
            ("province_2", "province_2_line", "/deliveries?state=received"),
            ("province_3", "province_3_line", "/deliveries?state=forwarded"),
        ],
    ),
    (
        "local",
        [
            ("local_1", "local_1_line", "/deliveries?state=sent"),
            ("local_2", "local_2_line", "/deliveries?state=received"),
            ("local_3", "local_3_line", "/deliveries?state=forwarded"),
        ],
    ),
    (
        "school",
        [
            ("school_1", "school_1_line", "/deliveries?state=todo"),
            ("school_2", "school_2_line", "/deliveries?state=acknowledged"),
            ("school_3", "school_3_line", "/help#evidence"),
        ],
    ),
    (
        "auditor",
        [
            ("auditor_1", "auditor_1_line", "/"),
            ("auditor_2", "auditor_2_line", "/offices"),
            ("auditor_3", "auditor_3_line", "/help#odd"),
        ],
    ),
];

/// A guide as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guide {
    /// Whose it is.
    pub title: &'static str,
    /// The steps: where, what, and a line about it.
    pub steps: Vec<(&'static str, &'static str, &'static str)>,
}

impl Guide {
    /// The guide to the post in which somebody acts.
    pub fn of(t: &'static Text, actor: &Actor) -> Option<Self> {
        let code = code(actor);
        let words = &t.guides;
        let (_, steps) = GUIDES.iter().find(|(known, _)| *known == code)?;
        let steps = steps.iter().map(|(what, line, href)| (*href, words.word(what), words.word(line)));
        Some(Self { title: words.word(code), steps: steps.collect() })
    }
}

/// Whose guide fits: that of the role, and for those who handle letters that of their office's place on the route.
fn code(actor: &Actor) -> &'static str {
    match (actor.role, actor.office.tier) {
        (Role::Administrator, _) => "administrator",
        (Role::Auditor, _) => "auditor",
        (_, Tier::Department) => "issuer",
        (_, Tier::Province) => "province",
        (_, Tier::Local) => "local",
        (_, Tier::School) => "school",
    }
}

/// Whether the guide is to be shown.
#[derive(Debug, Deserialize)]
pub struct Wish {
    #[serde(default)]
    show: bool,
}

/// Puts the guide away, or brings it back, and leads to the page where it stands.
pub async fn create(
    _: paths::Guide,
    officer: Signed,
    State(app): State<App>,
    Form(wish): Form<Wish>,
) -> Result<Done, PageError> {
    if wish.show {
        actions::ask_for_guide(&app, &officer.actor).await?;
    } else {
        actions::dismiss_guide(&app, &officer.actor).await?;
    }
    Ok(Done::to(frame::home(&officer.actor)))
}
