//! Files that pages are built with, inside the program. An address with the file's own mark never changes what it holds.

use std::sync::LazyLock;

use axum::extract::Query;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use data_encoding::HEXLOWER;
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use super::errors::PageError;
use super::guards::Unmetered;
use crate::domain::refusal::Refusal;
use crate::paths;

struct Asset {
    name: &'static str,
    bytes: &'static [u8],
    mark: String,
}

macro_rules! files {
    ($($name:literal)+) => {
        [$(($name, include_bytes!(concat!("../../assets/static/", $name)).as_slice())),+]
    };
}

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    let files = files! {
        "base.css" "board.css" "charts.css" "compose.js" "favicon.svg" "fonts/OFL-Sarabun.txt"
        "fonts/Sarabun-Regular.woff2" "fonts/Sarabun-SemiBold.woff2" "icon-192.png" "icon-512.png" "icons.svg" "keys.js"
        "logo.svg" "opened.js" "paper.css" "poll.js" "print.css" "public.css" "school-worker.js" "school.js" "search.js"
        "select.js" "site.css" "tables.css" "tokens.css"
    };
    let asset = |(name, bytes): (&'static str, &'static [u8])| {
        let mark = HEXLOWER.encode(&Sha256::digest(bytes)).chars().take(16).collect();
        Asset { name, bytes, mark }
    };
    files.into_iter().map(asset).collect()
});

fn find(name: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.name == name)
}

/// The address of a file, with its mark.
pub fn address(name: &str) -> String {
    find(name).map_or_else(|| format!("/static/{name}"), |asset| format!("/static/{name}?v={}", asset.mark))
}

/// A mark that changes with any of the files.
pub fn version() -> &'static str {
    static VERSION: LazyLock<String> = LazyLock::new(|| {
        let marks: String = ASSETS.iter().map(|asset| asset.mark.as_str()).collect();
        HEXLOWER.encode(&Sha256::digest(marks)).chars().take(16).collect()
    });
    &VERSION
}

/// A file's text; nothing for one that is not there or is no text.
pub fn text(name: &str) -> &'static str {
    find(name).and_then(|asset| std::str::from_utf8(asset.bytes).ok()).unwrap_or_default()
}

/// The mark that an address was made with.
#[derive(Debug, Deserialize)]
pub struct Mark {
    v: Option<String>,
}

/// A file.
pub async fn show(
    path: paths::Static,
    _: Unmetered,
    Query(mark): Query<Mark>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    answer(&path.file, mark.v.as_deref(), &headers)
}

/// A font.
pub async fn font(
    path: paths::StaticFont,
    _: Unmetered,
    Query(mark): Query<Mark>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    answer(&format!("fonts/{}", path.file), mark.v.as_deref(), &headers)
}

fn answer(name: &str, mark: Option<&str>, headers: &HeaderMap) -> Result<Response, PageError> {
    let asset = find(name).ok_or(Refusal::NotFound)?;
    let tag = format!("\"{}\"", asset.mark);
    let keep = match mark {
        Some(mark) if mark == asset.mark => "public, max-age=31536000, immutable",
        _ if name.starts_with("fonts/") => "public, max-age=2592000",
        _ => "public, max-age=600",
    };
    let seen = headers.get(header::IF_NONE_MATCH).and_then(|seen| seen.to_str().ok());
    let is_known =
        seen.is_some_and(|seen| seen.split(',').any(|one| one.trim().trim_start_matches("W/") == tag));
    let tag = HeaderValue::from_str(&tag).map_err(|_| PageError::broken("a mark that no header holds"))?;
    let common = [(header::ETAG, tag), (header::CACHE_CONTROL, HeaderValue::from_static(keep))];
    if is_known {
        return Ok((StatusCode::NOT_MODIFIED, common).into_response());
    }
    Ok((common, [(header::CONTENT_TYPE, kind(name))], asset.bytes).into_response())
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_folder_is_in_the_program() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/static");
        let mut names = Vec::new();
        for (prefix, folder) in [("", folder.clone()), ("fonts/", folder.join("fonts"))] {
            let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry"));
            let files = entries.filter(|entry| entry.path().is_file());
            names.extend(files.map(|entry| format!("{prefix}{}", entry.file_name().to_string_lossy())));
        }
        names.sort();
        assert_eq!(names, ASSETS.iter().map(|asset| asset.name).collect::<Vec<_>>());
    }
}
