//! The audit trail.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

use crate::domain::evidence::Evidence;
use crate::domain::ids::{CircularId, DeliveryId, EventId, OfficerId};

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "events")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: EventId,
    pub circular_id: CircularId,
    pub position: i64,
    pub delivery_id: Option<DeliveryId>,
    pub what: String,
    pub at: DateTime<Utc>,
    pub officer_id: Option<OfficerId>,
    pub who: String,
    pub evidence: Evidence,
    pub data: String,
    pub previous_hash: String,
    pub hash: String,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
