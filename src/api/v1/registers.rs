//! Registers of the caller's office: of received letters, of sent ones, of the circulars it issued.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;
use utoipa::IntoParams;

use super::register_rows::{Row, table};
use crate::api::auth::Caller;
use crate::api::body::{Asked, read};
use crate::api::page::{Page, Paging};
use crate::api::problem::Problem;
use crate::api::sheet::{self, Format};
use crate::app::App;
use crate::domain::actor::Actor;
use crate::domain::clock::buddhist_year;
use crate::domain::office::Tier;
use crate::domain::refusal::Refusal;
use crate::store::reports::{self, Kept};
use crate::text::{Lang, fill};

/// Which year, and how.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct RegisterQuery {
    /// The Buddhist year; this one in Thailand unless given.
    #[param(value_type = Option<i32>, example = 2566)]
    year: Option<String>,
    /// `json`, a page at a time; `csv` or `xlsx`, all of it.
    format: Option<String>,
}

/// The year's part of a register that is wanted.
struct Wanted {
    year: i32,
    format: Format,
    skip: u64,
    limit: u64,
}

impl Wanted {
    fn of(app: &App, asked: &RegisterQuery, paging: &Paging) -> Result<Self, Refusal> {
        let year = read("year", asked.year.as_ref())?.unwrap_or_else(|| buddhist_year(app.clock.today()));
        let format = read("format", asked.format.as_ref())?.unwrap_or_default();
        let (skip, limit) = match format {
            Format::Json => (paging.after()?.unwrap_or(0), paging.limit()?),
            Format::Csv | Format::Xlsx => (0, sheet::MOST_ROWS),
        };
        match year {
            2400..2800 => Ok(Self { year, format, skip, limit }),
            _ => Err(Refusal::Malformed { field: "year" }),
        }
    }

    /// A page out of up to one row more than it holds, or the whole as a table.
    async fn answer(
        &self,
        rows: Vec<Row>,
        title: &str,
        number: &str,
        name: &str,
    ) -> Result<Response, Problem> {
        if self.format == Format::Json {
            let next = self.skip + self.limit;
            return Ok(Json(Page::of(rows, self.limit, |_| next, |row| row)).into_response());
        }
        let table = table(fill(title, &[("year", self.year)]), number, rows);
        sheet::file(table, format!("{name}-{}", self.year), self.format).await
    }
}

/// ทะเบียนหนังสือรับ: what the caller's office received.
#[utoipa::path(get, path = "/registers/received", tag = "registers", params(RegisterQuery, Paging),
    responses((status = 200, content((Page<Row> = "application/json"), (String = "text/csv")))))]
pub async fn received(
    State(app): State<App>,
    Caller(actor): Caller,
    Asked(asked): Asked<RegisterQuery>,
    Asked(paging): Asked<Paging>,
) -> Result<Response, Problem> {
    let wanted = Wanted::of(&app, &asked, &paging)?;
    let rows = delivered(&app, &actor, &wanted, Kept::Received).await?;
    let words = &Lang::Th.text().sheets;
    wanted.answer(rows, &words.register_received, &words.number_received, "received").await
}

/// ทะเบียนหนังสือส่ง: what the caller's office issued, or sent on.
#[utoipa::path(get, path = "/registers/sent", tag = "registers", params(RegisterQuery, Paging),
    responses((status = 200, content((Page<Row> = "application/json"), (String = "text/csv")))))]
pub async fn sent(
    State(app): State<App>,
    Caller(actor): Caller,
    Asked(asked): Asked<RegisterQuery>,
    Asked(paging): Asked<Paging>,
) -> Result<Response, Problem> {
    let wanted = Wanted::of(&app, &asked, &paging)?;
    let rows = match actor.office.tier {
        Tier::Department => issued(&app, &actor, &wanted).await?,
        _ => delivered(&app, &actor, &wanted, Kept::Forwarded).await?,
    };
    let words = &Lang::Th.text().sheets;
    wanted.answer(rows, &words.register_sent, &words.number_sent, "sent").await
}

/// The circulars that the caller's office issued, those that became void among them.
#[utoipa::path(get, path = "/registers/circulars", tag = "registers", params(RegisterQuery, Paging),
    responses((status = 200, content((Page<Row> = "application/json"), (String = "text/csv")))))]
pub async fn circulars(
    State(app): State<App>,
    Caller(actor): Caller,
    Asked(asked): Asked<RegisterQuery>,
    Asked(paging): Asked<Paging>,
) -> Result<Response, Problem> {
    let wanted = Wanted::of(&app, &asked, &paging)?;
    let rows = issued(&app, &actor, &wanted).await?;
    let words = &Lang::Th.text().sheets;
    wanted.answer(rows, &words.register_circulars, &words.number_sent, "circulars").await
}

async fn delivered(app: &App, actor: &Actor, wanted: &Wanted, kept: Kept) -> Result<Vec<Row>, Problem> {
    let Wanted { year, skip, limit, .. } = *wanted;
    let found = reports::register(&app.db, &actor.scope(), kept, year, skip, limit + 1).await?;
    Ok(found.into_iter().map(|line| Row::of_delivery(line, kept)).collect())
}

async fn issued(app: &App, actor: &Actor, wanted: &Wanted) -> Result<Vec<Row>, Problem> {
    let Wanted { year, skip, limit, .. } = *wanted;
    let found = reports::circulars_register(&app.db, actor.office.id, year, skip, limit + 1).await?;
    Ok(found.into_iter().map(|line| Row::of_circular(line, &actor.office.short_name)).collect())
}
