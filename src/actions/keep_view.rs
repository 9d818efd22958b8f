//! Keeps a view of the inbox under a name, for the post acted in.

use crate::app::{App, Result};
use crate::domain::actor::Actor;
use crate::domain::refusal::{Refusal, required};
use crate::store::saved_views;

/// The most characters of a view's name.
const LONGEST_NAME: usize = 40;

/// Views of a post; more than these nobody finds again.
const MOST: u64 = 12;

/// Keeps it; one of the same name is replaced. `query` is an address's, without `?`.
///
/// # Errors
/// Without a name, or when the post has as many as it may.
pub async fn keep_view(app: &App, actor: &Actor, name: &str, query: &str) -> Result<()> {
    let name = required("view_name", name, LONGEST_NAME)?;
    let tx = app.db.begin().await?;
    if saved_views::count_others(&tx, actor.appointment, &name).await? >= MOST {
        return Err(Refusal::TooManyViews { most: MOST }.into());
    }
    saved_views::put(&tx, actor.appointment, &name, query, app.clock.now()).await?;
    Ok(tx.commit().await?)
}
