//! Files of signed slips that came back.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

use crate::domain::ids::{CircularId, OfficeId, OfficerId, SlipScanId};

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "slip_scans")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: SlipScanId,
    pub office_id: OfficeId,
    pub circular_id: CircularId,
    pub officer_id: OfficerId,
    pub by_name: String,
    pub filename: String,
    pub pages: i32,
    pub created_at: DateTime<Utc>,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
