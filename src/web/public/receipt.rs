//! A school's own receipt, behind its secret link.

use axum::extract::State;
use axum::response::{IntoResponse as _, Response};

use super::{found, school};
use crate::actions;
use crate::app::App;
use crate::paths;
use crate::web::printed::printed;
use crate::web::{Anyone, PageError};

/// The PDF.
pub async fn pdf(
    path: paths::SchoolReceipt,
    visitor: Anyone,
    State(app): State<App>,
) -> Result<Response, PageError> {
    if let Some(redirect) = found::canonical(&visitor, &path.code) {
        return Ok(school::secret(redirect.into_response()));
    }
    let (delivery, ..) = found::school(&app, &visitor, &path.code).await?;
    let pdf = actions::print_receipt(&app, &delivery).await?;
    Ok(school::secret(printed(pdf, &format!("receipt-{}.pdf", delivery.id))))
}
