//! Deliveries: one circular at one office.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

use crate::domain::delivery::State;
use crate::domain::evidence::Evidence;
use crate::domain::ids::{CircularId, DeliveryId, OfficeId};
use crate::domain::office::Tier;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "deliveries")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: DeliveryId,
    pub circular_id: CircularId,
    pub office_id: OfficeId,
    pub parent_id: Option<DeliveryId>,
    pub tier: Tier,
    pub province_code: Option<String>,
    pub state: State,
    pub sent_at: Option<DateTime<Utc>>,
    pub due_at: Option<DateTime<Utc>>,
    pub opened_at: Option<DateTime<Utc>>,
    pub received_at: Option<DateTime<Utc>>,
    pub received_by: Option<String>,
    pub register_number: Option<String>,
    pub register_year: Option<i32>,
    pub received_evidence: Option<Evidence>,
    pub forwarded_at: Option<DateTime<Utc>>,
    pub forwarded_by: Option<String>,
    pub children: i32,
    pub children_sent: i32,
    pub acknowledged_at: Option<DateTime<Utc>>,
    pub acknowledged_by: Option<String>,
    pub acknowledged_position: Option<String>,
    pub acknowledged_evidence: Option<Evidence>,
    pub confirmed_at: Option<DateTime<Utc>>,
    pub confirmed_by: Option<String>,
    pub ended_at: Option<DateTime<Utc>>,
    pub reason: Option<String>,
    pub reminders: i32,
    pub reminded_at: Option<DateTime<Utc>>,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
