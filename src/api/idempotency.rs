//! `Idempotency-Key`: a program that did not get an answer asks again with the same key, and gets it.

use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{FromRequest as _, Request};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use serde::{Deserialize, Serialize};

use super::body::not_taken;
use super::problem::Problem;
use crate::actions::{AnswerKey, Begun, begin_answer, forget_answer, keep_answer};
use crate::app::App;
use crate::domain::actor::Actor;

/// The header's name.
pub const HEADER: &str = "Idempotency-Key";
/// The most characters of a key.
const LONGEST: usize = 255;
/// How long a repeated request waits for the answer of the first, and how often it looks.
const PATIENCE: Duration = Duration::from_secs(3);
const EVERY: Duration = Duration::from_millis(20);
/// The largest answer that is kept; a handler's answer has no limit of its own.
const LARGEST_ANSWER: usize = 64_000_000;

/// The key of a request, if it has one.
///
/// # Errors
/// When it is empty, too long or not of printable ASCII characters.
pub fn key(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    let Some(header) = headers.get(HEADER) else { return Ok(None) };
    let key = header.to_str().unwrap_or_default().trim();
    if key.is_empty() || key.len() > LONGEST {
        let problem = Problem::word(StatusCode::UNPROCESSABLE_ENTITY, "idempotency_key_malformed");
        return Err(problem.about(HEADER));
    }
    Ok(Some(key.to_owned()))
}

/// Answers a request whose body is small enough to be held, once.
pub async fn once(app: App, actor: &Actor, key: &str, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let bytes = match Bytes::from_request(Request::from_parts(parts.clone(), body), &()).await {
        Ok(bytes) => bytes,
        Err(rejection) => return not_taken(&rejection).into_response(),
    };
    let place = parts.uri.path_and_query().map_or("", |place| place.as_str());
    let key = AnswerKey::new(actor, key, &[parts.method.as_str().as_bytes(), place.as_bytes(), &bytes]);
    answer(app, key, async move { next.run(Request::from_parts(parts, Body::from(bytes))).await }).await
}

/// Answers a request whose key was made by the handler itself, once.
pub async fn answer(
    app: App,
    key: AnswerKey,
    work: impl Future<Output = Response> + Send + 'static,
) -> Response {
    let begun = tokio::time::timeout(PATIENCE, begun(&app, &key)).await;
    match begun {
        Ok(Ok(Begun::First)) => first(app, key, work).await,
        Ok(Ok(Begun::Answered(status, text))) => again(status, &text),
        Ok(Ok(Begun::Reused)) => {
            Problem::word(StatusCode::UNPROCESSABLE_ENTITY, "idempotency_key_reused").into_response()
        }
        Ok(Ok(Begun::InProgress)) | Err(_) => {
            Problem::word(StatusCode::CONFLICT, "in_progress").into_response()
        }
        Ok(Err(problem)) => problem.into_response(),
    }
}

/// What the key says, once that is more than that the request is being worked on.
async fn begun(app: &App, key: &AnswerKey) -> Result<Begun, Problem> {
    loop {
        match begin_answer(app, key).await? {
            Begun::InProgress => tokio::time::sleep(EVERY).await,
            known => return Ok(known),
        }
    }
}

/// Works on a request to its end, even when its caller goes away, and keeps the answer unless it failed.
async fn first(app: App, key: AnswerKey, work: impl Future<Output = Response> + Send + 'static) -> Response {
    let worked = tokio::spawn(async move {
        // A task of its own, so that a panic in the handler does not leave the key in progress.
        let response = match tokio::spawn(work).await {
            Ok(response) => response,
            Err(error) => Problem::internal(&error).into_response(),
        };
        match keep(&app, &key, response).await {
            Ok(response) => response,
            Err(problem) => problem.into_response(),
        }
    });
    worked.await.unwrap_or_else(|error| Problem::internal(&error).into_response())
}

/// An answer as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    content_type: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<String>,
    body: String,
}

async fn keep(app: &App, key: &AnswerKey, response: Response) -> Result<Response, Problem> {
    let status = response.status();
    if status.is_server_error() {
        forget_answer(app, key).await?;
        return Ok(response);
    }
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, LARGEST_ANSWER).await.map_err(|error| Problem::internal(&error))?;
    let of = |name| parts.headers.get(&name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let kept = Kept {
        content_type: of(header::CONTENT_TYPE).unwrap_or_default(),
        location: of(header::LOCATION),
        body: String::from_utf8_lossy(&bytes).into_owned(),
    };
    let text = serde_json::to_string(&kept).map_err(|error| Problem::internal(&error))?;
    keep_answer(app, key, status.as_u16(), text).await?;
    Ok(Response::from_parts(parts, Body::from(bytes)))
}

/// The kept answer, as it was given the first time.
fn again(status: u16, text: &str) -> Response {
    let kept: Kept = match serde_json::from_str(text) {
        Ok(kept) => kept,
        Err(error) => return Problem::internal(&error).into_response(),
    };
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
    let mut response = (status, Bytes::from(kept.body)).into_response();
    let values = [(header::CONTENT_TYPE, Some(kept.content_type)), (header::LOCATION, kept.location)];
    for (name, value) in values {
        if let Some(value) = value.and_then(|value| HeaderValue::try_from(value).ok()) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}
