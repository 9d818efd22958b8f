//! Headers of every answer: nothing runs, loads, frames or is guessed but what is ours.

use axum::Router;
use axum::http::{HeaderName, HeaderValue, header};
use tower_http::set_header::SetResponseHeaderLayer;

/// Pages hold no inline script or style, so the policy can be strict.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; \
                      connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The headers; a handler that has a reason may set its own.
const ALWAYS: [(HeaderName, &str); 8] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=(), payment=()"),
    (header::CACHE_CONTROL, "private, no-cache"),
];

/// A year of TLS alone.
const TLS_ALONE: &str = "max-age=31536000";

/// Adds the headers to every answer of a router.
pub fn add(router: Router, is_https: bool) -> Router {
    let tls = is_https.then_some((header::STRICT_TRANSPORT_SECURITY, TLS_ALONE));
    ALWAYS.into_iter().chain(tls).fold(router, |router, (name, value)| {
        router.layer(SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value)))
    })
}
