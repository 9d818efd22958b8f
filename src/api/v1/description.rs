//! The description of the API for programs that write programs.

use axum::Extension;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;

use crate::api::openapi::Document;

/// This description.
#[utoipa::path(get, path = "/openapi.json", tag = "description", responses((status = 200, content_type = "application/json")))]
pub async fn openapi(Extension(document): Extension<Document>) -> impl IntoResponse {
    ([(CONTENT_TYPE, "application/json")], document.0)
}
