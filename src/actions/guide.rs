//! The guide to an officer's post: put away once it is read, and asked for again.

use crate::app::{App, Result};
use crate::domain::actor::Actor;
use crate::store::officers;

/// Puts the guide away in this post.
///
/// # Errors
/// When the database fails.
pub async fn dismiss_guide(app: &App, actor: &Actor) -> Result<()> {
    let tx = app.db.begin().await?;
    officers::set_guide(&tx, actor.appointment, Some(app.clock.now())).await?;
    Ok(tx.commit().await?)
}

/// Shows it again.
///
/// # Errors
/// When the database fails.
pub async fn ask_for_guide(app: &App, actor: &Actor) -> Result<()> {
    let tx = app.db.begin().await?;
    officers::set_guide(&tx, actor.appointment, None).await?;
    Ok(tx.commit().await?)
}
