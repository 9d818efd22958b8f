//! Drops a view of the inbox that the post acted in had kept.

use crate::app::{App, Result};
use crate::domain::actor::Actor;
use crate::domain::ids::SavedViewId;
use crate::domain::refusal::Refusal;
use crate::store::saved_views;

/// Drops it.
///
/// # Errors
/// When the post has no such view.
pub async fn drop_view(app: &App, actor: &Actor, id: SavedViewId) -> Result<()> {
    let tx = app.db.begin().await?;
    if !saved_views::delete(&tx, actor.appointment, id).await? {
        return Err(Refusal::NotFound.into());
    }
    Ok(tx.commit().await?)
}
