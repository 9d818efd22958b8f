//! Who calls: by a token, or by the session of somebody signed in; and whether they may come in.

use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use axum::{Extension, RequestPartsExt as _};
use axum_extra::extract::CookieJar;

use super::idempotency;
use super::problem::Problem;
use super::routes::{Guard, Takes};
use crate::app::App;
use crate::domain::actor::Actor;
use crate::domain::refusal::Refusal;
use crate::store;

pub use crate::paths::SESSION_COOKIE;

/// The header in which pages send the token of their session's forms.
const CSRF_HEADER: &str = "x-csrf-token";

/// What is asked of a request before its handler sees it.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Who may come in.
    pub guard: Guard,
    /// What the handler takes in.
    pub takes: Takes,
}

/// Lets a request through to its handler, or answers it.
pub async fn guard(
    State(rule): State<Rule>,
    Extension(app): Extension<App>,
    mut request: Request,
    next: Next,
) -> Response {
    if rule.guard == Guard::Anybody {
        return next.run(request).await;
    }
    let actor = match actor(&app, request.method(), request.headers()).await {
        Ok(actor) => actor,
        Err(problem) => return problem.into_response(),
    };
    if let Guard::Role(deed) = rule.guard
        && !actor.may(deed)
    {
        return Problem::from(Refusal::NotAllowed).into_response();
    }
    request.extensions_mut().insert(actor.clone());
    let streamed = rule.takes == Takes::Stream;
    match idempotency::key(request.headers()) {
        Err(problem) => problem.into_response(),
        Ok(Some(key)) if request.method() == Method::POST && !streamed => {
            idempotency::once(app, &actor, &key, request, next).await
        }
        Ok(_) => next.run(request).await,
    }
}

async fn actor(app: &App, method: &Method, headers: &HeaderMap) -> Result<Actor, Problem> {
    if let Some(header) = headers.get(header::AUTHORIZATION) {
        let token = header.to_str().ok().and_then(|value| value.split_once(' '));
        let token = token.filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
        let (_, token) = token.ok_or_else(Problem::not_authenticated)?;
        return store::tokens::actor(&app.db, token.trim()).await?.ok_or_else(Problem::not_authenticated);
    }
    let jar = CookieJar::from_headers(headers);
    let cookie = jar.get(SESSION_COOKIE).ok_or_else(Problem::not_authenticated)?;
    let session = store::sessions::find(&app.db, cookie.value(), app.clock.now()).await?;
    let session = session.ok_or_else(Problem::not_authenticated)?;
    // A page of somebody else's can make a browser send the cookie, and not this header.
    let sent = headers.get(CSRF_HEADER).map(HeaderValue::as_bytes);
    if !method.is_safe() && sent != Some(session.csrf.as_bytes()) {
        return Err(Problem::word(StatusCode::FORBIDDEN, "csrf_token_missing"));
    }
    Ok(session.actor)
}

/// The caller, as the guard found them.
pub struct Caller(pub Actor);

impl<S: Send + Sync> FromRequestParts<S> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let found = parts.extract::<Option<Extension<Actor>>>().await;
        let Ok(Some(Extension(actor))) = found else { return Err(Problem::not_authenticated()) };
        Ok(Self(actor))
    }
}
