//! The help page: what states and evidence mean, in officers' words.

use askama::Template;

use super::frame::Frame;
use super::guards::Anyone;
use super::page::Page;
use crate::domain::delivery::State;
use crate::domain::evidence::Evidence;
use crate::paths;

/// The page.
#[derive(Debug, Template)]
#[template(path = "help/show.html")]
pub struct HelpPage {
    page: Frame,
}

impl HelpPage {
    /// Every state with what it means.
    fn states(&self) -> Vec<(&'static str, &str)> {
        State::ALL.iter().map(|state| (state.as_str(), self.page.t.help.word(state.as_str()))).collect()
    }

    /// Every grade of evidence with what it means, the strongest first.
    fn grades(&self) -> Vec<(&'static str, &str)> {
        let note = |grade: &Evidence| (grade.as_str(), self.page.t.evidence_notes.word(grade.as_str()));
        Evidence::ALL.iter().rev().map(note).collect()
    }
}

/// Shows it.
pub async fn show(_: paths::Help, visitor: Anyone) -> Page<HelpPage> {
    Page(HelpPage { page: visitor.frame() })
}
