//! Several letters at once: received under consecutive numbers, forwarded to all below.

use axum::extract::State;
use serde::Deserialize;

use crate::actions;
use crate::app::App;
use crate::domain::delivery::Delivery;
use crate::domain::ids::DeliveryId;
use crate::domain::refusal::Refusal;
use crate::paths;
use crate::paths::deeds::{Forward, Receive};
use crate::store::deliveries;
use crate::text::amounts::count;
use crate::text::fill;
use crate::web::{Done, Form, May, PageError, Signed};

/// The letters ticked, and the list they were ticked in.
#[derive(Debug, Deserialize)]
pub struct Chosen {
    #[serde(default)]
    delivery: Vec<DeliveryId>,
    #[serde(default)]
    back: String,
}

/// Receives those ticked that wait for it.
pub async fn receive(
    _: paths::Receipts,
    officer: May<Receive>,
    State(app): State<App>,
    Form(chosen): Form<Chosen>,
) -> Result<Done, PageError> {
    let ids = fitting(&app, &officer, &chosen, Delivery::may_receive).await?;
    let received = actions::receive_all(&app, &officer.actor, &ids).await?;
    let words = &officer.visitor.lang.text().inbox;
    let said = match numbers(&received) {
        Some((first, last)) if first == last => {
            fill(&words.received_one, &[("n", count(1)), ("number", first)])
        }
        Some((first, last)) => {
            fill(&words.received, &[("n", many(&received)), ("first", first), ("last", last)])
        }
        None => fill(&words.received_without, &[("n", many(&received))]),
    };
    Ok(Done::back(&chosen.back).saying(said))
}

/// Forwards those ticked that were received to everybody below.
pub async fn forward(
    _: paths::Forwardings,
    officer: May<Forward>,
    State(app): State<App>,
    Form(chosen): Form<Chosen>,
) -> Result<Done, PageError> {
    let ids = fitting(&app, &officer, &chosen, Delivery::may_forward).await?;
    let forwarded = actions::forward_all(&app, &officer.actor, &ids).await?;
    let places: usize = forwarded.iter().map(|forwarded| forwarded.places).sum();
    let words = &officer.visitor.lang.text().inbox.forwarded_done;
    let said = fill(words, &[("n", forwarded.len()), ("places", places)]);
    let done = Done::back(&chosen.back).saying(said);
    Ok(match forwarded.first() {
        Some(first) => done.undoing(first.at),
        None => done,
    })
}

/// Those of the letters ticked that wait for the deed; when none does, why the first does not.
async fn fitting(
    app: &App,
    officer: &Signed,
    chosen: &Chosen,
    fits: impl Fn(&Delivery) -> Result<(), Refusal>,
) -> Result<Vec<DeliveryId>, PageError> {
    let mut ids = Vec::with_capacity(chosen.delivery.len());
    let mut refusal = None;
    for id in &chosen.delivery {
        let found = deliveries::find(&app.db, &officer.actor.scope(), *id).await?;
        match fits(&found.ok_or(Refusal::NotFound)?) {
            Ok(()) => ids.push(*id),
            Err(why) => refusal = refusal.or(Some(why)),
        }
    }
    match refusal {
        _ if !ids.is_empty() => Ok(ids),
        Some(why) => Err(why.into()),
        None => Err(Refusal::Missing { field: "letter" }.into()),
    }
}

fn numbers(received: &[Delivery]) -> Option<(String, String)> {
    let number = |delivery: &Delivery| delivery.received.as_ref()?.number.clone().map(|number| number.text);
    Some((number(received.first()?)?, number(received.last()?)?))
}

fn many(received: &[Delivery]) -> String {
    count(i64::try_from(received.len()).unwrap_or(i64::MAX))
}
