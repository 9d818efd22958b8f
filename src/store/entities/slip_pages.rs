//! Slips of a scan, a row each; a page without any has one too. The picture of a page is with its first row.

use sea_orm::entity::prelude::*;

use crate::domain::ids::{DeliveryId, SlipPageId, SlipScanId};
use crate::domain::slip::SlipState;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "slip_pages")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: SlipPageId,
    pub scan_id: SlipScanId,
    pub number: i32,
    pub picture: Option<Vec<u8>>,
    pub state: SlipState,
    pub delivery_id: Option<DeliveryId>,
    pub note: String,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
