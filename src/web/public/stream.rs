//! Files to a browser: streamed, named, typed by what they are, unable to run anything; in part where a part is asked.

use std::io::SeekFrom;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use futures_util::stream;
use tokio::fs;
use tokio::io::{AsyncReadExt as _, AsyncSeekExt as _};

use crate::app::App;
use crate::domain::enclosure::Version;
use crate::web::PageError;

/// Bytes read at once.
const CHUNK: u64 = 64 * 1024;

/// Nothing of a file runs, loads or frames anything. A PDF is without `sandbox`, which browsers' viewers refuse; their
/// viewers keep it from the site all the same.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'; sandbox";
const PDF_POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'";

/// A version of an enclosure, whole or in the part that the headers ask for.
///
/// # Errors
/// When its file is not there.
pub async fn version(app: &App, version: &Version, asked: &HeaderMap) -> Result<Response, PageError> {
    let tag = format!("\"{}\"", version.sha256);
    let text = |name: HeaderName| asked.get(name).and_then(|value| value.to_str().ok());
    let size = u64::try_from(version.size).unwrap_or_default();
    let mut response = if text(header::IF_NONE_MATCH).is_some_and(|seen| seen.contains(&tag)) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        match text(header::RANGE).map(|range| part(range, size)) {
            Some(None) => {
                let all = (header::CONTENT_RANGE, format!("bytes */{size}"));
                return Ok((StatusCode::RANGE_NOT_SATISFIABLE, [all]).into_response());
            }
            Some(Some((first, last))) => {
                let part = (header::CONTENT_RANGE, format!("bytes {first}-{last}/{size}"));
                let body = body(app, version, first, last - first + 1).await?;
                (StatusCode::PARTIAL_CONTENT, [part, length(last - first + 1)], body).into_response()
            }
            None => ([length(size)], body(app, version, 0, size).await?).into_response(),
        }
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, value(&version.media_type));
    headers.insert(header::ETAG, value(&tag));
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    let is_pdf = version.media_type == "application/pdf";
    let is_seen = is_pdf || version.media_type.starts_with("image/");
    name(headers, &version.filename, is_seen);
    let policy = if is_pdf { PDF_POLICY } else { POLICY };
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
    Ok(response)
}

/// A file that was made for this answer, to be saved.
pub fn made(bytes: Vec<u8>, kind: &'static str, filename: &str) -> Response {
    let mut response = ([(header::CONTENT_TYPE, kind)], bytes).into_response();
    name(response.headers_mut(), filename, false);
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    response
}

fn length(bytes: u64) -> (HeaderName, String) {
    (header::CONTENT_LENGTH, bytes.to_string())
}

fn value(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).unwrap_or(HeaderValue::from_static("application/octet-stream"))
}

/// The name to save it under, in full for today's browsers and in ASCII for old ones (RFC 6266, 5).
fn name(headers: &mut HeaderMap, filename: &str, is_seen: bool) {
    let how = if is_seen { "inline" } else { "attachment" };
    let ending = filename.rsplit_once('.').map_or("bin", |(_, ending)| ending);
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
    let escape = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    let full: String = filename.bytes().map(escape).collect();
    let disposition = format!("{how}; filename=\"file.{ending}\"; filename*=UTF-8''{full}");
    headers.insert(header::CONTENT_DISPOSITION, value(&disposition));
}

/// The first and the last byte of a single range; none when it lies outside.
fn part(range: &str, size: u64) -> Option<(u64, u64)> {
    let end = size.checked_sub(1)?;
    let (first, last) = range.strip_prefix("bytes=")?.split_once('-')?;
    let (first, last) = match (first.trim(), last.trim()) {
        ("", suffix) => (size.saturating_sub(suffix.parse().ok().filter(|n| *n > 0)?), end),
        (first, "") => (first.parse().ok()?, end),
        (first, last) => (first.parse().ok()?, last.parse::<u64>().ok()?.min(end)),
    };
    (first <= last).then_some((first, last))
}

async fn body(app: &App, version: &Version, first: u64, length: u64) -> Result<Body, PageError> {
    let mut file = app.files.read(&version.sha256).await?;
    file.seek(SeekFrom::Start(first)).await?;
    let chunks = stream::try_unfold((file, length), async |(mut file, left): (fs::File, u64)| {
        let mut chunk = Vec::new();
        let read = (&mut file).take(left.min(CHUNK)).read_to_end(&mut chunk).await?;
        let left = left.saturating_sub(u64::try_from(read).unwrap_or(left));
        Ok::<_, std::io::Error>((read > 0).then_some((chunk, (file, left))))
    });
    Ok(Body::from_stream(chunks))
}

#[cfg(test)]
mod tests {
    use super::part;

    #[test]
    fn a_part_lies_within_the_file() {
        assert_eq!(part("bytes=0-99", 1000), Some((0, 99)));
        assert_eq!(part("bytes=900-", 1000), Some((900, 999)));
        assert_eq!(part("bytes=-100", 1000), Some((900, 999)));
        assert_eq!(part("bytes=990-2000", 1000), Some((990, 999)));
        for outside in ["bytes=1000-", "bytes=5-2", "bytes=-0", "lines=1-2", "bytes=0-1,5-6"] {
            assert_eq!(part(outside, 1000), None, "{outside}");
        }
        assert_eq!(part("bytes=0-", 0), None);
    }
}
