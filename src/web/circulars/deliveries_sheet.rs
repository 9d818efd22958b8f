//! The who-has-not list as a file, in the columns that officers expect.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};

use super::delivery_row::row;
use crate::app::App;
use crate::domain::refusal::Refusal;
use crate::letters::table_sheet::{Cell, Table, to_csv, to_xlsx};
use crate::store::reports::{self, DeliveryFilter, Order};
use crate::text::{Text, fill};
use crate::web::PageError;
use crate::web::guards::Signed;

/// Rows fetched at a time.
const CHUNK: u64 = 2_000;

/// Sends every delivery of a filter, within the actor's scope.
///
/// # Errors
/// When the format is none, the database fails or the table cannot be written.
pub async fn send(
    app: &App,
    officer: &Signed,
    filter: &DeliveryFilter,
    format: &str,
    reference: &str,
) -> Result<Response, PageError> {
    let lang = officer.visitor.lang;
    let (t, now, scope) = (lang.text(), app.clock.now(), officer.actor.scope());
    let mut table = Table {
        title: fill(&t.deliveries_list.file_title, &[("reference", reference)]),
        columns: columns(t),
        rows: Vec::new(),
    };
    let mut after = None;
    loop {
        let lines = reports::deliveries(&app.db, &scope, filter, now, Order::Route(after), CHUNK).await?;
        for line in &lines {
            let place = i64::try_from(table.rows.len()).unwrap_or(i64::MAX) + 1;
            let row = row(t, lang, line, now, &app.holidays, place);
            let state = [row.state_word.as_str(), &row.rests_at].join(" ");
            let texts = [
                &row.province,
                &row.local,
                &row.district,
                &row.office,
                &row.received_at,
                &row.number,
                &row.forwarded,
                &row.acknowledged_at,
                &row.acknowledged_by,
                &state,
                &row.reminded_at,
            ];
            let place = u32::try_from(place).unwrap_or(u32::MAX);
            table.rows.push(
                std::iter::once(Cell::from(place)).chain(texts.map(|text| Cell::from(text.trim()))).collect(),
            );
        }
        after = lines.last().map(|line| line.delivery.id);
        if lines.len() < usize::try_from(CHUNK).unwrap_or(usize::MAX) {
            break;
        }
    }
    file(table, format, "deliveries").await
}

fn columns(t: &Text) -> Vec<String> {
    let words = &t.deliveries_list;
    [
        &words.place,
        &words.province,
        &words.local,
        &words.district,
        &words.school,
        &words.received_at,
        &words.number,
        &words.forwarded,
        &words.acknowledged_at,
        &words.acknowledged_by,
        &words.state,
        &words.reminded_at,
    ]
    .map(Clone::clone)
    .to_vec()
}

/// A table as a download: `csv` or `xlsx`.
///
/// # Errors
/// When the format is none of these, or the table cannot be written.
async fn file(table: Table, format: &str, name: &str) -> Result<Response, PageError> {
    let (kind, is_csv) = match format {
        "csv" => ("text/csv; charset=utf-8", true),
        "xlsx" => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false),
        _ => return Err(Refusal::Malformed { field: "format" }.into()),
    };
    let written = tokio::task::spawn_blocking(move || if is_csv { to_csv(&table) } else { to_xlsx(&table) });
    let bytes = written.await?.map_err(|error| PageError::broken(&error.to_string()))?;
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}.{format}\""))
        .map_err(|error| PageError::broken(&error.to_string()))?;
    let headers =
        [(header::CONTENT_TYPE, HeaderValue::from_static(kind)), (header::CONTENT_DISPOSITION, disposition)];
    Ok((headers, bytes).into_response())
}
