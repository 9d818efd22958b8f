//! The button of the check page: number, date, and everybody on the route.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

use super::check::{self, Typing};
use super::compose::sentence;
use crate::actions::{self, Issuance};
use crate::app::App;
use crate::domain::letter::typed_day;
use crate::paths;
use crate::paths::deeds;
use crate::text::fill;
use crate::web::guards::May;
use crate::web::{Done, Form, Page, PageError};

/// What the form sends.
#[derive(Debug, Deserialize)]
pub struct Typed {
    #[serde(default)]
    dated: String,
    #[serde(default)]
    accept_warnings: bool,
}

/// Issues the circular and leads to its page; what stands in the way is said on the check page.
pub async fn create(
    paths::Issuance { id }: paths::Issuance,
    officer: May<deeds::Issue>,
    State(app): State<App>,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let t = officer.visitor.lang.text();
    let given = typed.dated.trim();
    let dated = typed_day(given);
    let refused = if dated.is_none() && !given.is_empty() {
        t.compose.bad_day.clone()
    } else {
        let how = Issuance { dated, accept_warnings: typed.accept_warnings };
        match actions::issue(&app, &officer.actor, id, how).await {
            Ok(done) => {
                let said = fill(&t.check.issued, &[("reference", &done.issued.reference)]);
                return Ok(Done::to(paths::Circular { id }).saying(said).into_response());
            }
            Err(error) => sentence(officer.visitor.lang, error)?,
        }
    };
    let typing = Typing { dated: Some(typed.dated), error: refused };
    let page = check::page(&app, &officer, id, "", typing).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(page)).into_response())
}
