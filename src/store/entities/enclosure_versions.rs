//! Versions of enclosures.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

use crate::domain::ids::{EnclosureId, EnclosureVersionId, OfficerId};

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "enclosure_versions")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: EnclosureVersionId,
    pub enclosure_id: EnclosureId,
    pub version: i32,
    pub sha256: String,
    pub filename: String,
    pub added_by: OfficerId,
    pub added_by_name: String,
    pub added_at: DateTime<Utc>,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
