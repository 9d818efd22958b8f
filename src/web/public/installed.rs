//! A school's page on a phone: kept among its programs, read without signal, and sending later what was written then.

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};

use super::found;
use super::school::secret;
use crate::app::App;
use crate::paths;
use crate::web::{Anyone, PageError, Unmetered, statics};

/// The manifest of the page: a phone that installs it begins there.
pub async fn manifest(
    path: paths::SchoolManifest,
    visitor: Anyone,
    State(app): State<App>,
) -> Result<Response, PageError> {
    found::school(&app, &visitor, &path.code).await?;
    let (t, lang) = (visitor.frame().t, visitor.lang);
    let icon = |size: u32, purpose: &str| {
        serde_json::json!({
            "src": statics::address(&format!("icon-{size}.png")),
            "sizes": format!("{size}x{size}"),
            "type": "image/png",
            "purpose": purpose,
        })
    };
    let manifest = serde_json::json!({
        "name": format!("{} · {}", t.site.name, t.site.tagline),
        "short_name": t.site.name,
        "lang": lang.as_str(),
        "start_url": paths::School { code: path.code }.to_string(),
        "scope": "/S/",
        "display": "standalone",
        "theme_color": "#1f4a9c",
        "background_color": "#f5f6f8",
        "icons": [icon(192, "any"), icon(512, "any"), icon(512, "maskable")],
    });
    let kind = [(header::CONTENT_TYPE, HeaderValue::from_static("application/manifest+json"))];
    Ok(secret((kind, manifest.to_string()).into_response()))
}

/// The worker. Its text changes with any file that pages are built with, and phones then drop what they kept.
pub async fn worker(_: paths::SchoolWorker, _: Unmetered) -> Response {
    let kind = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/javascript; charset=utf-8")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
    ];
    let text = format!("const VERSION = \"{}\";\n{}", statics::version(), statics::text("school-worker.js"));
    (kind, text).into_response()
}
