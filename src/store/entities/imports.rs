//! Registry files handed in on a page.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

use crate::domain::ids::{ImportId, OfficerId};
use crate::domain::registry::ImportState;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "imports")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: ImportId,
    pub officer_id: OfficerId,
    pub by_name: String,
    pub filename: String,
    pub content_type: Option<String>,
    pub content: Option<Vec<u8>>,
    pub state: ImportState,
    pub tries: i32,
    pub rows: Option<i64>,
    pub outcome: Option<String>,
    pub created_at: DateTime<Utc>,
    pub touched_at: DateTime<Utc>,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
