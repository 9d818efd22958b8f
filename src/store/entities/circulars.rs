//! Circulars.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::*;

use crate::domain::circular::CircularState;
use crate::domain::ids::{CircularId, EmblemId, OfficeId, OfficerId};
use crate::domain::letter::Urgency;
use crate::domain::paper::{Corner, PaperDigits};

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "circulars")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: CircularId,
    pub office_id: OfficeId,
    pub state: CircularState,
    pub title: String,
    pub urgency: Urgency,
    pub source: String,
    pub letter: String,
    pub audience: String,
    pub roster: Option<String>,
    pub reference: Option<String>,
    pub number: Option<i64>,
    pub number_year: Option<i32>,
    pub dated: Option<NaiveDate>,
    pub issued_at: Option<DateTime<Utc>>,
    pub issued_by: Option<OfficerId>,
    pub issued_by_name: Option<String>,
    pub link: Option<String>,
    pub letter_hash: Option<String>,
    pub ended_at: Option<DateTime<Utc>>,
    pub end_reason: Option<String>,
    pub supersedes_id: Option<CircularId>,
    pub correction_reason: Option<String>,
    pub superseded_by_id: Option<CircularId>,
    pub created_by: OfficerId,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
    pub search_key: String,
    pub paper_digits: PaperDigits,
    pub paper_corner: Corner,
    pub emblem_id: Option<EmblemId>,
    pub own_paper: Option<String>,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
