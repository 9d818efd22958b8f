//! The board's pictures: `subject` is what they show, `places`, `times` and `proofs` read and word it, the others draw.

mod curves;
mod days;
mod drawing;
mod dwell;
mod evidence;
pub mod file;
mod flow;
mod flow_narrow;
mod flow_parts;
mod outline;
mod picture;
mod places;
mod proofs;
mod provinces;
mod standalone;
mod subject;
mod tiles;
mod times;

use askama::Template;

pub use dwell::{hops, median};
pub use picture::Picture;
pub use places::flow as flow_picture;
pub use proofs::Odd;
pub use subject::Subject;

use crate::domain::actor::Scope;
use crate::store::reports;
use crate::web::PageError;

/// The pictures below the figures.
#[derive(Debug, Template)]
#[template(path = "circulars/pictures/pictures.html")]
pub struct Pictures {
    /// Of the whole country alone: a province is one tile.
    map: Option<Picture>,
    curves: Picture,
    dwell: Picture,
    evidence: Picture,
}

/// Reads and draws those of the page; none where there are too few offices below to make a picture.
///
/// # Errors
/// When the database fails.
pub async fn of(subject: &Subject<'_>, as_outline: bool) -> Result<Option<Pictures>, PageError> {
    if !sees_pictures(&subject.scope) {
        return Ok(None);
    }
    let is_whole = matches!(subject.scope, Scope::Department(_));
    Ok(Some(Pictures {
        map: is_whole.then(|| places::map(subject, as_outline)),
        curves: curves_picture(subject).await?,
        dwell: dwell_picture(subject).await?,
        evidence: evidence_picture(subject).await?,
    }))
}

/// Whether a part of the tree is large enough for pictures: the country or a province.
pub const fn sees_pictures(scope: &Scope) -> bool {
    matches!(scope, Scope::Department(_) | Scope::Province { .. })
}

/// The picture of this name; none when there is no such.
///
/// # Errors
/// When the database fails.
pub async fn named(subject: &Subject<'_>, name: &str) -> Result<Option<Picture>, PageError> {
    Ok(Some(match name {
        "flow" => {
            let counted = reports::flow(&subject.app.db, &subject.scope, subject.id, subject.leaf).await?;
            flow_picture(subject, &counted)
        }
        "map" => places::map(subject, false),
        "outline" => places::map(subject, true),
        "curves" => curves_picture(subject).await?,
        "dwell" => dwell_picture(subject).await?,
        "evidence" => evidence_picture(subject).await?,
        _ => return Ok(None),
    }))
}

async fn curves_picture(of: &Subject<'_>) -> Result<Picture, PageError> {
    Ok(times::curves(of, &reports::curves(&of.app.db, &of.scope, of.id, of.leaf).await?))
}

async fn dwell_picture(of: &Subject<'_>) -> Result<Picture, PageError> {
    Ok(times::dwell(of, &reports::dwell(&of.app.db, &of.scope, of.id, of.leaf).await?))
}

async fn evidence_picture(of: &Subject<'_>) -> Result<Picture, PageError> {
    Ok(proofs::evidence(of, &reports::grades(&of.app.db, &of.scope, of.id, of.leaf).await?))
}
