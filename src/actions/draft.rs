//! Drafts: a circular before it has its number.

use super::held;
use crate::app::{App, Result};
use crate::domain::actor::{Actor, Deed};
use crate::domain::circular::{Circular, parse_prefix};
use crate::domain::ids::CircularId;
use crate::domain::letter::{Reading, Reference};
use crate::domain::refusal::{Refusal, optional};
use crate::store;

/// The most characters of a title for the register.
const LONGEST_TITLE: usize = 300;
/// The most bytes of a letter's text.
const LONGEST_SOURCE: usize = crate::domain::letter::LONGEST_LETTER;

/// What a draft holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// Its title for registers and lists; the letter's subject when it is empty.
    pub register_title: String,
    /// The text it was read from; empty when it was typed in field by field.
    pub source: String,
    /// The letter's fields.
    pub letter: Reading,
}

impl Draft {
    /// The draft as it is kept: trimmed, with its title and the prefix of its number.
    fn checked(mut self) -> Result<Self, Refusal> {
        if self.source.len() > LONGEST_SOURCE {
            return Err(Refusal::TooLong { field: "letter", most: LONGEST_SOURCE });
        }
        let title = optional("register_title", &self.register_title, LONGEST_TITLE)?;
        let subject = self.letter.subject.as_deref().unwrap_or_default();
        self.register_title = title
            .unwrap_or_else(|| subject.chars().take(LONGEST_TITLE).collect::<String>().trim().to_owned());
        if let Some(reference) = self.letter.reference.take() {
            let prefix = parse_prefix(&reference.prefix)?;
            self.letter.reference =
                Some(Reference { text: format!("{prefix}/ว"), prefix, circular: true, number: None });
        }
        self.letter.findings.clear();
        Ok(self)
    }
}

/// Begins a draft.
///
/// # Errors
/// When the actor may not draft, or a field is too long.
pub async fn create_draft(app: &App, actor: &Actor, draft: Draft) -> Result<Circular> {
    if !actor.may(Deed::Draft) {
        return Err(Refusal::NotAllowed.into());
    }
    let draft = draft.checked()?;
    let tx = app.db.begin().await?;
    let now = app.clock.now();
    let id = store::circulars::insert(
        &tx,
        actor.office.id,
        actor.officer,
        &draft.register_title,
        &draft.source,
        &draft.letter,
        now,
    )
    .await?;
    let circular = store::circulars::get(&tx, id).await?.ok_or(Refusal::NotFound)?;
    tx.commit().await?;
    Ok(circular)
}

/// Changes a draft. With `seen_version`, two who edit it at once notice each other.
///
/// # Errors
/// When it was issued, changed meanwhile, or a field is too long.
pub async fn save_draft(
    app: &App,
    actor: &Actor,
    id: CircularId,
    draft: Draft,
    seen_version: Option<i64>,
) -> Result<Circular> {
    let draft = draft.checked()?;
    let tx = app.db.begin().await?;
    let mut circular = held::own_circular(&tx, actor, Deed::Draft, id).await?;
    circular.draft()?;
    if seen_version.is_some_and(|seen| seen != circular.version) {
        return Err(Refusal::ChangedMeanwhile.into());
    }
    circular.title = draft.register_title;
    circular.source = draft.source;
    circular.letter = draft.letter;
    circular.updated_at = app.clock.now();
    store::circulars::save(&tx, &circular).await?;
    circular.version += 1;
    tx.commit().await?;
    Ok(circular)
}
