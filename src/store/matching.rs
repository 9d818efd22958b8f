//! The registry as the matcher of rosters takes it.

use std::collections::HashMap;

use sea_orm::{ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _};

use super::entities::office_names;
use super::entities::offices::{Column, Entity, Model};
use super::{Reads, StoreError};
use crate::domain::ids::OfficeId;
use crate::domain::office::Tier;
use crate::domain::roster::{Registry, RegistryLocal, RegistryProvince, RegistrySchool};
use crate::domain::thai::names::province_of_office;

/// The whole registry, with the codes that offices had before and those of offices that ended.
///
/// # Errors
/// When the database fails.
pub async fn whole_registry(db: &impl Reads) -> Result<Registry, StoreError> {
    let offices = Entity::find().filter(Column::Tier.ne(Tier::Department)).all(db.connection()).await?;
    let past = office_names::Entity::find().all(db.connection()).await?;
    let successors: HashMap<OfficeId, OfficeId> =
        offices.iter().filter_map(|office| Some((office.id, office.successor_id?))).collect();
    let today = |id: OfficeId| successors.get(&id).copied().unwrap_or(id).0;
    let ended = offices.iter().filter(|office| office.valid_to.is_some());
    let mut past_codes: HashMap<String, i64> =
        past.into_iter().map(|name| (name.code, today(name.office_id))).collect();
    past_codes.extend(ended.map(|office| (office.code.clone(), today(office.id))));
    let mut registry = registry(offices.into_iter().filter(|office| office.valid_to.is_none()));
    registry.past_codes = past_codes;
    Ok(registry)
}

/// A local administration with its schools, and the schools of its province whose local administration is not known:
/// what a row is matched to when a person has said where it belongs.
///
/// # Errors
/// When the database fails.
pub async fn registry_under(db: &impl Reads, local: OfficeId) -> Result<Registry, StoreError> {
    let Some(local) = Entity::find_by_id(local).one(db.connection()).await? else {
        return Ok(Registry::default());
    };
    let of_province = |tier: Tier| {
        Condition::all().add(Column::Tier.eq(tier)).add(Column::ProvinceCode.eq(local.province_code.clone()))
    };
    let belongs = Condition::any()
        .add(Column::ParentId.eq(local.id))
        .add(of_province(Tier::Province))
        .add(of_province(Tier::School).add(Column::ParentId.is_null()));
    let around =
        Entity::find().filter(Column::ValidTo.is_null()).filter(belongs).all(db.connection()).await?;
    Ok(registry(std::iter::once(local).chain(around)))
}

fn registry(offices: impl Iterator<Item = Model>) -> Registry {
    let mut registry = Registry::default();
    for office in offices {
        let province_code = office.province_code.unwrap_or_default();
        match office.tier {
            Tier::Department => {}
            Tier::Province => registry.provinces.push(RegistryProvince {
                id: office.id.0,
                code: province_code,
                name: province_of_office(&office.name_th).to_owned(),
            }),
            Tier::Local => registry.locals.push(RegistryLocal {
                id: office.id.0,
                code: office.code,
                name: office.name_th,
                short_name: office.short_name_th,
                district: office.district_th.unwrap_or_default(),
                province_code,
            }),
            Tier::School => registry.schools.push(RegistrySchool {
                id: office.id.0,
                code: office.code,
                name: office.name_th,
                local_id: office.parent_id.map(|local| local.0),
                district: office.district_th,
                province_code,
            }),
        }
    }
    registry
}
