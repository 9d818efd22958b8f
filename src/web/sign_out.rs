//! Signing out.

use axum::extract::State;
use axum::http::{HeaderName, HeaderValue};
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

use super::errors::PageError;
use super::form::Form;
use super::guards::Signed;
use super::page::Done;
use crate::actions;
use crate::app::App;
use crate::paths;

/// Nothing but the token.
#[derive(Debug, Deserialize)]
pub struct Nothing {}

/// Ends the session and leaves nothing of its pages in the browser.
pub async fn create(
    _: paths::SignOut,
    officer: Signed,
    State(app): State<App>,
    _: Form<Nothing>,
) -> Result<Response, PageError> {
    if let Some(token) = &officer.visitor.token {
        actions::sign_out(&app, token).await?;
    }
    let words = &officer.visitor.lang.text().sign_in.signed_out;
    let done = Done::to(paths::SignIn).keeping(paths::SESSION_COOKIE, None).saying(words);
    let mut response = done.into_response();
    let cache = HeaderValue::from_static("\"cache\"");
    response.headers_mut().insert(HeaderName::from_static("clear-site-data"), cache);
    Ok(response)
}
