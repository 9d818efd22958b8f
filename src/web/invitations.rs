//! Where an invited officer sets a password.

use askama::Template;
use axum::extract::State;
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
use crate::domain::refusal::Refusal;
use crate::paths;
use crate::store::officers::{self, Account};
use crate::text;

#[derive(Debug, Template)]
#[template(path = "invitations/show.html")]
struct InvitationPage {
    page: Frame,
    email: String,
    action: String,
    error: String,
}

/// The form, while the invitation is good.
pub async fn show(
    path: paths::Invitation,
    visitor: Anyone,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let account = invited(&app, &visitor, &path).await?;
    let page = visitor.frame();
    let page = InvitationPage { page, email: account.email, action: path.to_string(), error: String::new() };
    Ok(Page(page).into_response())
}

/// The password to be.
#[derive(Debug, Deserialize)]
pub struct Chosen {
    #[serde(default)]
    password: String,
}

/// Sets the password.
pub async fn accept(
    path: paths::Invitation,
    visitor: Anyone,
    State(app): State<App>,
    Form(chosen): Form<Chosen>,
) -> Result<Response, PageError> {
    let account = invited(&app, &visitor, &path).await?;
    match actions::accept_invitation(&app, &path.token, &chosen.password).await {
        Ok(()) => {
            let words = &visitor.lang.text().invitation.accepted;
            Ok(Done::to(paths::SignIn).saying(words).into_response())
        }
        Err(error) => {
            let refusal = PageError::from(error).into_refusal()?;
            if refusal.field() != Some("password") {
                return Err(refusal.into());
            }
            let page = visitor.frame();
            let error = text::refusal(page.lang, &refusal);
            let page = InvitationPage { page, email: account.email, action: path.to_string(), error };
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response())
        }
    }
}

async fn invited(app: &App, visitor: &Anyone, path: &paths::Invitation) -> Result<Account, PageError> {
    visitor.check(Limit::WrongCodes)?;
    let account = officers::of_invitation(&app.db, &path.token).await?;
    if let Some(account) = account.filter(|account| account.is_invited(app.clock.now())) {
        return Ok(account);
    }
    visitor.spend(Limit::WrongCodes)?;
    Err(Refusal::InvitationGone.into())
}
