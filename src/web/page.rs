//! Answers: a page, or the way to the next one after a deed.

use std::fmt::Display;

use askama::Template;
use axum::response::{Html, IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};

use super::cookies::{self, Keeping, Kept};
use super::errors::PageError;

/// A template, rendered.
#[derive(Debug)]
pub struct Page<T>(pub T);

impl<T: Template> IntoResponse for Page<T> {
    fn into_response(self) -> Response {
        match self.0.render() {
            Ok(html) => Html(html).into_response(),
            Err(error) => PageError::broken(&format!("a template failed: {error}")).into_response(),
        }
    }
}

/// A deed is done: the browser is led to a page, which may say so.
#[derive(Debug)]
pub struct Done {
    to: String,
    kept: Vec<Kept>,
}

impl Done {
    /// Leads to an address of the site.
    pub fn to(address: impl Display) -> Self {
        Self { to: address.to_string(), kept: Vec::new() }
    }

    /// Leads back to where a form says it came from, if that is a page of ours, or else home.
    pub fn back(address: &str) -> Self {
        Self::to(own_address(address).unwrap_or("/"))
    }

    /// Has the next page say this once.
    #[must_use]
    pub fn saying(self, words: impl AsRef<str>) -> Self {
        self.keeping(cookies::SAID, Some(cookies::pack(words.as_ref())))
    }

    /// Has the next page offer to undo what was forwarded at this moment.
    #[must_use]
    pub fn undoing(self, at: DateTime<Utc>) -> Self {
        self.keeping(cookies::UNDO, Some(at.timestamp_micros().to_string()))
    }

    /// Keeps a cookie, or takes it away.
    #[must_use]
    pub(super) fn keeping(mut self, name: &'static str, value: Option<String>) -> Self {
        self.kept.push(Kept { name, value });
        self
    }
}

impl IntoResponse for Done {
    fn into_response(self) -> Response {
        let mut response = Redirect::to(&self.to).into_response();
        response.extensions_mut().insert(Keeping(self.kept));
        response
    }
}

/// The address, if it is one of this site: a path, and none that a browser takes for another host.
fn own_address(address: &str) -> Option<&str> {
    let is_path = address.starts_with('/') && !address.starts_with("//");
    let is_plain = address.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    (is_path && is_plain).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::own_address;

    #[test]
    fn a_form_leads_back_to_this_site_alone() {
        assert_eq!(own_address("/deliveries?state=sent"), Some("/deliveries?state=sent"));
        for elsewhere in
            ["//evil.example", "https://evil.example", "/\\evil.example", "", "/\n", "javascript:1"]
        {
            assert_eq!(own_address(elsewhere), None, "{elsewhere}");
        }
    }
}
