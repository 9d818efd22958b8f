//! A small invented country for tests below the pages: a department, provinces, local administrations, schools, officers.

use sea_orm::{ActiveValue::NotSet, EntityTrait as _, Set};

use super::super::entities::{appointments, officers, offices};
use super::super::{Reads as _, StoreError, Tx};
use crate::domain::actor::{ActingOffice, Actor, Role};
use crate::domain::ids::OfficeId;
use crate::domain::office::Tier;

/// How many of each: local administrations a province, schools a local administration.
#[derive(Debug, Clone, Copy)]
pub struct Country {
    /// Provinces.
    pub provinces: i64,
    /// Local administrations of each province.
    pub locals: i64,
    /// Schools of each local administration.
    pub schools: i64,
}

/// Makes the offices: the department 1, provinces `20…`, local administrations `5200101…`, schools `S1…`.
pub async fn make_country(tx: &Tx, country: Country) -> Result<(), StoreError> {
    let department = office(tx, Tier::Department, "DLA", "กรมตัวอย่าง", None, None).await?;
    let mut school = 0;
    for province in 0..country.provinces {
        let code = (20 + province).to_string();
        let name = format!("สถจ.ตัวอย่าง {code}");
        let above = office(tx, Tier::Province, &code, &name, Some(department), Some(&code)).await?;
        for local in 1..=country.locals {
            let local_code = format!("5{code}01{local:02}");
            let name = format!("ทต.ตัวอย่าง {local_code}");
            let above = office(tx, Tier::Local, &local_code, &name, Some(above), Some(&code)).await?;
            for _ in 0..country.schools {
                school += 1;
                let name = format!("โรงเรียนตัวอย่าง {school}");
                office(tx, Tier::School, &format!("S{school}"), &name, Some(above), Some(&code)).await?;
            }
        }
    }
    Ok(())
}

async fn office(
    tx: &Tx,
    tier: Tier,
    code: &str,
    name: &str,
    parent: Option<OfficeId>,
    province: Option<&str>,
) -> Result<OfficeId, StoreError> {
    let row = offices::ActiveModel {
        id: NotSet,
        tier: Set(tier),
        code: Set(code.to_owned()),
        stable_key: Set(code.to_owned()),
        parent_id: Set(parent),
        name_th: Set(name.to_owned()),
        short_name_th: Set(name.to_owned()),
        province_code: Set(province.map(str::to_owned)),
        search_key: Set(name.to_owned()),
        sort_key: Set(name.to_owned()),
        ..Default::default()
    };
    Ok(offices::Entity::insert(row).exec(tx.connection()).await?.last_insert_id)
}

/// An officer with a role in the office of this code.
pub async fn make_officer(tx: &Tx, code: &str, role: Role) -> Result<Actor, StoreError> {
    use sea_orm::{ColumnTrait as _, QueryFilter as _};
    let found = offices::Entity::find().filter(offices::Column::Code.eq(code)).one(tx.connection()).await?;
    let found = found.ok_or_else(|| StoreError::broken("offices", code, "no such office"))?;
    let name = format!("นายตัวอย่าง {code}");
    let officer = officers::ActiveModel {
        id: NotSet,
        email: Set(format!("{role}.{code}@example.go.th")),
        name: Set(name.clone()),
        created_at: Set(chrono::DateTime::UNIX_EPOCH),
        ..Default::default()
    };
    let officer = officers::Entity::insert(officer).exec(tx.connection()).await?.last_insert_id;
    let post = appointments::ActiveModel {
        id: NotSet,
        officer_id: Set(officer),
        office_id: Set(found.id),
        role: Set(role),
        guide_dismissed_at: Set(None),
    };
    let appointment = appointments::Entity::insert(post).exec(tx.connection()).await?.last_insert_id;
    let office = ActingOffice {
        id: found.id,
        tier: found.tier,
        code: found.code,
        name: found.name_th,
        short_name: found.short_name_th,
        province_code: found.province_code,
    };
    Ok(Actor { officer, name, appointment, role, office })
}
