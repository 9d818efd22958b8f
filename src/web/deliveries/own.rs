//! What an office does with a letter of its own: ลงรับ, ส่งต่อ, รับทราบ, ส่งคืน.

use axum::extract::State;
use axum::response::Response;

use super::show::answer;
use super::typed::Typed;
use super::undo::Said;
use crate::actions;
use crate::app::{App, Error};
use crate::domain::delivery::Acknowledgement;
use crate::paths;
use crate::paths::deeds::{Acknowledge, Forward, Receive, Return};
use crate::text::fill;
use crate::web::{Form, May, PageError};

/// ลงรับ.
pub async fn receive(
    path: paths::Receipt,
    officer: May<Receive>,
    State(app): State<App>,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let words = &officer.visitor.lang.text().delivery;
    let received = actions::receive(&app, &officer.actor, path.id, &typed.receive_number()).await;
    let said = received.map(|delivery| {
        let number = delivery.received.and_then(|received| received.number);
        number.map_or_else(
            || words.received_without.clone(),
            |number| fill(&words.received, &[("number", number.text)]),
        )
    });
    answer(&app, &officer, path.id, "receive", typed, said).await
}

/// ส่งต่อ.
pub async fn forward(
    path: paths::Forwarding,
    officer: May<Forward>,
    State(app): State<App>,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let words = &officer.visitor.lang.text().delivery.forwarded;
    let forwarded = actions::forward(&app, &officer.actor, path.id, &typed.below()).await;
    let said = forwarded.map(|done| Said::undoing(fill(words, &[("n", done.places)]), done.at));
    answer(&app, &officer, path.id, "forward", typed, said).await
}

/// รับทราบ.
pub async fn acknowledge(
    path: paths::Acknowledgement,
    officer: May<Acknowledge>,
    State(app): State<App>,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let said = match Acknowledgement::parse(&typed.name, &typed.position, &typed.note) {
        Ok(by) => actions::acknowledge(&app, &officer.actor, path.id, by).await,
        Err(refusal) => Err(Error::from(refusal)),
    };
    let said = said.map(|_| officer.visitor.lang.text().delivery.acknowledged.clone());
    answer(&app, &officer, path.id, "acknowledge", typed, said).await
}

/// ส่งคืน.
pub async fn give_back(
    path: paths::Return,
    officer: May<Return>,
    State(app): State<App>,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let returned = actions::give_back(&app, &officer.actor, path.id, &typed.reason).await;
    let said = returned.map(|_| officer.visitor.lang.text().delivery.returned.clone());
    answer(&app, &officer, path.id, "return", typed, said).await
}
