//! Signing in.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

use super::errors::PageError;
use super::form::Form;
use super::frame::Frame;
use super::guards::Anyone;
use super::limits::Limit;
use super::page::{Done, Page};
use crate::actions;
use crate::app::App;
use crate::paths;
use crate::text;

#[derive(Debug, Template)]
#[template(path = "sign_in/show.html")]
struct SignInPage {
    page: Frame,
    email: String,
    back: String,
    error: String,
}

/// Where to go afterwards.
#[derive(Debug, Deserialize)]
pub struct Asked {
    #[serde(default)]
    back: String,
}

/// The form; whoever is signed in is led on.
pub async fn show(_: paths::SignIn, visitor: Anyone, Query(asked): Query<Asked>) -> Response {
    if visitor.session.is_some() {
        return Done::back(&asked.back).into_response();
    }
    let page = visitor.frame();
    Page(SignInPage { page, email: String::new(), back: asked.back, error: String::new() }).into_response()
}

/// What was typed.
#[derive(Debug, Deserialize)]
pub struct Credentials {
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    back: String,
}

/// Opens a session, or shows the form again with what is wrong.
pub async fn create(
    _: paths::SignIn,
    visitor: Anyone,
    State(app): State<App>,
    Form(typed): Form<Credentials>,
) -> Result<Response, PageError> {
    visitor.spend(Limit::SignIn)?;
    let error = match actions::sign_in(&app, &typed.email, &typed.password).await {
        Ok(token) => {
            let done = Done::back(&typed.back).keeping(paths::SESSION_COOKIE, Some(token));
            return Ok(done.keeping(super::cookies::FORM, None).into_response());
        }
        Err(error) => PageError::from(error).into_refusal()?,
    };
    let page = visitor.frame();
    let status = StatusCode::from_u16(error.kind().status()).unwrap_or(StatusCode::FORBIDDEN);
    let wait = error.retry_after().map(|seconds| [(axum::http::header::RETRY_AFTER, seconds.to_string())]);
    let sentence = text::refusal(page.lang, &error);
    Ok((status, wait, Page(SignInPage { page, email: typed.email, back: typed.back, error: sentence }))
        .into_response())
}
