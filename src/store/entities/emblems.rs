//! Emblems of offices, each for ever: a letter is printed again with the one it was issued under.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

use crate::domain::ids::{EmblemId, OfficeId, OfficerId};

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "emblems")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: EmblemId,
    pub office_id: OfficeId,
    pub picture: Option<Vec<u8>>,
    pub jpeg: bool,
    pub officer_id: OfficerId,
    pub by_name: String,
    pub created_at: DateTime<Utc>,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
