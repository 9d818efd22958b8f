//! สิ่งที่ส่งมาด้วย: files enclosed with a draft, and better versions of them after issue.

use axum::Json;
use axum::extract::{OriginalUri, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use utoipa::ToSchema;

use super::circular::seen;
use super::enclosure::Enclosed;
use crate::actions::{self, AnswerKey};
use crate::api::auth::Caller;
use crate::api::body::At;
use crate::api::idempotency;
use crate::api::page::Page;
use crate::api::problem::Problem;
use crate::api::upload::{Form, Upload};
use crate::app::App;
use crate::domain::actor::Actor;
use crate::domain::enclosure::Role;
use crate::domain::ids::{CircularId, EnclosureId};
use crate::domain::refusal::Refusal;
use crate::store;

/// A file to enclose, up to 50 MB.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the fields of a form, which come in one by one")]
pub struct NewEnclosure {
    /// What it is to the letter; `other` unless given.
    pub role: Option<Role>,
    /// Its title; the file's name unless given.
    pub title: Option<String>,
    /// The file.
    #[schema(value_type = String, format = Binary)]
    pub file: Vec<u8>,
}

/// A better version of a file, up to 50 MB.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the fields of a form, which come in one by one")]
pub struct NewVersion {
    /// The file.
    #[schema(value_type = String, format = Binary)]
    pub file: Vec<u8>,
}

/// The enclosures of a circular that the caller can see.
#[utoipa::path(get, path = "/circulars/{id}/enclosures", tag = "enclosures",
    responses((status = 200, body = Page<Enclosed>)))]
pub async fn list(
    State(app): State<App>,
    Caller(actor): Caller,
    At(id): At<CircularId>,
) -> Result<Json<Page<Enclosed>>, Problem> {
    let circular = seen(&app, &actor, id).await?;
    let found = store::enclosures::of_circular(&app.db, circular.id).await?;
    let items = found.into_iter().map(|enclosure| Enclosed::of(&app.config, enclosure)).collect();
    Ok(Json(Page { items, next: None }))
}

/// Encloses a file with a draft.
#[utoipa::path(post, path = "/circulars/{id}/enclosures", tag = "enclosures",
    request_body(content = NewEnclosure, content_type = "multipart/form-data"),
    responses((status = 201, body = Enclosed)))]
pub async fn create(
    State(app): State<App>,
    Caller(actor): Caller,
    At(id): At<CircularId>,
    OriginalUri(address): OriginalUri,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, Problem> {
    // Asked before 50 MB are taken in; the action asks for the rest.
    seen(&app, &actor, id).await?;
    let upload = form.take(&app).await?;
    let role = match upload.text("role") {
        "" => Role::Other,
        word => word.parse().map_err(|_| Refusal::Malformed { field: "role" })?,
    };
    let key = key(&actor, &headers, address.path(), &upload)?;
    let (acts, by) = (app.clone(), actor);
    let work = async move {
        let file = upload.stream();
        let done =
            actions::add_enclosure(&acts, &by, id, role, upload.text("title"), &upload.filename, file).await;
        created(&acts, done)
    };
    Ok(Box::pin(answer(app, key, work)).await)
}

/// Puts a better version of an enclosure in place after issue; the old ones stay reachable.
#[utoipa::path(post, path = "/circulars/{id}/enclosures/{enclosure}/versions", tag = "enclosures",
    request_body(content = NewVersion, content_type = "multipart/form-data"),
    responses((status = 201, body = Enclosed)))]
pub async fn replace(
    State(app): State<App>,
    Caller(actor): Caller,
    At((id, enclosure)): At<(CircularId, EnclosureId)>,
    OriginalUri(address): OriginalUri,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, Problem> {
    seen(&app, &actor, id).await?;
    let upload = form.take(&app).await?;
    let key = key(&actor, &headers, address.path(), &upload)?;
    let (acts, by) = (app.clone(), actor);
    let work = async move {
        let file = upload.stream();
        let done = actions::add_enclosure_version(&acts, &by, id, enclosure, &upload.filename, file).await;
        created(&acts, done)
    };
    Ok(Box::pin(answer(app, key, work)).await)
}

/// Takes an enclosure out of a draft.
#[utoipa::path(delete, path = "/circulars/{id}/enclosures/{enclosure}", tag = "enclosures",
    responses((status = 204)))]
pub async fn remove(
    State(app): State<App>,
    Caller(actor): Caller,
    At((id, enclosure)): At<(CircularId, EnclosureId)>,
) -> Result<StatusCode, Problem> {
    actions::remove_enclosure(&app, &actor, id, enclosure).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The key of a request whose body was streamed: the file counts by its hash, since forms draw their borders anew.
fn key(
    actor: &Actor,
    headers: &HeaderMap,
    address: &str,
    upload: &Upload,
) -> Result<Option<AnswerKey>, Problem> {
    let parts = [address, upload.text("role"), upload.text("title"), &upload.filename, upload.sha256()];
    let parts = parts.map(str::as_bytes);
    Ok(idempotency::key(headers)?.map(|key| AnswerKey::new(actor, &key, &parts)))
}

async fn answer(
    app: App,
    key: Option<AnswerKey>,
    work: impl Future<Output = Response> + Send + 'static,
) -> Response {
    match key {
        Some(key) => idempotency::answer(app, key, work).await,
        None => work.await,
    }
}

fn created(app: &App, done: crate::app::Result<crate::domain::enclosure::Enclosure>) -> Response {
    match done {
        Ok(enclosure) => (StatusCode::CREATED, Json(Enclosed::of(&app.config, enclosure))).into_response(),
        Err(error) => Problem::from(error).into_response(),
    }
}
