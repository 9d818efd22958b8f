//! A single file of a letter: its newest version behind its own permanent link, older ones under the letter's.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Response};

use super::{found, stream};
use crate::app::App;
use crate::domain::refusal::Refusal;
use crate::paths;
use crate::store::{circulars, enclosures};
use crate::web::{Anyone, Limit, PageError};

/// The newest version.
pub async fn show(
    path: paths::File,
    visitor: Anyone,
    State(app): State<App>,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    if let Some(redirect) = found::canonical(&visitor, &path.code) {
        return Ok(redirect.into_response());
    }
    visitor.check(Limit::WrongCodes)?;
    let enclosure = enclosures::find_by_link(&app.db, &path.code).await?;
    let enclosure = enclosure.ok_or_else(|| found::wrong(&visitor))?;
    // What goes with a draft is nobody's to see yet.
    let circular = circulars::get(&app.db, enclosure.circular).await?;
    circular.and_then(|circular| circular.issued).ok_or_else(|| found::wrong(&visitor))?;
    stream::version(&app, &enclosure.current, &asked).await
}

/// A certain version.
pub async fn version(
    path: paths::LetterFileVersion,
    visitor: Anyone,
    State(app): State<App>,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let (circular, _) = found::letter(&app, &visitor, &path.code).await?;
    let enclosure = enclosures::find(&app.db, circular.id, path.enclosure).await?;
    let enclosure = enclosure.ok_or(Refusal::NotFound)?;
    let version = enclosure.versions().find(|version| version.version == path.version);
    stream::version(&app, version.ok_or(Refusal::NotFound)?, &asked).await
}
