//! Rows of circulars' rosters.

use sea_orm::entity::prelude::*;

use crate::domain::ids::{CircularId, OfficeId, RosterRowId};
use crate::domain::roster::RowState;

#[derive(Debug, Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "roster_rows")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: RosterRowId,
    pub circular_id: CircularId,
    pub line: i32,
    pub row: String,
    pub state: RowState,
    pub outcome: String,
    pub office_id: Option<OfficeId>,
    pub snapshot: Option<String>,
}

#[derive(Debug, Clone, Copy, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
