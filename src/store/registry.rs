//! The registry as a whole: what files are compared with, what they change, and what rosters are matched to.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};

use super::entities::offices::{ActiveModel, Column, Entity, Model};
use super::entities::{office_names, offices};
use super::{Reads, StoreError, Tx};
use crate::domain::ids::OfficeId;
use crate::domain::office::{Tier, mailbox};
use crate::domain::registry::{Ending, Entry, Known, KnownOffice, OfficeFields, PastName, Plan};

/// Rows of one statement: with 18 columns, well under the 32,766 binds of `SQLite`.
const ROWS: usize = 1_000;

/// Every office, ended ones too, with their pasts.
///
/// # Errors
/// When the database fails.
pub async fn known(db: &impl Reads) -> Result<Known, StoreError> {
    let offices = Entity::find().all(db.connection()).await?;
    let past = office_names::Entity::find().all(db.connection()).await?;
    let codes: HashMap<OfficeId, String> =
        offices.iter().map(|office| (office.id, office.code.clone())).collect();
    let offices = offices.into_iter().map(|office| known_office(office, &codes)).collect();
    Ok(Known::new(offices, past.into_iter().map(past_name).collect()))
}

fn known_office(office: Model, codes: &HashMap<OfficeId, String>) -> KnownOffice {
    let code_of = |id: Option<OfficeId>| codes.get(&id?).cloned();
    KnownOffice {
        id: office.id,
        valid_from: office.valid_from,
        ended: office.valid_to.is_some(),
        successor: code_of(office.successor_id),
        fields: OfficeFields {
            tier: office.tier,
            code: office.code,
            key: office.stable_key,
            parent: code_of(office.parent_id),
            kind: office.kind,
            name_th: office.name_th,
            short_name_th: office.short_name_th,
            name_en: office.name_en,
            district: office.district_th,
            province_code: office.province_code,
            postal_code: office.postal_code,
        },
    }
}

/// What an office was called before, the latest first.
///
/// # Errors
/// When the database fails.
pub async fn past_names(db: &impl Reads, office: OfficeId) -> Result<Vec<PastName>, StoreError> {
    let names = office_names::Entity::find()
        .filter(office_names::Column::OfficeId.eq(office))
        .order_by_desc(office_names::Column::ValidTo)
        .all(db.connection())
        .await?;
    Ok(names.into_iter().map(past_name).collect())
}

fn past_name(name: office_names::Model) -> PastName {
    PastName {
        office: name.office_id,
        code: name.code,
        kind: name.kind,
        name_th: name.name_th,
        valid_from: name.valid_from,
        valid_to: name.valid_to,
    }
}

/// Writes what a file changes.
///
/// # Errors
/// When the database fails.
pub async fn save(tx: &Tx, plan: &Plan) -> Result<(), StoreError> {
    for tier in Tier::ALL {
        let entries: Vec<&Entry> = plan.entries.iter().filter(|entry| entry.fields.tier == tier).collect();
        if !entries.is_empty() {
            let above = ids_by_code(tx, tier.above()).await?;
            for chunk in entries.chunks(ROWS) {
                put(tx, chunk, &above).await?;
            }
        }
    }
    for chunk in plan.past.chunks(ROWS) {
        remember(tx, chunk).await?;
    }
    if !plan.endings.is_empty() {
        let locals = ids_by_code(tx, Some(Tier::Local)).await?;
        for ending in &plan.endings {
            if let Some(&successor) = locals.get(&ending.successor) {
                end(tx, ending, successor).await?;
            }
        }
    }
    Ok(())
}

async fn ids_by_code(tx: &Tx, tier: Option<Tier>) -> Result<HashMap<String, OfficeId>, StoreError> {
    let Some(tier) = tier else { return Ok(HashMap::new()) };
    let rows: Vec<(String, OfficeId)> = Entity::find()
        .select_only()
        .columns([Column::Code, Column::Id])
        .filter(Column::Tier.eq(tier))
        .into_tuple()
        .all(tx.connection())
        .await?;
    Ok(rows.into_iter().collect())
}

/// Adds offices and changes those whose key is there already, in one statement.
async fn put(tx: &Tx, entries: &[&Entry], above: &HashMap<String, OfficeId>) -> Result<(), StoreError> {
    let rows = entries.iter().map(|entry| row(entry, above));
    let by_key = OnConflict::columns([Column::Tier, Column::StableKey])
        .update_columns([
            Column::Code,
            Column::ParentId,
            Column::Kind,
            Column::NameTh,
            Column::ShortNameTh,
            Column::NameEn,
            Column::DistrictTh,
            Column::ProvinceCode,
            Column::PostalCode,
            Column::Email,
            Column::SearchKey,
            Column::SortKey,
            Column::ValidFrom,
        ])
        .to_owned();
    Entity::insert_many(rows).on_conflict(by_key).exec_without_returning(tx.connection()).await?;
    Ok(())
}

fn row(entry: &Entry, above: &HashMap<String, OfficeId>) -> ActiveModel {
    let fields = entry.fields.clone();
    let parent = fields.parent.as_ref().and_then(|code| above.get(code).copied());
    ActiveModel {
        id: NotSet,
        email: Set((fields.tier == Tier::Local).then(|| mailbox(&fields.code))),
        tier: Set(fields.tier),
        code: Set(fields.code),
        stable_key: Set(fields.key),
        parent_id: Set(parent),
        kind: Set(fields.kind),
        name_th: Set(fields.name_th),
        short_name_th: Set(fields.short_name_th),
        name_en: Set(fields.name_en),
        district_th: Set(fields.district),
        province_code: Set(fields.province_code),
        search_key: Set(entry.search_key.clone()),
        sort_key: Set(entry.sort_key.clone()),
        valid_from: Set(entry.valid_from),
        valid_to: Set(None),
        successor_id: Set(None),
        postal_code: Set(fields.postal_code),
    }
}

/// Keeps what offices were called. What was called so for less than a day leaves no trace.
async fn remember(tx: &Tx, names: &[PastName]) -> Result<(), StoreError> {
    let rows = names.iter().cloned().map(|name| office_names::ActiveModel {
        id: NotSet,
        office_id: Set(name.office),
        code: Set(name.code),
        kind: Set(name.kind),
        name_th: Set(name.name_th),
        valid_from: Set(name.valid_from),
        valid_to: Set(name.valid_to),
    });
    let same_day = OnConflict::columns([office_names::Column::OfficeId, office_names::Column::ValidTo])
        .do_nothing()
        .to_owned();
    office_names::Entity::insert_many(rows)
        .on_conflict(same_day)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Ends an office: its schools, and the offices it took in before, become its successor's.
async fn end(tx: &Tx, ending: &Ending, successor: OfficeId) -> Result<(), StoreError> {
    set(tx, Column::ParentId.eq(ending.office), |row| row.parent_id = Set(Some(successor))).await?;
    set(tx, Column::SuccessorId.eq(ending.office), |row| row.successor_id = Set(Some(successor))).await?;
    let day: NaiveDate = ending.day;
    set(tx, Column::Id.eq(ending.office), |row| {
        row.valid_to = Set(Some(day));
        row.successor_id = Set(Some(successor));
    })
    .await
}

async fn set(tx: &Tx, which: Expr, change: impl FnOnce(&mut ActiveModel)) -> Result<(), StoreError> {
    let mut row = ActiveModel { ..Default::default() };
    change(&mut row);
    offices::Entity::update_many().set(row).filter(which).exec(tx.connection()).await?;
    Ok(())
}

/// Puts a school under its local administration.
///
/// # Errors
/// When the database fails.
pub async fn place(tx: &Tx, school: OfficeId, local: OfficeId) -> Result<(), StoreError> {
    set(tx, Column::Id.eq(school), |row| row.parent_id = Set(Some(local))).await
}
