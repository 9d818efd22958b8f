//! Reading a letter: a file in, its fields out. Nothing is kept.

use axum::Json;
use axum::http::{HeaderMap, header};

use crate::api::body::Whole;
use crate::api::problem::Problem;
use crate::app::Complaint;
use crate::domain::letter::Reading;
use crate::letters::reading;

/// Reads a letter: text in UTF-8 or `charset=windows-874`, DOCX, or PDF with a text layer.
#[utoipa::path(post, path = "/letters/readings", tag = "letters",
    request_body(content((String = "text/plain"), (Vec<u8> = "application/pdf"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"))),
    responses((status = 200, body = Reading)))]
pub async fn read(headers: HeaderMap, Whole(bytes): Whole) -> Result<Json<Reading>, Problem> {
    let content_type = content_type(&headers);
    let read = tokio::task::spawn_blocking(move || reading::of(&bytes, content_type.as_deref()));
    let (reading, ..) = read.await.map_err(|error| Problem::internal(&error))?.map_err(Complaint::from)?;
    Ok(Json(reading))
}

/// The content type as it was sent, which may name the charset.
pub fn content_type(headers: &HeaderMap) -> Option<String> {
    headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).map(str::to_owned)
}
