//! What every picture of a circular is made from: the circular, the reader's part of it, and how far that has come.

use chrono::NaiveDate;

use super::super::figures::leaf;
use crate::app::App;
use crate::domain::actor::Scope;
use crate::domain::circular::{Circular, Issued};
use crate::domain::clock::bangkok_day;
use crate::domain::ids::CircularId;
use crate::domain::office::Tier;
use crate::paths;
use crate::store::reports::Progress;
use crate::text::{Lang, Text};
use crate::web::{Frame, PageError};

/// What pictures are made from.
#[derive(Debug)]
pub struct Subject<'a> {
    /// The program.
    pub app: &'a App,
    /// The reader's language.
    pub lang: Lang,
    /// Its words.
    pub t: &'static Text,
    /// The reader's part.
    pub scope: Scope,
    /// The circular.
    pub id: CircularId,
    /// The circular, once issued.
    pub circular: &'a Circular,
    /// How it was issued.
    pub issued: &'a Issued,
    /// How far the part has come.
    pub progress: &'a Progress,
    /// The lowest tier, which acts.
    pub leaf: Tier,
}

impl<'a> Subject<'a> {
    /// The circular as this reader sees it.
    ///
    /// # Errors
    /// When it is a draft.
    pub fn new(
        app: &'a App,
        page: &Frame,
        scope: Scope,
        circular: &'a Circular,
        progress: &'a Progress,
    ) -> Result<Self, PageError> {
        let issued = circular.issued()?;
        let (lang, t, leaf) = (page.lang, page.t, leaf(progress));
        Ok(Self { app, lang, t, scope, id: circular.id, circular, issued, progress, leaf })
    }

    /// The address of a list: `query` is what it is filtered by.
    pub fn list(&self, query: &str) -> String {
        format!("{}?{query}", paths::CircularDeliveries { id: self.id })
    }

    /// The short word for a tier.
    pub fn tier(&self, tier: Tier) -> &'static str {
        self.t.tiers_short.word(tier.as_str())
    }

    /// The tiers that it reaches, from the provinces down.
    pub fn tiers(&self) -> impl Iterator<Item = Tier> {
        let leaf = self.leaf;
        Tier::ALL.into_iter().filter(move |tier| *tier > Tier::Department && *tier <= leaf)
    }

    /// Today in Thailand.
    pub fn today(&self) -> NaiveDate {
        bangkok_day(self.app.clock.now())
    }
}
