//! Reminding those at whom the ticked letters rest.

use axum::extract::State;
use serde::Deserialize;

use super::board::issued_circular;
use crate::actions;
use crate::app::App;
use crate::domain::ids::DeliveryId;
use crate::domain::refusal::Refusal;
use crate::paths;
use crate::paths::deeds::Remind;
use crate::store;
use crate::text::fill;
use crate::web::guards::{May, Signed};
use crate::web::{Done, Form, PageError};

/// What was ticked, and where the list stands.
#[derive(Debug, Deserialize)]
pub struct Ticked {
    #[serde(default)]
    delivery: Vec<DeliveryId>,
    #[serde(default)]
    back: String,
}

/// Reminds each office once, however many of the ticked letters rest with it.
pub async fn create(
    paths::CircularDeliveries { id }: paths::CircularDeliveries,
    officer: May<Remind>,
    State(app): State<App>,
    Form(ticked): Form<Ticked>,
) -> Result<Done, PageError> {
    issued_circular(&app, &officer, id).await?;
    let words = &officer.visitor.lang.text().deliveries_list;
    if ticked.delivery.is_empty() {
        return Ok(Done::back(&ticked.back).saying(&words.nothing_ticked));
    }
    let mut resting = Vec::new();
    for delivery in ticked.delivery {
        resting.push(rests_with(&app, &officer, delivery).await?);
    }
    resting.sort_unstable();
    resting.dedup();
    let reminded = actions::remind_all(&app, &officer.actor, &resting).await?;
    Ok(Done::back(&ticked.back).saying(fill(&words.reminded, &[("n", reminded)])))
}

/// The delivery that was sent last on the way to this one.
async fn rests_with(app: &App, officer: &Signed, id: DeliveryId) -> Result<DeliveryId, PageError> {
    let scope = officer.actor.scope();
    let mut delivery = store::deliveries::find(&app.db, &scope, id).await?.ok_or(Refusal::NotFound)?;
    while delivery.sent_at.is_none() {
        let Some(parent) = delivery.parent else { break };
        delivery = store::deliveries::get(&app.db, parent).await?.ok_or(Refusal::NotFound)?;
    }
    Ok(delivery.id)
}
