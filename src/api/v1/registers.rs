//! Registers of the caller's office: of received letters, of sent ones, of the circulars it issued.

use axum::Json;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;
use utoipa::IntoParams;

use super::register_rows::Row;
use crate::actions::registers::{self, FileKind, Which};
use crate::api::auth::Caller;
use crate::api::body::{Asked, read};
use crate::api::page::{Page, Paging};
use crate::api::problem::Problem;
use crate::app::App;
use crate::domain::actor::Actor;
use crate::domain::clock::buddhist_year;
use crate::domain::refusal::Refusal;

/// Which year, and how.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct RegisterQuery {
    /// The Buddhist year; this one in Thailand unless given.
    #[param(value_type = Option<i32>, example = 2566)]
    year: Option<String>,
    /// `json`, a page at a time; `csv`, `xlsx` or `pdf`, all of it. The workbook and the PDF say whether the numbers are
    /// complete.
    format: Option<String>,
}

/// ทะเบียนหนังสือรับ: what the caller's office received.
#[utoipa::path(get, path = "/registers/received", tag = "registers", params(RegisterQuery, Paging),
    responses((status = 200, content((Page<Row> = "application/json"), (String = "text/csv"), (Vec<u8> = "application/pdf")))))]
pub async fn received(
    State(app): State<App>,
    Caller(actor): Caller,
    Asked(asked): Asked<RegisterQuery>,
    Asked(paging): Asked<Paging>,
) -> Result<Response, Problem> {
    answer(&app, &actor, Which::Received, &asked, &paging).await
}

/// ทะเบียนหนังสือส่ง: what the caller's office issued, or sent on.
#[utoipa::path(get, path = "/registers/sent", tag = "registers", params(RegisterQuery, Paging),
    responses((status = 200, content((Page<Row> = "application/json"), (String = "text/csv"), (Vec<u8> = "application/pdf")))))]
pub async fn sent(
    State(app): State<App>,
    Caller(actor): Caller,
    Asked(asked): Asked<RegisterQuery>,
    Asked(paging): Asked<Paging>,
) -> Result<Response, Problem> {
    answer(&app, &actor, Which::Sent, &asked, &paging).await
}

/// The circulars that the caller's office issued, those that became void among them.
#[utoipa::path(get, path = "/registers/circulars", tag = "registers", params(RegisterQuery, Paging),
    responses((status = 200, content((Page<Row> = "application/json"), (String = "text/csv"), (Vec<u8> = "application/pdf")))))]
pub async fn circulars(
    State(app): State<App>,
    Caller(actor): Caller,
    Asked(asked): Asked<RegisterQuery>,
    Asked(paging): Asked<Paging>,
) -> Result<Response, Problem> {
    answer(&app, &actor, Which::Circulars, &asked, &paging).await
}

/// A page out of up to one row more than it holds, or the whole as a file.
async fn answer(
    app: &App,
    actor: &Actor,
    which: Which,
    asked: &RegisterQuery,
    paging: &Paging,
) -> Result<Response, Problem> {
    let year = read("year", asked.year.as_ref())?.unwrap_or_else(|| buddhist_year(app.clock.today()));
    if !(2400..2800).contains(&year) {
        return Err(Refusal::Malformed { field: "year" }.into());
    }
    let format = asked.format.clone().filter(|format| format != "json");
    if let Some(kind) = read::<FileKind>("format", format.as_ref())? {
        let bytes = registers::file(app, actor, which, year, kind).await?;
        let name = format!("{}-{year}.{}", which.name(), kind.ending());
        let disposition = format!("attachment; filename=\"{name}\"");
        let headers = [(CONTENT_TYPE, kind.media_type().to_owned()), (CONTENT_DISPOSITION, disposition)];
        return Ok((headers, bytes).into_response());
    }
    let (skip, limit) = (paging.after()?.unwrap_or(0), paging.limit()?);
    let lines = registers::lines(app, actor, which, year, skip, limit + 1).await?;
    let rows: Vec<Row> = lines.into_iter().map(Row::from).collect();
    Ok(Json(Page::of(rows, limit, |_| skip + limit, |row| row)).into_response())
}
