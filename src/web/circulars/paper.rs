//! How a draft is printed, chosen beside its pages.

use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

use crate::actions;
use crate::app::App;
use crate::domain::paper::{Corner, OwnPaper, PaperDigits, PaperStyle, StampedPage};
use crate::domain::refusal::Refusal;
use crate::domain::thai::fold_digits;
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
    /// `own` for the office's own PDF.
    #[serde(default)]
    source: String,
    #[serde(default)]
    page: StampedPage,
    #[serde(default)]
    across: String,
    #[serde(default)]
    up: String,
    #[serde(default)]
    number: bool,
    #[serde(default)]
    number_across: String,
    #[serde(default)]
    number_down: String,
}

impl Chosen {
    fn own(&self) -> Result<Option<OwnPaper>, Refusal> {
        if self.source != "own" {
            return Ok(None);
        }
        let symbol_mm = (millimetres("across", &self.across)?, millimetres("up", &self.up)?);
        let number_mm = if self.number {
            let across = millimetres("number_across", &self.number_across)?;
            Some((across, millimetres("number_down", &self.number_down)?))
        } else {
            None
        };
        Ok(Some(OwnPaper { page: self.page, symbol_mm, number_mm }))
    }
}

/// A place on a sheet of A4, in digits of either sort.
fn millimetres(field: &'static str, typed: &str) -> Result<u16, Refusal> {
    let number = fold_digits(typed.trim()).parse();
    number.ok().filter(|mm| *mm <= 290).ok_or(Refusal::Malformed { field })
}

/// Keeps it and shows the pages again.
pub async fn choose(
    paths::Paper { id }: paths::Paper,
    officer: May<deeds::Draft>,
    State(app): State<App>,
    Form(chosen): Form<Chosen>,
) -> Result<Response, PageError> {
    let style = PaperStyle { digits: chosen.digits, corner: chosen.corner };
    actions::set_paper(&app, &officer.actor, id, style, chosen.own()?).await?;
    Ok(Done::to(paths::Check { id }).into_response())
}
