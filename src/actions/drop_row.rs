//! Takes a row out of a draft's roster.

use super::drafts::{row_of_draft, settle_rows};
use crate::app::{App, Result};
use crate::domain::actor::Actor;
use crate::domain::ids::{CircularId, RosterRowId};
use crate::store::rosters;

/// Drops a row; a later row that was its duplicate gets the school.
///
/// # Errors
/// When the actor may not, or it is no draft or has no such row.
pub async fn drop_row(app: &App, actor: &Actor, circular: CircularId, row: RosterRowId) -> Result<()> {
    let tx = app.db.begin().await?;
    row_of_draft(&tx, actor, circular, row).await?;
    rosters::remove(&tx, row).await?;
    settle_rows(&tx, circular, None).await?;
    Ok(tx.commit().await?)
}
