//! Chooses how a draft is printed.

use crate::app::{App, Result};
use crate::domain::actor::{Actor, Deed};
use crate::domain::ids::CircularId;
use crate::domain::paper::{OwnPaper, PaperStyle};
use crate::domain::refusal::Refusal;
use crate::store;

use super::{held, own_letter};

/// Keeps digits and corner, and where a letter that the office wrote elsewhere is stamped; none lets Wian lay it out.
///
/// # Errors
/// When the actor may not, it was issued, or no PDF is enclosed as the letter itself.
pub async fn set_paper(
    app: &App,
    actor: &Actor,
    id: CircularId,
    style: PaperStyle,
    own: Option<OwnPaper>,
) -> Result<()> {
    let tx = app.db.begin().await?;
    let mut circular = held::own_circular(&tx, actor, Deed::Draft, id).await?;
    circular.draft()?;
    if own.is_some() && own_letter::find(&tx, id).await?.is_none() {
        return Err(Refusal::Missing { field: "letter" }.into());
    }
    circular.paper = style;
    circular.own_paper = own;
    store::circulars::save(&tx, &circular).await?;
    tx.commit().await?;
    Ok(())
}
