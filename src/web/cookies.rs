//! The cookies: none but what signing in, safe forms, the language and its digits, and a sentence after an act need.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use data_encoding::BASE64URL_NOPAD;

use super::visitor::Visitor;

/// The language.
pub const LANG: &str = "lang";
/// The digits of Thai pages.
pub const DIGITS: &str = "digits";
/// The token of forms before anybody is signed in.
pub const FORM: &str = "wian_form";
/// The moment of an act that can still be undone, for the next page.
pub const UNDO: &str = "wian_undo";
/// What an act said, for the next page.
pub const SAID: &str = "wian_said";

/// What an answer asks to be kept; [`keep`] makes cookies of it.
#[derive(Debug, Clone)]
pub struct Kept {
    /// The cookie's name.
    pub name: &'static str,
    /// Its value; none takes it away.
    pub value: Option<String>,
}

/// Cookies of an answer, on their way to [`keep`].
#[derive(Debug, Clone, Default)]
pub struct Keeping(pub Vec<Kept>);

/// Text as a cookie may hold it.
pub fn pack(text: &str) -> String {
    BASE64URL_NOPAD.encode(text.as_bytes())
}

/// Text that [`pack`] packed.
pub fn unpack(value: &str) -> Option<String> {
    String::from_utf8(BASE64URL_NOPAD.decode(value.as_bytes()).ok()?).ok()
}

/// Adds the cookies to an answer: held to this site, out of reach of scripts, over TLS alone where there is TLS.
pub fn keep(visitor: &Visitor, response: Response, secure: bool) -> Response {
    let mut response = response;
    let mut kept = response.extensions_mut().remove::<Keeping>().unwrap_or_default().0;
    if let Some(token) = visitor.new_form_token() {
        kept.push(Kept { name: FORM, value: Some(token.to_owned()) });
    }
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if visitor.said.is_some() && is_page && response.status() == StatusCode::OK {
        kept.extend([SAID, UNDO].map(|name| Kept { name, value: None }));
    }
    if kept.is_empty() {
        return response;
    }
    response
        .headers_mut()
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("private, no-cache"));
    let jar = kept.into_iter().fold(CookieJar::new(), |jar, Kept { name, value }| {
        let removed = value.is_none();
        let cookie = Cookie::build((name, value.unwrap_or_default()))
            .path("/")
            .http_only(true)
            .same_site(SameSite::Lax)
            .secure(secure);
        jar.add(match name {
            _ if removed => cookie.removal(),
            LANG | DIGITS => cookie.permanent(),
            _ => cookie,
        })
    });
    (jar, response).into_response()
}
