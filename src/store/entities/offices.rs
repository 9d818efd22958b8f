//! Offices of every tier.

use chrono::NaiveDate;
use sea_orm::entity::prelude::*;

use crate::domain::ids::OfficeId;
use crate::domain::office::{LocalKind, Tier};

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "offices")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: OfficeId,
    pub tier: Tier,
    pub code: String,
    pub stable_key: String,
    pub parent_id: Option<OfficeId>,
    pub kind: Option<LocalKind>,
    pub name_th: String,
    pub short_name_th: String,
    pub name_en: Option<String>,
    pub district_th: Option<String>,
    pub province_code: Option<String>,
    pub email: Option<String>,
    pub search_key: String,
    pub sort_key: String,
    pub valid_from: Option<NaiveDate>,
    pub valid_to: Option<NaiveDate>,
    pub successor_id: Option<OfficeId>,
    pub postal_code: Option<String>,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
