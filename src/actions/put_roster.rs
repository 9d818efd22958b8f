//! Gives a draft its roster: every row of the file is kept, with what became of it.

use std::collections::HashMap;

use super::add_school::{NewSchool, register};
use super::drafts::check_draft;
use super::roster_report::{RosterReport, roster_report};
use crate::app::{App, Result};
use crate::domain::actor::Actor;
use crate::domain::circular::Audience;
use crate::domain::ids::{CircularId, OfficeId};
use crate::domain::roster::{Matcher, Outcome, RosterMatch, mark_duplicates, match_roster};
use crate::domain::thai::names::school_key;
use crate::letters::sheet::read_sheet;
use crate::store::{Tx, audience, matching, rosters};

/// Reads and matches a roster, in the place of the one that was there. The schools of its rows become the audience.
///
/// With `add_unknown`, schools that the registry lacks are added under their local administration where that is known.
///
/// # Errors
/// When the actor may not, it is no draft, or the file holds no roster; then the draft is as it was.
pub async fn put_roster(
    app: &App,
    actor: &Actor,
    circular: CircularId,
    bytes: Vec<u8>,
    content_type: Option<&str>,
    add_unknown: bool,
) -> Result<RosterReport> {
    check_draft(&app.db, actor, circular).await?;
    let registry = matching::whole_registry(&app.db).await?;
    let charset = content_type.map(str::to_owned);
    let mut roster = tokio::task::spawn_blocking(move || -> Result<RosterMatch> {
        let sheets = read_sheet(&bytes, charset.as_deref())?;
        Ok(match_roster(&sheets, &Matcher::new(registry))?)
    })
    .await??;
    let tx = app.db.begin_long().await?;
    check_draft(&tx, actor, circular).await?;
    if add_unknown {
        add_unknown_schools(app, &tx, &mut roster).await?;
    }
    rosters::replace(&tx, circular, &roster).await?;
    audience::save(&tx, circular, &Audience::Roster, &[]).await?;
    let report = roster_report(&tx, circular).await?;
    tx.commit().await?;
    Ok(report)
}

/// Rows that name one school under one local administration get one school.
async fn add_unknown_schools(app: &App, tx: &Tx, roster: &mut RosterMatch) -> Result<()> {
    let mut schools: Vec<NewSchool> = Vec::new();
    let mut places: HashMap<(OfficeId, String), usize> = HashMap::new();
    let mut wanted: Vec<(usize, usize)> = Vec::new();
    for (at, (row, outcome)) in roster.rows.iter().enumerate() {
        let Outcome::UnknownSchool { local_id: Some(local), .. } = outcome else { continue };
        let local = OfficeId(*local);
        let key = school_key(&row.school);
        if !key.is_empty() {
            let place = *places.entry((local, key)).or_insert_with(|| {
                schools.push(NewSchool::of(row, local));
                schools.len() - 1
            });
            wanted.push((at, place));
        }
    }
    let ids = register(app, tx, &schools).await?;
    for (at, place) in wanted {
        if let (Some((_, outcome)), Some(id)) = (roster.rows.get_mut(at), ids.get(place)) {
            *outcome = Outcome::Matched { school_id: id.0 };
        }
    }
    mark_duplicates(&mut roster.rows);
    Ok(())
}

#[cfg(test)]
mod tests;
