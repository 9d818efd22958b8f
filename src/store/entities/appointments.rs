//! Posts: an officer's role in an office.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

use crate::domain::actor::Role;
use crate::domain::ids::{AppointmentId, OfficeId, OfficerId};

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "appointments")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: AppointmentId,
    pub officer_id: OfficerId,
    pub office_id: OfficeId,
    pub role: Role,
    pub guide_dismissed_at: Option<DateTime<Utc>>,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
