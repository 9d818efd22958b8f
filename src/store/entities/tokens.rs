//! API tokens.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

use crate::domain::ids::{AppointmentId, TokenId};

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tokens")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: TokenId,
    pub appointment_id: AppointmentId,
    pub name: String,
    pub token_hash: String,
    pub created_at: DateTime<Utc>,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
