//! Says whom a draft is for: its roster, a tier, a saved group or a list of offices.

use super::drafts::check_draft;
use crate::app::{App, Result};
use crate::domain::actor::Actor;
use crate::domain::circular::Audience;
use crate::domain::ids::{CircularId, OfficeId};
use crate::domain::office::Tier;
use crate::domain::refusal::Refusal;
use crate::store::audience::{self, Reach};
use crate::store::{Tx, offices};

/// Keeps the audience, and tells whom it reaches. A roster stays with the draft, to be taken up again.
///
/// # Errors
/// When the actor may not, it is no draft, the tier is the department's own, the group is not the office's, the list is
/// empty or holds a code that no recipient has.
pub async fn put_audience(
    app: &App,
    actor: &Actor,
    circular: CircularId,
    audience: Audience,
) -> Result<Reach> {
    let tx = app.db.begin().await?;
    check_draft(&tx, actor, circular).await?;
    let named = match &audience {
        Audience::Tier(Tier::Department) => return Err(Refusal::Malformed { field: "audience" }.into()),
        Audience::Roster | Audience::Tier(_) => Vec::new(),
        Audience::Group(group) => {
            if !audience::has_group(&tx, actor.office.id, *group).await? {
                return Err(Refusal::Malformed { field: "audience" }.into());
            }
            Vec::new()
        }
        Audience::Offices(codes) => recipients(&tx, actor.office.id, codes).await?,
    };
    audience::save(&tx, circular, &audience, &named).await?;
    let reach = audience::reach(&tx, circular).await?;
    tx.commit().await?;
    Ok(reach)
}

/// The offices of a list, each once.
async fn recipients(tx: &Tx, sender: OfficeId, codes: &[String]) -> Result<Vec<OfficeId>> {
    if codes.is_empty() {
        return Err(Refusal::NobodyToReach.into());
    }
    let found = offices::resolve(tx, codes).await?;
    let unknown = codes.iter().find(|code| found.get(*code).is_none_or(|office| *office == sender));
    if let Some(code) = unknown {
        return Err(Refusal::UnknownOffice { code: code.clone() }.into());
    }
    let mut named: Vec<OfficeId> = found.into_values().collect();
    named.sort_unstable();
    named.dedup();
    Ok(named)
}
