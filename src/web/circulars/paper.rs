//! How a draft is printed, chosen beside its pages.

use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

use crate::actions;
use crate::app::App;
use crate::domain::paper::{Corner, PaperDigits, PaperStyle};
use crate::paths;
use crate::paths::deeds;
use crate::web::guards::May;
use crate::web::{Done, Form, PageError};

/// What was chosen.
#[derive(Debug, Default, Deserialize)]
pub struct Chosen {
    #[serde(default)]
    digits: PaperDigits,
    #[serde(default)]
    corner: Corner,
}

/// Keeps it and shows the pages again.
pub async fn choose(
    paths::Paper { id }: paths::Paper,
    officer: May<deeds::Draft>,
    State(app): State<App>,
    Form(Chosen { digits, corner }): Form<Chosen>,
) -> Result<Response, PageError> {
    actions::set_paper(&app, &officer.actor, id, PaperStyle { digits, corner }).await?;
    Ok(Done::to(paths::Check { id }).into_response())
}
