//! บัญชีรายชื่อ: the schools that a draft is for.

use axum::Json;
use axum::extract::{FromRequest as _, Multipart, Request, State};
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::readings::content_type;
use crate::actions::{self, RosterReport};
use crate::api::auth::Caller;
use crate::api::body::{Asked, At, read, whole};
use crate::api::problem::Problem;
use crate::api::upload::not_read;
use crate::app::App;
use crate::domain::ids::CircularId;
use crate::domain::refusal::Refusal;

/// What to do with schools that the registry lacks.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct RosterQuery {
    /// Adds them under their local administration, where that is known.
    #[param(value_type = Option<bool>)]
    add_unknown: Option<String>,
}

/// A roster as a form's file.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the fields of a form, which come in one by one")]
pub struct RosterForm {
    /// The CSV or the workbook.
    #[schema(value_type = String, format = Binary)]
    pub file: Vec<u8>,
}

/// Gives a draft its roster, in the place of the one that was there; accepted rows are kept.
#[utoipa::path(put, path = "/circulars/{id}/roster", tag = "circulars", params(RosterQuery),
    request_body(content((String = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (RosterForm = "multipart/form-data"))),
    responses((status = 200, body = RosterReport)))]
pub async fn put(
    State(app): State<App>,
    Caller(actor): Caller,
    At(id): At<CircularId>,
    Asked(asked): Asked<RosterQuery>,
    request: Request,
) -> Result<Json<RosterReport>, Problem> {
    let add_unknown = read("add_unknown", asked.add_unknown.as_ref())?.unwrap_or(false);
    let (bytes, kind) = file(request).await?;
    Ok(Json(actions::put_roster(&app, &actor, id, bytes, kind.as_deref(), add_unknown).await?))
}

/// The file with its content type: the body itself, or the `file` of a form.
async fn file(request: Request) -> Result<(Vec<u8>, Option<String>), Problem> {
    let kind = content_type(request.headers());
    if !kind.as_deref().is_some_and(|kind| kind.starts_with("multipart/")) {
        return Ok((whole(request, &()).await?.to_vec(), kind));
    }
    let form = Multipart::from_request(request, &()).await;
    let mut form = form.map_err(|_| Problem::word(StatusCode::UNSUPPORTED_MEDIA_TYPE, "not_a_form"))?;
    while let Some(field) = form.next_field().await.map_err(|error| not_read(&error))? {
        if field.name() == Some("file") {
            let kind = field.content_type().map(str::to_owned);
            return Ok((field.bytes().await.map_err(|error| not_read(&error))?.to_vec(), kind));
        }
    }
    Err(Refusal::Missing { field: "file" }.into())
}
