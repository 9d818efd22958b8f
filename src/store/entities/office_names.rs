//! Codes and names that offices had before.

use chrono::NaiveDate;
use sea_orm::entity::prelude::*;

use crate::domain::ids::OfficeId;
use crate::domain::office::LocalKind;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "office_names")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub office_id: OfficeId,
    pub code: String,
    pub kind: Option<LocalKind>,
    pub name_th: String,
    pub valid_from: Option<NaiveDate>,
    pub valid_to: NaiveDate,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
