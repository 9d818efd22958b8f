//! What every change of a draft's recipients begins and ends with.

use crate::app::Result;
use crate::domain::actor::{Actor, Deed};
use crate::domain::circular::CircularState;
use crate::domain::ids::{CircularId, OfficeId, RosterRowId};
use crate::domain::office::Tier;
use crate::domain::refusal::Refusal;
use crate::domain::roster::{Outcome, RosterRow, settle};
use crate::store::offices::{self, Office};
use crate::store::rosters::{self, RosterLine};
use crate::store::{Reads, Tx, circulars};

/// Refuses whoever may not draft, another office's circular, and one that is no draft any more.
pub(super) async fn check_draft(db: &impl Reads, actor: &Actor, circular: CircularId) -> Result<()> {
    match rosters::draft_state(db, circular).await? {
        Some((office, _)) if office != actor.office.id => {
            // Those it was sent to may know of it, and not change it.
            let seen = circulars::find(db, &actor.scope(), circular).await?;
            Err(if seen.is_some() { Refusal::NotYourOffice } else { Refusal::NotFound }.into())
        }
        None => Err(Refusal::NotFound.into()),
        Some(_) if !actor.may(Deed::Draft) => Err(Refusal::NotAllowed.into()),
        Some((_, CircularState::Draft)) => Ok(()),
        Some(_) => Err(Refusal::NotADraft.into()),
    }
}

/// The row of a draft that a person decides on.
pub(super) async fn row_of_draft(
    tx: &Tx,
    actor: &Actor,
    circular: CircularId,
    row: RosterRowId,
) -> Result<RosterLine> {
    check_draft(tx, actor, circular).await?;
    Ok(rosters::line(tx, circular, row).await?.ok_or(Refusal::NotFound)?)
}

/// The office of a tier that a form names.
pub(super) async fn office_of(
    db: &impl Reads,
    id: OfficeId,
    tier: Tier,
    field: &'static str,
) -> Result<Office> {
    let found = offices::find(db, id).await?.filter(|office| office.tier == tier);
    Ok(found.ok_or(Refusal::Malformed { field })?)
}

/// Keeps what was decided of a row, finds the duplicates anew and tells what became of the row.
pub(super) async fn decide(
    tx: &Tx,
    circular: CircularId,
    row: RosterRowId,
    outcome: Outcome,
) -> Result<Outcome> {
    let settled = settle_rows(tx, circular, Some((row, &outcome))).await?;
    Ok(settled.into_iter().find_map(|(id, outcome)| (id == row).then_some(outcome)).unwrap_or(outcome))
}

/// Finds the duplicates anew, and gives the outcomes that changed by it.
pub(super) async fn settle_rows(
    tx: &Tx,
    circular: CircularId,
    decided: Option<(RosterRowId, &Outcome)>,
) -> Result<Vec<(RosterRowId, Outcome)>> {
    let lines = rosters::lines(tx, circular).await?;
    let mut rows: Vec<(RosterRow, Outcome)> =
        lines.iter().map(|line| (line.row.clone(), line.outcome.clone())).collect();
    for (line, row) in lines.iter().zip(&mut rows) {
        if let Some((id, outcome)) = decided
            && line.id == id
        {
            row.1 = outcome.clone();
        }
    }
    settle(&mut rows);
    let changed: Vec<(RosterRowId, Outcome)> = lines
        .iter()
        .zip(rows)
        .filter(|(line, (_, outcome))| line.outcome != *outcome)
        .map(|(line, (_, outcome))| (line.id, outcome))
        .collect();
    rosters::set_outcomes(tx, &changed).await?;
    Ok(changed)
}
