//! What a request brings: JSON, the words of its query, the ids of its address, each refused with its place.

use std::str::FromStr;

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use serde::de::DeserializeOwned;

use super::problem::Problem;
use crate::domain::refusal::Refusal;

/// A JSON body; an empty one is `{}`, since many deeds need nothing said.
pub struct Sent<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Sent<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let JsonBytes(bytes) = JsonBytes::from_request(request, state).await?;
        parse(&bytes).map(Self)
    }
}

/// A JSON body to be read in parts.
pub struct JsonBytes(pub Bytes);

impl<S: Send + Sync> FromRequest<S> for JsonBytes {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let is_json = is_json(request.headers());
        let bytes = whole(request, state).await?;
        match () {
            () if bytes.is_empty() => Ok(Self(Bytes::from_static(b"{}"))),
            () if is_json => Ok(Self(bytes)),
            () => Err(Problem::word(StatusCode::UNSUPPORTED_MEDIA_TYPE, "not_json")),
        }
    }
}

/// A body of any kind, whole.
pub struct Whole(pub Bytes);

impl<S: Send + Sync> FromRequest<S> for Whole {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        whole(request, state).await.map(Self)
    }
}

/// The whole body, within the limit of its route.
///
/// # Errors
/// When it is larger, or broken off.
pub async fn whole<S: Send + Sync>(request: Request, state: &S) -> Result<Bytes, Problem> {
    Bytes::from_request(request, state).await.map_err(|rejection| not_taken(&rejection))
}

/// Reads JSON, saying where it is not as expected.
///
/// # Errors
/// 400 for what is no JSON, 422 for a value that does not fit its field.
pub fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let place = error.path().to_string();
        let error = error.into_inner();
        if error.is_data() {
            let values = [("field", place.as_str()), ("why", &error.to_string())];
            Problem::filled(StatusCode::UNPROCESSABLE_ENTITY, "malformed_value", &values).about(place.clone())
        } else {
            no_json(&error)
        }
    })?;
    json.end().map_err(|error| no_json(&error))?;
    Ok(value)
}

fn no_json(error: &serde_json::Error) -> Problem {
    let values = [("line", &*error.line().to_string()), ("column", &*error.column().to_string())];
    Problem::filled(StatusCode::BAD_REQUEST, "malformed_json", &values)
}

/// A body that is too large or did not arrive whole.
pub fn not_taken(rejection: &BytesRejection) -> Problem {
    match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::word(StatusCode::PAYLOAD_TOO_LARGE, "too_large"),
        _ => Problem::word(StatusCode::BAD_REQUEST, "broken_off"),
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let value = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    essence == "application/json" || (essence.starts_with("application/") && essence.ends_with("+json"))
}

/// The ids of an address. One that is no id is of nothing that is there.
pub struct At<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for At<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let path = Path::<T>::from_request_parts(parts, state).await;
        path.map(|Path(id)| Self(id)).map_err(|_| Refusal::NotFound.into())
    }
}

/// The words of a query, all of them text, to be read by [`read`].
pub struct Asked<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Asked<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let query = Query::<T>::from_request_parts(parts, state).await;
        query.map(|Query(asked)| Self(asked)).map_err(|_| Refusal::Malformed { field: "query" }.into())
    }
}

/// Reads a word of a query; an empty one counts as not given.
///
/// # Errors
/// When it is none of the values allowed there.
pub fn read<T: FromStr>(field: &'static str, word: Option<&String>) -> Result<Option<T>, Refusal> {
    match word.map(|word| word.trim()).filter(|word| !word.is_empty()) {
        None => Ok(None),
        Some(word) => word.parse().map(Some).map_err(|_| Refusal::Malformed { field }),
    }
}
