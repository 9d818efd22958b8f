//! A PDF that was made for this answer: shown by the browser's own viewer, saved under a plain name.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};

/// Without `sandbox`, which browsers' viewers refuse; nothing in it loads or frames anything.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'";

/// Answers with it. The name is of ASCII letters, digits, `-` and `.`.
pub fn printed(pdf: Vec<u8>, filename: &str) -> Response {
    let name = HeaderValue::from_str(&format!("inline; filename=\"{filename}\""));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/pdf")),
        (header::CONTENT_DISPOSITION, name.unwrap_or(HeaderValue::from_static("inline"))),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
    ];
    (headers, pdf).into_response()
}
