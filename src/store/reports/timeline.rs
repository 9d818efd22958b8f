//! The timeline of one delivery: its own events, those of the offices above it, and those of its circular.

use super::super::entities::offices;
use super::super::{Reads, StoreError, deliveries, events};
use crate::domain::actor::Scope;
use crate::domain::delivery::Delivery;
use crate::domain::event::What;
use crate::domain::ids::{DeliveryId, OfficeId};
use crate::domain::office::Tier;

use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};

/// A line of the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The event.
    pub recorded: events::Recorded,
    /// The tier of the office it happened at; the department for the circular's own events.
    pub tier: Tier,
    /// The short name of that office; empty for the circular's own events.
    pub office: String,
}

/// What led to a delivery and what happened to it, oldest first: the circular's issue, the way down to it, its own facts.
/// Nothing when the scope cannot see it.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn timeline(
    on: &impl Reads,
    scope: &Scope,
    id: DeliveryId,
) -> Result<Option<Vec<Entry>>, StoreError> {
    let Some(delivery) = deliveries::find(on, scope, id).await? else { return Ok(None) };
    let mut route = vec![delivery.clone()];
    while let Some(parent) = route.last().and_then(|last| last.parent) {
        let Some(parent) = deliveries::get(on, parent).await? else { break };
        route.push(parent);
    }
    let names = names(on, &route).await?;
    let ids: Vec<DeliveryId> = route.iter().map(|on_route| on_route.id).collect();
    let mut found = events::of_deliveries(on, &ids).await?;
    found.extend(events::of_circular_itself(on, delivery.circular).await?);
    found.sort_by_key(|recorded| recorded.position);
    // What the offices above sent elsewhere is no part of this delivery's way.
    found.retain(|recorded| leads_here(recorded, &ids));
    let entry = |recorded: events::Recorded| {
        let at = route.iter().find(|on_route| Some(on_route.id) == recorded.event.delivery);
        Entry {
            tier: at.map_or(Tier::Department, |at| at.tier),
            office: at
                .and_then(|at| names.iter().find(|(id, _)| *id == at.office))
                .map_or_else(String::new, |(_, name)| name.clone()),
            recorded,
        }
    };
    Ok(Some(found.into_iter().map(entry).collect()))
}

fn leads_here(recorded: &events::Recorded, route: &[DeliveryId]) -> bool {
    match &recorded.event.what {
        What::Forwarded { to } if recorded.event.delivery != route.first().copied() => {
            to.iter().any(|sent| route.contains(sent))
        }
        // How the letter was printed is in the log, and no step of its way.
        What::SymbolProven { .. } => false,
        _ => true,
    }
}

async fn names(on: &impl Reads, route: &[Delivery]) -> Result<Vec<(OfficeId, String)>, StoreError> {
    let ids: Vec<OfficeId> = route.iter().map(|delivery| delivery.office).collect();
    let found = offices::Entity::find().filter(offices::Column::Id.is_in(ids)).all(on.connection()).await?;
    Ok(found.into_iter().map(|office| (office.id, office.short_name_th)).collect())
}
