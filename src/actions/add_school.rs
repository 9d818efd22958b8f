//! Adds the school that a row names and the registry lacks, under its local administration, and matches the row to it.

use data_encoding::HEXLOWER;

use super::drafts::{decide, office_of, row_of_draft};
use crate::app::{App, Error, Result};
use crate::domain::actor::Actor;
use crate::domain::ids::{CircularId, OfficeId, RosterRowId};
use crate::domain::office::Tier;
use crate::domain::refusal::Refusal;
use crate::domain::registry::{Entry, OfficeFields, Plan};
use crate::domain::roster::{Outcome, RosterRow};
use crate::domain::thai::names::{full_school_name, school_key};
use crate::store::{Tx, offices, registry};

/// A school to be added.
pub(super) struct NewSchool {
    name: String,
    district: Option<String>,
    local: OfficeId,
}

impl NewSchool {
    /// The school of a roster's row.
    pub(super) fn of(row: &RosterRow, local: OfficeId) -> Self {
        Self { name: full_school_name(&row.school), district: row.district.clone(), local }
    }
}

/// Adds the row's school under `local`, or under the local administration that the row itself names.
///
/// # Errors
/// When the actor may not, it is no draft or has no such row, the row names no school, or nobody says under which
/// local administration.
pub async fn add_school(
    app: &App,
    actor: &Actor,
    circular: CircularId,
    row: RosterRowId,
    local: Option<OfficeId>,
) -> Result<Outcome> {
    let tx = app.db.begin().await?;
    let line = row_of_draft(&tx, actor, circular, row).await?;
    if school_key(&line.row.school).is_empty() {
        return Err(Refusal::Missing { field: "school" }.into());
    }
    let told = match line.outcome {
        Outcome::UnknownSchool { local_id, .. } => local_id.map(OfficeId),
        _ => None,
    };
    let local = local.or(told).ok_or(Refusal::Missing { field: "local" })?;
    let ids = register(app, &tx, &[NewSchool::of(&line.row, local)]).await?;
    let school = ids.first().ok_or(Refusal::NotFound)?;
    let outcome = decide(&tx, circular, row, Outcome::Matched { school_id: school.0 }).await?;
    tx.commit().await?;
    Ok(outcome)
}

/// Adds schools with codes of their own; one that its local administration has by then is not added again.
pub(super) async fn register(app: &App, tx: &Tx, schools: &[NewSchool]) -> Result<Vec<OfficeId>> {
    let mut plan = Plan::default();
    let mut codes = Vec::new();
    for school in schools {
        let local = office_of(tx, school.local, Tier::Local, "local").await?;
        let key = school_key(&school.name);
        let there = offices::children(tx, local.id).await?;
        if let Some(namesake) = there.into_iter().find(|other| school_key(&other.name) == key) {
            codes.push(namesake.code);
            continue;
        }
        let code = new_code(app);
        codes.push(code.clone());
        let fields = OfficeFields {
            tier: Tier::School,
            key: code.clone(),
            code,
            parent: Some(local.code),
            kind: None,
            name_th: school.name.clone(),
            short_name_th: school.name.clone(),
            name_en: None,
            district: school.district.clone(),
            province_code: local.province_code,
            postal_code: None,
        };
        plan.entries.push(Entry::new(fields, None));
    }
    registry::save(tx, &plan).await?;
    let ids = offices::resolve(tx, &codes).await?;
    let id_of = |code: &String| ids.get(code).copied().ok_or(Error::from(Refusal::NotFound));
    codes.iter().map(id_of).collect()
}

/// A code that begins unlike those of the department's files, so that the two never meet.
fn new_code(app: &App) -> String {
    format!("W{}", HEXLOWER.encode(&app.chance.bytes::<5>()))
}
