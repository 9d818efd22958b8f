//! `wian number set`.

use super::commands::OpeningNumber;
use crate::actions;
use crate::app::{App, Result};
use crate::domain::refusal::Refusal;
use crate::store::offices;

/// Sets the opening number of a register: the next one given is one more.
///
/// # Errors
/// When the office is not known, or a number beyond it was given already.
pub(super) async fn set(app: &App, opening: &OpeningNumber) -> Result<()> {
    let office = offices::find_by_code(&app.db, &opening.office).await?;
    let office = office.ok_or(Refusal::Malformed { field: "office" })?;
    actions::open_register(app, office.id, opening.register, opening.year, opening.last).await
}
