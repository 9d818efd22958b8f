//! What a person decides about a row of the roster: which school it means, that it is new, or that it goes.

use axum::extract::State;
use serde::Deserialize;

use super::draft::own_draft;
use crate::actions;
use crate::app::App;
use crate::domain::ids::OfficeId;
use crate::domain::refusal::Refusal;
use crate::domain::roster::RowState;
use crate::paths;
use crate::paths::deeds;
use crate::store::offices;
use crate::web::guards::May;
use crate::web::{Done, Form, PageError};

/// The decision.
#[derive(Debug, Deserialize)]
pub struct Decision {
    then: String,
    #[serde(default)]
    school: String,
    #[serde(default)]
    local: String,
    #[serde(default)]
    local_code: String,
    #[serde(default)]
    back: String,
}

/// Keeps it.
pub async fn decide(
    paths::RosterRow { id, row }: paths::RosterRow,
    officer: May<deeds::Draft>,
    State(app): State<App>,
    Form(decision): Form<Decision>,
) -> Result<Done, PageError> {
    own_draft(&app, &officer, id).await?;
    let actor = &officer.actor;
    match decision.then.as_str() {
        "choose" => {
            let school: i64 = decision.school.parse().map_err(|_| Refusal::Missing { field: "school" })?;
            actions::choose_school(&app, actor, id, row, OfficeId(school)).await?;
        }
        "choose_local" => {
            let local = local(&app, &decision).await?.ok_or(Refusal::Missing { field: "local" })?;
            actions::choose_local(&app, actor, id, row, local).await?;
        }
        "add" => {
            let local = local(&app, &decision).await?;
            actions::add_school(&app, actor, id, row, local).await?;
        }
        "drop" => actions::drop_row(&app, actor, id, row).await?,
        _ => return Err(Refusal::FormUnreadable.into()),
    }
    let to = match decision.back.parse::<RowState>() {
        Ok(state) => format!("{}?show={state}", paths::Roster { id }),
        Err(_) => paths::Roster { id }.to_string(),
    };
    Ok(Done::to(to).saying(&officer.visitor.lang.text().roster.decided))
}

/// The local administration that was chosen, or whose code was typed.
async fn local(app: &App, decision: &Decision) -> Result<Option<OfficeId>, PageError> {
    let code = crate::domain::thai::fold_digits(decision.local_code.trim());
    if !code.is_empty() {
        let found = offices::find_by_code(&app.db, &code).await?;
        return Ok(Some(found.ok_or(Refusal::UnknownOffice { code })?.id));
    }
    Ok(decision.local.parse().ok().map(OfficeId))
}
