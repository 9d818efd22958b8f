//! The roster of a letter to download: CSV and workbook, the same rows as the table.

use axum::extract::State;
use axum::response::Response;

use super::{found, roster, stream};
use crate::actions::roster_sheet;
use crate::app::App;
use crate::domain::code::Code;
use crate::letters::roster_sheet::{RosterSheet, roster_csv, roster_xlsx};
use crate::letters::table_sheet::NotWritten;
use crate::paths;
use crate::web::{Anyone, PageError};

/// As CSV.
pub async fn csv(
    path: paths::LetterRosterCsv,
    visitor: Anyone,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let bytes = made(&app, &visitor, &path.code, roster_csv).await?;
    Ok(stream::made(bytes, "text/csv; charset=utf-8", &name(&visitor, "csv")))
}

/// As a workbook.
pub async fn xlsx(
    path: paths::LetterRosterXlsx,
    visitor: Anyone,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let bytes = made(&app, &visitor, &path.code, roster_xlsx).await?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(stream::made(bytes, kind, &name(&visitor, "xlsx")))
}

fn name(visitor: &Anyone, ending: &str) -> String {
    format!("{}.{ending}", visitor.lang.text().letter_page.roster)
}

async fn made(
    app: &App,
    visitor: &Anyone,
    code: &Code,
    write: fn(&RosterSheet) -> Result<Vec<u8>, NotWritten>,
) -> Result<Vec<u8>, PageError> {
    let (circular, issued) = found::letter(app, visitor, code).await?;
    let sheet = roster_sheet(&issued.reference, roster::schools(app, &circular).await?);
    let written = tokio::task::spawn_blocking(move || write(&sheet)).await?;
    written.map_err(|error| PageError::broken(&error.to_string()))
}
