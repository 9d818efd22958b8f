//! Forms: read whole, their token checked first, and refused in one sentence when they cannot be read.

use axum::body::{Body, Bytes};
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};
use axum::http::{StatusCode, header};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::errors::PageError;
use super::guards::{Anyone, May, Signed};
use super::visitor::Visitor;
use crate::domain::refusal::Refusal;
use crate::paths::BodyFor;

/// The most megabytes of a form without files.
const FORM: usize = 4;

/// The most megabytes of an upload: a file of fifty and the fields around it.
const UPLOAD: usize = 51;

/// The header that scripts send the token in.
const HEADER: &str = "x-csrf-token";

/// A form of a page that carries the visitor's token in `csrf_token`.
#[derive(Debug, Clone)]
pub struct Form<T>(pub T);

/// A form that needs no token: it does nothing in anybody's name but what its address alone allows, whoever sends it.
#[derive(Debug, Clone)]
pub struct OpenForm<T>(pub T);

/// A form with files. `csrf_token` is its first field, so that nothing is taken in before it is checked.
#[derive(Debug)]
pub struct Upload(Multipart);

impl<T> BodyFor<Anyone> for Form<T> {}
impl<T> BodyFor<Signed> for Form<T> {}
impl<T, D> BodyFor<May<D>> for Form<T> {}
impl<T> BodyFor<Anyone> for OpenForm<T> {}
impl BodyFor<Signed> for Upload {}
impl<D> BodyFor<May<D>> for Upload {}

#[derive(Deserialize)]
struct Token {
    #[serde(default)]
    csrf_token: String,
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Form<T> {
    type Rejection = PageError;

    async fn from_request(request: Request, state: &S) -> Result<Self, PageError> {
        let visitor = Visitor::of(request.extensions())?;
        let by_header = header_token(&request);
        let (parts, body) = whole(request, state).await?;
        let in_form =
            read::<Token, S>(Request::from_parts(parts.clone(), Body::from(body.clone())), state).await?;
        visitor.check_csrf(by_header.as_deref().unwrap_or(&in_form.csrf_token))?;
        read(Request::from_parts(parts, Body::from(body)), state).await.map(Self)
    }
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for OpenForm<T> {
    type Rejection = PageError;

    async fn from_request(request: Request, state: &S) -> Result<Self, PageError> {
        let (parts, body) = whole(request, state).await?;
        read(Request::from_parts(parts, Body::from(body)), state).await.map(Self)
    }
}

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = PageError;

    async fn from_request(mut request: Request, state: &S) -> Result<Self, PageError> {
        let visitor = Visitor::of(request.extensions())?;
        DefaultBodyLimit::max(UPLOAD << 20).apply(&mut request);
        let by_header = header_token(&request);
        let mut multipart =
            Multipart::from_request(request, state).await.map_err(|_| Refusal::FormUnreadable)?;
        let sent = match by_header {
            Some(token) => token,
            None => match multipart.next_field().await.map_err(|error| refused(&error))? {
                Some(first) if first.name() == Some("csrf_token") => {
                    first.text().await.map_err(|error| refused(&error))?
                }
                _ => return Err(Refusal::FormExpired.into()),
            },
        };
        visitor.check_csrf(&sent)?;
        Ok(Self(multipart))
    }
}

impl Upload {
    /// The next field after the token.
    ///
    /// # Errors
    /// When the sender breaks off or sends more than 51 megabytes.
    pub async fn next(&mut self) -> Result<Option<Field<'_>>, PageError> {
        Ok(self.0.next_field().await.map_err(|error| refused(&error))?)
    }

    /// The text of a field.
    ///
    /// # Errors
    /// As [`Upload::next`].
    pub async fn text(field: Field<'_>) -> Result<String, PageError> {
        Ok(field.text().await.map_err(|error| refused(&error))?)
    }

    /// The content of a file that is small enough to be held whole.
    ///
    /// # Errors
    /// As [`Upload::next`].
    pub async fn bytes(field: Field<'_>) -> Result<Vec<u8>, PageError> {
        Ok(field.bytes().await.map_err(|error| refused(&error))?.to_vec())
    }
}

fn header_token(request: &Request) -> Option<String> {
    request.headers().get(HEADER).and_then(|token| token.to_str().ok()).map(str::to_owned)
}

fn refused(error: &MultipartError) -> Refusal {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Refusal::TooLarge { most: UPLOAD - 1 },
        _ => Refusal::FormUnreadable,
    }
}

async fn whole<S: Send + Sync>(
    mut request: Request,
    state: &S,
) -> Result<(axum::http::request::Parts, Bytes), Refusal> {
    DefaultBodyLimit::max(FORM << 20).apply(&mut request);
    let (mut head, body) = request.into_parts();
    // A deed without fields is sent without a type by some programs.
    head.headers
        .entry(header::CONTENT_TYPE)
        .or_insert(axum::http::HeaderValue::from_static("application/x-www-form-urlencoded"));
    let body = Bytes::from_request(Request::from_parts(head.clone(), body), state)
        .await
        .map_err(|_| Refusal::TooLarge { most: FORM })?;
    Ok((head, body))
}

async fn read<T: DeserializeOwned, S: Send + Sync>(request: Request, state: &S) -> Result<T, PageError> {
    let form = axum_extra::extract::Form::from_request(request, state).await;
    Ok(form.map_err(|_| Refusal::FormUnreadable)?.0)
}
