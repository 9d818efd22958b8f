//! The help page: what every state, grade, stamp and finding means, each with an address of its own.

use askama::Template;

use super::frame::Frame;
use super::guards::Anyone;
use super::page::Page;
use crate::domain::circular::CircularState;
use crate::domain::delivery::State;
use crate::domain::evidence::Evidence;
use crate::domain::letter::Urgency;
use crate::paths;

/// The codes of what a due time's badge says.
pub const DUE: [&str; 3] = ["soon", "today", "late"];
/// The codes of what may not fit together.
pub const ODD: [&str; 4] = ["passed_over", "unheard", "unconfirmed", "rejected"];

/// The page.
#[derive(Debug, Template)]
#[template(path = "help/show.html")]
pub struct HelpPage {
    page: Frame,
}

impl HelpPage {
    /// Every state of a delivery with what it means.
    fn states(&self) -> Vec<(&'static str, &str)> {
        State::ALL.iter().map(|state| (state.as_str(), self.page.t.help.word(state.as_str()))).collect()
    }

    /// Every state of a circular with what it means.
    fn circulars(&self) -> Vec<(&'static str, &str)> {
        CircularState::ALL
            .iter()
            .map(|state| (state.as_str(), self.page.t.help.word(state.as_str())))
            .collect()
    }

    /// Every grade of evidence with what it means, the strongest first.
    fn grades(&self) -> Vec<(&'static str, &str)> {
        let note = |grade: &Evidence| (grade.as_str(), self.page.t.evidence_notes.word(grade.as_str()));
        Evidence::ALL.iter().rev().map(note).collect()
    }

    /// Every degree of urgency with what it asks for.
    fn urgencies(&self) -> Vec<(&'static str, &str)> {
        let note = |urgency: &Urgency| (urgency.as_str(), self.page.t.urgency_notes.word(urgency.as_str()));
        Urgency::ALL.iter().map(note).collect()
    }

    /// Every due time's badge: its words and what they mean.
    fn due(&self) -> Vec<(&'static str, &str, &str)> {
        let t = self.page.t;
        let near = [&t.due.near, &t.due.today, &t.due.overdue];
        DUE.iter().zip(near).map(|(code, words)| (*code, words.as_str(), t.due_notes.word(code))).collect()
    }

    /// Everything that may not fit together: its name and what it means.
    fn odd(&self) -> Vec<(&'static str, &str, &str)> {
        let t = self.page.t;
        ODD.iter().map(|code| (*code, t.odd_names.word(code), t.odd_notes.word(code))).collect()
    }
}

/// Shows it.
pub async fn show(_: paths::Help, visitor: Anyone) -> Page<HelpPage> {
    Page(HelpPage { page: visitor.frame() })
}
