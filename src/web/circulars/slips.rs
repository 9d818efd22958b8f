//! Slips of schools as one PDF.

use axum::extract::{Query, State};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use serde::Deserialize;

use crate::actions;
use crate::app::App;
use crate::letters::paper::slips::APage;
use crate::paths;
use crate::paths::deeds::PrintStack;
use crate::web::PageError;
use crate::web::guards::May;
use crate::web::printed::printed;

/// Which, and how.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    /// Two digits.
    province: Option<String>,
    /// Slips a page: 4, or one.
    a_page: Option<u8>,
}

/// The stack.
pub async fn pdf(
    paths::SlipsPdf { id }: paths::SlipsPdf,
    officer: May<PrintStack>,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let a_page = if asked.a_page == Some(4) { APage::Four } else { APage::One };
    let pdf = actions::print_slips(&app, &officer.actor, id, asked.province.as_deref(), a_page).await?;
    let mut response = printed(pdf, &format!("slips-{id}.pdf"));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(response)
}
