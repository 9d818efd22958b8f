//! ใบรับ: what is recorded of a letter at an office, as a PDF that anyone can check.

use axum::extract::State;
use axum::response::Response;

use crate::actions;
use crate::app::App;
use crate::domain::refusal::Refusal;
use crate::paths;
use crate::paths::deeds::Read;
use crate::store::deliveries;
use crate::web::printed::printed;
use crate::web::{May, PageError};

/// The PDF, for whoever may read the letter there.
pub async fn pdf(
    path: paths::ReceiptPdf,
    officer: May<Read>,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let found = deliveries::find(&app.db, &officer.actor.scope(), path.id).await?;
    let pdf = actions::print_receipt(&app, &found.ok_or(Refusal::NotFound)?).await?;
    Ok(printed(pdf, &format!("receipt-{}.pdf", path.id)))
}
