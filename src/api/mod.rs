//! JSON for programs: what the pages show and do, under `/api/v1`, with the same refusals in another skin.
//!
//! A route is one line of `v1/mod.rs`. Its address, method and documentation stand at its handler, its guard on that
//! line, so there is no route without either. Errors are RFC 9457 problems; lists page by cursor.

mod auth;
mod body;
mod idempotency;
mod openapi;
mod page;
mod problem;
mod routes;
mod sheet;
mod upload;
mod v1;

use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::{Extension, Router};

pub use problem::Problem;
pub use routes::{Guard, Route, Takes};

use crate::app::App;

/// Where the API stands.
pub const ROOT: &str = "/api/v1";

/// Every route with its guard, by address and method.
pub fn routes() -> Vec<Route> {
    v1::routes().table()
}

/// The API, to be merged into the program's other routes.
pub fn router(app: &App) -> Router {
    let routes = v1::routes()
        .into_router()
        .fallback(|| async { Problem::word(StatusCode::NOT_FOUND, "no_such_address") })
        .method_not_allowed_fallback(|| async {
            Problem::word(StatusCode::METHOD_NOT_ALLOWED, "no_such_method")
        })
        .layer(from_fn(headers))
        .layer(Extension(app.clone()))
        .with_state(app.clone());
    Router::new().nest(ROOT, routes)
}

/// Answers are for the caller alone, and are what their type says.
async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}
