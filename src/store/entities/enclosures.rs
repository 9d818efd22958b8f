//! Enclosures of circulars.

use sea_orm::entity::prelude::*;

use crate::domain::enclosure::Role;
use crate::domain::ids::{CircularId, EnclosureId};

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "enclosures")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: EnclosureId,
    pub circular_id: CircularId,
    pub role: Role,
    pub title: String,
    pub link: String,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
