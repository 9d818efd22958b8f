//! Says which school a row means.

use super::drafts::{decide, office_of, row_of_draft};
use crate::app::{App, Result};
use crate::domain::actor::Actor;
use crate::domain::ids::{CircularId, OfficeId, RosterRowId};
use crate::domain::office::Tier;
use crate::domain::roster::Outcome;

/// Matches a row to a school. Of two rows with one school the later one is a duplicate.
///
/// # Errors
/// When the actor may not, it is no draft or has no such row, or the office is no school.
pub async fn choose_school(
    app: &App,
    actor: &Actor,
    circular: CircularId,
    row: RosterRowId,
    school: OfficeId,
) -> Result<Outcome> {
    let tx = app.db.begin().await?;
    row_of_draft(&tx, actor, circular, row).await?;
    let school = office_of(&tx, school, Tier::School, "school").await?;
    let outcome = decide(&tx, circular, row, Outcome::Matched { school_id: school.id.0 }).await?;
    tx.commit().await?;
    Ok(outcome)
}
