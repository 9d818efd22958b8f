//! The way of one delivery: the offices it passes from the province down to its own.

use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};

use super::super::entities::offices;
use super::super::{Reads, StoreError, deliveries};
use crate::domain::delivery::Delivery;
use crate::domain::ids::{DeliveryId, OfficeId};
use crate::domain::office::Tier;

/// An office on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// Its delivery.
    pub delivery: DeliveryId,
    /// The office.
    pub office: OfficeId,
    /// Its tier.
    pub tier: Tier,
    /// Its full name.
    pub name: String,
    /// Its short name.
    pub short_name: String,
    /// Its district.
    pub district: Option<String>,
    /// The two-digit code of its province.
    pub province_code: Option<String>,
    /// Its mailbox.
    pub email: Option<String>,
}

/// The offices of a delivery's way, from the top, its own last.
///
/// # Errors
/// When the database fails.
pub async fn route(on: &impl Reads, delivery: &Delivery) -> Result<Vec<Stop>, StoreError> {
    let mut way = vec![delivery.clone()];
    while let Some(parent) = way.last().and_then(|last| last.parent) {
        let Some(parent) = deliveries::get(on, parent).await? else { break };
        way.push(parent);
    }
    let ids: Vec<OfficeId> = way.iter().map(|stop| stop.office).collect();
    let found = offices::Entity::find().filter(offices::Column::Id.is_in(ids)).all(on.connection()).await?;
    let stop = |delivery: &Delivery| {
        let office = found.iter().find(|office| office.id == delivery.office)?.clone();
        Some(Stop {
            delivery: delivery.id,
            office: office.id,
            tier: delivery.tier,
            name: office.name_th,
            short_name: office.short_name_th,
            district: office.district_th,
            province_code: office.province_code,
            email: office.email,
        })
    };
    Ok(way.iter().rev().filter_map(stop).collect())
}
