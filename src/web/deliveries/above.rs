//! What an office does about a letter below it: ดึงกลับ, เตือน, บันทึกแทน, and judging a claim.

use axum::extract::State;
use axum::response::Response;

use super::show::answer;
use super::typed::Typed;
use crate::actions;
use crate::app::{App, Error};
use crate::paths;
use crate::paths::deeds::{Confirm, Recall, RecordOnBehalf, Remind};
use crate::text::fill;
use crate::web::{Form, May, PageError};

/// ดึงกลับ.
pub async fn recall(
    path: paths::Recall,
    officer: May<Recall>,
    State(app): State<App>,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let recalled = actions::recall(&app, &officer.actor, path.id, &typed.reason).await;
    let said = recalled.map(|_| officer.visitor.lang.text().delivery.recalled.clone());
    answer(&app, &officer, path.id, "recall", typed, said).await
}

/// เตือนเรื่องที่ค้าง.
pub async fn remind(
    path: paths::Reminder,
    officer: May<Remind>,
    State(app): State<App>,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let reminded = actions::remind(&app, &officer.actor, path.id, &typed.message).await;
    let words = &officer.visitor.lang.text().states.reminded;
    let said = reminded.map(|delivery| fill(words, &[("n", delivery.reminders)]));
    answer(&app, &officer, path.id, "remind", typed, said).await
}

/// บันทึกแทน.
pub async fn record(
    path: paths::Record,
    officer: May<RecordOnBehalf>,
    State(app): State<App>,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let recorded = match typed.record() {
        Ok(record) => actions::record(&app, &officer.actor, path.id, &record).await,
        Err(refusal) => Err(Error::from(refusal)),
    };
    let said = recorded.map(|_| officer.visitor.lang.text().delivery.recorded.clone());
    answer(&app, &officer, path.id, "record", typed, said).await
}

/// Confirms a claim as the school's, or sets it aside.
pub async fn confirm(
    path: paths::Confirmation,
    officer: May<Confirm>,
    State(app): State<App>,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let words = &officer.visitor.lang.text().delivery;
    let said = if typed.decision == "reject" {
        let rejected = actions::reject_claim(&app, &officer.actor, path.id, &typed.reason).await;
        rejected.map(|_| words.claim_rejected.clone())
    } else {
        let confirmed = actions::confirm(&app, &officer.actor, path.id).await;
        confirmed.map(|_| words.claim_confirmed.clone())
    };
    answer(&app, &officer, path.id, "confirm", typed, said).await
}
