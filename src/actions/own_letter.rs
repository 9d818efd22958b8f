//! The letter that its office wrote elsewhere: the PDF enclosed as the letter itself.

use tokio::io::AsyncReadExt as _;

use crate::app::{App, Result};
use crate::domain::enclosure::{Enclosure, Role, Version};
use crate::domain::ids::CircularId;
use crate::store::{self, Reads};

/// Its first version, which is the one that was issued: what comes later does not change the letter.
///
/// # Errors
/// When the database fails.
pub async fn find(on: &impl Reads, circular: CircularId) -> Result<Option<Version>> {
    let enclosed = store::enclosures::of_circular(on, circular).await?;
    let letters = enclosed.into_iter().filter(|enclosure| enclosure.role == Role::Letter);
    let first = |enclosure: Enclosure| enclosure.versions().min_by_key(|version| version.version).cloned();
    Ok(letters.filter_map(first).find(|version| version.media_type == "application/pdf"))
}

/// Its content; none when there is no such enclosure.
///
/// # Errors
/// When the database or the file fails.
pub(super) async fn read(app: &App, circular: CircularId) -> Result<Option<Vec<u8>>> {
    let Some(version) = find(&app.db, circular).await? else { return Ok(None) };
    let mut pdf = Vec::new();
    app.files.read(&version.sha256).await?.read_to_end(&mut pdf).await?;
    Ok(Some(pdf))
}
