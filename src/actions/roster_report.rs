//! How a draft's roster stands.

use serde::Serialize;

use crate::app::Result;
use crate::domain::ids::CircularId;
use crate::domain::roster::{Rejection, RowState, rejection};
use crate::store::{Reads, audience, rosters};

/// Rows, what is wrong with those that are not matched, and whom the matched ones reach.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct RosterReport {
    /// Rows of the roster.
    pub rows: usize,
    /// Rows that are matched to a school.
    pub accepted: usize,
    /// The others, by line and column.
    pub rejected: Vec<Rejection>,
    /// Provincial offices that the circular reaches.
    pub provinces: u64,
    /// Local administrations that it reaches.
    pub locals: u64,
    /// Schools that it reaches.
    pub schools: u64,
}

/// The report of a roster as it is kept.
///
/// # Errors
/// When the database fails.
pub async fn roster_report(db: &impl Reads, circular: CircularId) -> Result<RosterReport> {
    let Some(head) = rosters::head(db, circular).await? else { return Ok(RosterReport::default()) };
    let lines = rosters::lines(db, circular).await?;
    let reach = audience::reach(db, circular).await?;
    let rejected = lines.iter().filter_map(|line| rejection(&head.header, &line.row, &line.outcome));
    Ok(RosterReport {
        rows: lines.len(),
        accepted: lines.iter().filter(|line| line.outcome.state() == RowState::Matched).count(),
        rejected: rejected.collect(),
        provinces: reach.provinces,
        locals: reach.locals,
        schools: reach.schools,
    })
}
