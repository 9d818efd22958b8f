//! The schools of a roster with what is above them: as they are while it is a draft, as they were once it was issued.

use std::collections::HashMap;

use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, QueryTrait as _,
};
use serde::{Deserialize, Serialize};

use super::entities::offices;
use super::entities::roster_rows::{ActiveModel, Column, Entity, Model};
use super::rosters::{json, parsed};
use super::{Reads, StoreError, Tx};
use crate::domain::ids::{CircularId, OfficeId};
use crate::domain::office::Tier;
use crate::domain::thai::names::province_of_office;

/// A school of a roster: a row of the sheet that goes with the letter, and what is kept of it for ever.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterSchool {
    /// The school's code.
    pub school_code: String,
    /// Its name in full.
    pub school: String,
    /// The code of its local administration; empty while that is not known.
    pub local_code: String,
    /// The full name of its local administration; empty while that is not known.
    pub local: String,
    /// Its district, or its local administration's; empty when neither is known.
    pub district: String,
    /// The two-digit code of its province.
    pub province_code: String,
    /// The name of its province.
    pub province: String,
}

/// The matched schools in the order of the roster: from the snapshot once there is one, from the registry before.
///
/// # Errors
/// When the database fails or a snapshot cannot be read back.
pub async fn schools(db: &impl Reads, circular: CircularId) -> Result<Vec<RosterSchool>, StoreError> {
    let rows = matched_rows(db, circular).await?;
    if rows.iter().any(|row| row.snapshot.is_none()) {
        return Ok(live(db, circular, &rows).await?.into_iter().map(|(_, school)| school).collect());
    }
    let kept = rows.iter().filter_map(|row| Some((row.id, row.snapshot.as_deref()?)));
    kept.map(|(id, snapshot)| parsed("roster_rows", id, snapshot)).collect()
}

/// Keeps the roster as it is at this moment, the moment of issue.
///
/// # Errors
/// When the database fails.
pub async fn take_snapshot(tx: &Tx, circular: CircularId) -> Result<(), StoreError> {
    let rows = matched_rows(tx, circular).await?;
    for (row, school) in live(tx, circular, &rows).await? {
        let snapshot = ActiveModel {
            id: Set(row.id),
            snapshot: Set(Some(json(row.id, &school)?)),
            ..Default::default()
        };
        Entity::update(snapshot).exec(tx.connection()).await?;
    }
    Ok(())
}

async fn matched_rows(db: &impl Reads, circular: CircularId) -> Result<Vec<Model>, StoreError> {
    Ok(Entity::find()
        .filter(Column::CircularId.eq(circular))
        .filter(Column::OfficeId.is_not_null())
        .order_by_asc(Column::Line)
        .all(db.connection())
        .await?)
}

/// The rows' schools as the registry has them.
async fn live<'a>(
    db: &impl Reads,
    circular: CircularId,
    rows: &'a [Model],
) -> Result<Vec<(&'a Model, RosterSchool)>, StoreError> {
    let school_ids = || {
        let rows = Entity::find().select_only().column(Column::OfficeId);
        rows.filter(Column::CircularId.eq(circular)).into_query()
    };
    let of_schools = offices::Entity::find().filter(offices::Column::Id.in_subquery(school_ids()));
    let local_ids = of_schools.clone().select_only().column(offices::Column::ParentId).into_query();
    let of_locals = offices::Entity::find().filter(offices::Column::Id.in_subquery(local_ids));
    let of_provinces = offices::Entity::find().filter(offices::Column::Tier.eq(Tier::Province));
    let mut by_id: HashMap<OfficeId, offices::Model> = HashMap::new();
    let mut provinces: HashMap<String, String> = HashMap::new();
    for query in [of_schools, of_locals] {
        by_id.extend(query.all(db.connection()).await?.into_iter().map(|office| (office.id, office)));
    }
    for office in of_provinces.all(db.connection()).await? {
        provinces.insert(office.code, province_of_office(&office.name_th).to_owned());
    }
    let described = rows.iter().filter_map(|row| {
        let school = by_id.get(&row.office_id?)?;
        let local = school.parent_id.and_then(|local| by_id.get(&local));
        Some((row, describe(school, local, &provinces)))
    });
    Ok(described.collect())
}

fn describe(
    school: &offices::Model,
    local: Option<&offices::Model>,
    provinces: &HashMap<String, String>,
) -> RosterSchool {
    let of_local = |text: fn(&offices::Model) -> Option<String>| local.and_then(text).unwrap_or_default();
    // A local administration's province is certain; a school's is as its file told.
    let province_code = local.and_then(|local| local.province_code.clone());
    let province_code = province_code.or_else(|| school.province_code.clone()).unwrap_or_default();
    RosterSchool {
        school_code: school.code.clone(),
        school: school.name_th.clone(),
        local_code: of_local(|local| Some(local.code.clone())),
        local: of_local(|local| Some(local.name_th.clone())),
        district: school.district_th.clone().unwrap_or_else(|| of_local(|local| local.district_th.clone())),
        province: provinces.get(&province_code).cloned().unwrap_or_default(),
        province_code,
    }
}
