//! Circulars like a draft that went out lately: said before somebody sends the same twice, and blocking nothing.

use chrono::TimeDelta;

use crate::app::App;
use crate::domain::circular::Circular;
use crate::domain::thai::is_alike;
use crate::paths;
use crate::store::reports::{WentOut, issued_lately};
use crate::text::{Lang, dates};
use crate::web::PageError;

/// How long ago is lately.
const LATELY: TimeDelta = TimeDelta::days(120);

/// The most that are named.
const MOST: usize = 3;

/// One of them: its board, its reference with its date, its title.
#[derive(Debug)]
pub struct Alike {
    /// Its board.
    pub href: String,
    /// Its reference and date.
    pub reference: String,
    /// Its title.
    pub title: String,
}

/// Those with a title like the draft's; the one that it corrects is meant to be alike.
///
/// # Errors
/// When the database fails.
pub async fn of(app: &App, lang: Lang, draft: &Circular) -> Result<Vec<Alike>, PageError> {
    if draft.title.trim().is_empty() {
        return Ok(Vec::new());
    }
    let lately = issued_lately(&app.db, draft.office, app.clock.now() - LATELY).await?;
    let corrected = draft.supersedes.as_ref().map(|old| old.circular);
    let alike = lately
        .into_iter()
        .filter(|one| Some(one.id) != corrected && is_alike(&one.title, &draft.title))
        .take(MOST)
        .map(|WentOut { id, reference, title, dated }| Alike {
            href: paths::Circular { id }.to_string(),
            reference: format!("{reference} · {}", dates::day(lang, dated)),
            title,
        });
    Ok(alike.collect())
}
