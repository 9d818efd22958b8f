//! Offices that circulars are addressed to one by one.

use sea_orm::entity::prelude::*;

use crate::domain::ids::{CircularId, OfficeId};

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audience_offices")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub circular_id: CircularId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub office_id: OfficeId,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
