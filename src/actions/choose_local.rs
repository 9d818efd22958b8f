//! Says which local administration a row's school belongs to.

use super::drafts::{decide, office_of, row_of_draft};
use crate::app::{App, Result};
use crate::domain::actor::Actor;
use crate::domain::ids::{CircularId, OfficeId, RosterRowId};
use crate::domain::office::Tier;
use crate::domain::refusal::Refusal;
use crate::domain::roster::{Matcher, Outcome, RosterRow};
use crate::store::{matching, offices, registry};

/// Matches a row again, among the schools of a local administration.
///
/// A matched school whose local administration is not known yet is put under this one, so that it can be reached.
///
/// # Errors
/// When the actor may not, it is no draft or has no such row, or the office is no local administration; or it is of
/// another province than the school.
pub async fn choose_local(
    app: &App,
    actor: &Actor,
    circular: CircularId,
    row: RosterRowId,
    local: OfficeId,
) -> Result<Outcome> {
    let tx = app.db.begin().await?;
    let line = row_of_draft(&tx, actor, circular, row).await?;
    let local = office_of(&tx, local, Tier::Local, "local").await?;
    let school = match line.outcome.school_id() {
        Some(school) => offices::find(&tx, OfficeId(school)).await?,
        None => None,
    };
    let outcome = match school.filter(|school| school.parent_id.is_none()) {
        Some(school) if school.province_code != local.province_code => {
            return Err(Refusal::Malformed { field: "local" }.into());
        }
        Some(school) => {
            registry::place(&tx, school.id, local.id).await?;
            line.outcome
        }
        None => {
            let matcher = Matcher::new(matching::registry_under(&tx, local.id).await?);
            let outcome = matcher.match_row(&under(line.row, local.code));
            decide(&tx, circular, row, outcome).await?
        }
    };
    tx.commit().await?;
    Ok(outcome)
}

/// The row as if it named that local administration and no other place.
fn under(row: RosterRow, local_code: String) -> RosterRow {
    RosterRow {
        local_code: Some(local_code),
        local: None,
        local_filled: false,
        district: None,
        province: None,
        province_code: None,
        ..row
    }
}
