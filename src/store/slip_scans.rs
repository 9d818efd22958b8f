//! Signed slips that came back as scans: files, and what became of each slip. Everything is read for one office alone.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::NotSet, ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};

use super::entities::{slip_pages, slip_scans};
use super::{Reads, StoreError, Tx};
use crate::domain::actor::Actor;
use crate::domain::ids::{CircularId, DeliveryId, OfficeId, SlipPageId, SlipScanId};
use crate::domain::slip::SlipState;

/// A file as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlipScan {
    /// Its id.
    pub id: SlipScanId,
    /// The circular whose slips it holds.
    pub circular: CircularId,
    /// Who handed it in.
    pub by_name: String,
    /// The file's name.
    pub filename: String,
    /// Its pages.
    pub pages: i32,
    /// When it was handed in.
    pub created_at: DateTime<Utc>,
}

/// A slip of a file, or a page without any.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScannedSlip {
    /// Its id.
    pub id: SlipPageId,
    /// The page it is on, counted from 1.
    pub number: i32,
    /// What became of it.
    pub state: SlipState,
    /// Whose it is, where that is known.
    pub delivery: Option<DeliveryId>,
    /// The code of the refusal, where it was refused.
    pub note: String,
}

/// What is to be kept of a slip: what became of it, whose it is, and the code of a refusal.
pub type Fate = (SlipState, Option<DeliveryId>, String);

/// Keeps a file for the actor's office, before its pages are looked at.
///
/// # Errors
/// When the database fails.
pub async fn insert(
    tx: &Tx,
    actor: &Actor,
    circular: CircularId,
    filename: String,
    pages: i32,
    now: DateTime<Utc>,
) -> Result<SlipScanId, StoreError> {
    let row = slip_scans::ActiveModel {
        id: NotSet,
        office_id: Set(actor.office.id),
        circular_id: Set(circular),
        officer_id: Set(actor.officer),
        by_name: Set(actor.name.clone()),
        filename: Set(filename),
        pages: Set(pages),
        created_at: Set(now),
    };
    Ok(slip_scans::Entity::insert(row).exec(tx.connection()).await?.last_insert_id)
}

/// Keeps what became of the slips of a page, and its picture.
///
/// # Errors
/// When the database fails.
pub async fn insert_page(
    tx: &Tx,
    scan: SlipScanId,
    number: i32,
    picture: Vec<u8>,
    fates: Vec<Fate>,
) -> Result<(), StoreError> {
    let mut picture = Some(picture);
    for (state, delivery, note) in fates {
        let row = slip_pages::ActiveModel {
            id: NotSet,
            scan_id: Set(scan),
            number: Set(number),
            picture: Set(picture.take()),
            state: Set(state),
            delivery_id: Set(delivery),
            note: Set(note),
        };
        slip_pages::Entity::insert(row).exec_without_returning(tx.connection()).await?;
    }
    Ok(())
}

/// Keeps what became of a slip after a person said whose it is.
///
/// # Errors
/// When the database fails.
pub async fn settle(tx: &Tx, slip: SlipPageId, (state, delivery, note): Fate) -> Result<(), StoreError> {
    let change = slip_pages::ActiveModel {
        state: Set(state),
        delivery_id: Set(delivery),
        note: Set(note),
        ..slip_pages::ActiveModel::default()
    };
    let of_slip = slip_pages::Column::Id.eq(slip);
    slip_pages::Entity::update_many().set(change).filter(of_slip).exec(tx.connection()).await?;
    Ok(())
}

/// A file of this office.
///
/// # Errors
/// When the database fails.
pub async fn find(on: &impl Reads, office: OfficeId, id: SlipScanId) -> Result<Option<SlipScan>, StoreError> {
    let found = slip_scans::Entity::find_by_id(id).filter(slip_scans::Column::OfficeId.eq(office));
    Ok(found.one(on.connection()).await?.map(of_model))
}

/// The files of this office for a circular, the newest first.
///
/// # Errors
/// When the database fails.
pub async fn latest(
    on: &impl Reads,
    office: OfficeId,
    circular: CircularId,
    limit: u64,
) -> Result<Vec<SlipScan>, StoreError> {
    let found = slip_scans::Entity::find()
        .filter(slip_scans::Column::OfficeId.eq(office))
        .filter(slip_scans::Column::CircularId.eq(circular))
        .order_by_desc(slip_scans::Column::Id)
        .limit(limit);
    Ok(found.all(on.connection()).await?.into_iter().map(of_model).collect())
}

type Row = (SlipPageId, i32, SlipState, Option<DeliveryId>, String);

/// The slips of a file in the order of its pages, without the pictures.
///
/// # Errors
/// When the database fails.
pub async fn slips(on: &impl Reads, scan: SlipScanId) -> Result<Vec<ScannedSlip>, StoreError> {
    use slip_pages::Column;
    let rows: Vec<Row> = slip_pages::Entity::find()
        .select_only()
        .columns([Column::Id, Column::Number, Column::State, Column::DeliveryId, Column::Note])
        .filter(Column::ScanId.eq(scan))
        .order_by_asc(Column::Number)
        .order_by_asc(Column::Id)
        .into_tuple()
        .all(on.connection())
        .await?;
    let slip = |(id, number, state, delivery, note)| ScannedSlip { id, number, state, delivery, note };
    Ok(rows.into_iter().map(slip).collect())
}

/// The picture of a page: a grey JPEG.
///
/// # Errors
/// When the database fails.
pub async fn picture(on: &impl Reads, scan: SlipScanId, number: i32) -> Result<Option<Vec<u8>>, StoreError> {
    use slip_pages::Column;
    let found = slip_pages::Entity::find()
        .filter(Column::ScanId.eq(scan))
        .filter(Column::Number.eq(number))
        .filter(Column::Picture.is_not_null());
    Ok(found.one(on.connection()).await?.and_then(|row| row.picture))
}

fn of_model(row: slip_scans::Model) -> SlipScan {
    SlipScan {
        id: row.id,
        circular: row.circular_id,
        by_name: row.by_name,
        filename: row.filename,
        pages: row.pages,
        created_at: row.created_at,
    }
}
