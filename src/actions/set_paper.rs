//! Chooses how a draft is printed.

use crate::app::{App, Result};
use crate::domain::actor::{Actor, Deed};
use crate::domain::ids::CircularId;
use crate::domain::paper::PaperStyle;
use crate::store;

use super::held;

/// Keeps digits and corner.
///
/// # Errors
/// When the actor may not, or it was issued.
pub async fn set_paper(app: &App, actor: &Actor, id: CircularId, style: PaperStyle) -> Result<()> {
    let tx = app.db.begin().await?;
    let mut circular = held::own_circular(&tx, actor, Deed::Draft, id).await?;
    circular.draft()?;
    circular.paper = style;
    store::circulars::save(&tx, &circular).await?;
    tx.commit().await?;
    Ok(())
}
