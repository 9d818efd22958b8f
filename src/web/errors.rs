//! Errors as pages: what was refused, in one sentence, in the frame; never what went on inside.

use std::sync::Arc;

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};

use super::frame::Frame;
use super::page::Page;
use super::visitor::Visitor;
use crate::app::{Complaint, Error};
use crate::domain::refusal::Refusal;
use crate::paths::{SignIn, TypedPath as _};
use crate::text::{self, Text};

/// Why a page or a deed is answered otherwise.
#[derive(Debug)]
pub enum PageError {
    /// An action did not do what it was asked.
    Action(Box<Error>),
    /// Nobody is signed in; after signing in the page asked for follows.
    SignIn {
        /// Path and query of that page.
        back: String,
    },
}

/// What an error page says; it travels with the answer to [`dress`], which knows the visitor.
#[derive(Debug, Clone)]
struct Problem(Arc<Said>);

#[derive(Debug)]
enum Said {
    Refused(Refusal),
    Complaint(Complaint),
    Broken,
}

impl PageError {
    /// A fault of the program itself.
    pub fn broken(what: &str) -> Self {
        std::io::Error::other(what.to_owned()).into()
    }

    /// The refusal, where it is one: a page that shows its own form again asks for it.
    ///
    /// # Errors
    /// Itself, where it is none.
    pub fn into_refusal(self) -> Result<Refusal, Self> {
        match self {
            Self::Action(error) => match *error {
                Error::Refused(refusal) => Ok(refusal),
                other => Err(Self::Action(Box::new(other))),
            },
            other @ Self::SignIn { .. } => Err(other),
        }
    }
}

impl<E: Into<Error>> From<E> for PageError {
    fn from(error: E) -> Self {
        Self::Action(Box::new(error.into()))
    }
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        let error = match self {
            Self::SignIn { back } => {
                let to = SignIn.with_query_params([("back", back)]);
                return Redirect::to(&to.to_string()).into_response();
            }
            Self::Action(error) => *error,
        };
        let (status, said) = match error {
            Error::Refused(refusal) => (refusal.kind().status(), Said::Refused(refusal)),
            Error::Complaint(complaint) => (422, Said::Complaint(complaint)),
            failed => {
                tracing::error!(error = &failed as &dyn std::error::Error, "a request failed");
                (500, Said::Broken)
            }
        };
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = status.into_response();
        if let Said::Refused(refusal) = &said
            && let Some(seconds) = refusal.retry_after()
        {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response.extensions_mut().insert(Problem(Arc::new(said)));
        response
    }
}

/// Gives an error its page: one of ours, and those that the router and its extractors answer with bare text.
pub fn dress(visitor: &Visitor, mut response: Response) -> Response {
    let problem = response.extensions_mut().remove::<Problem>();
    let said = match (&problem, response.status().as_u16()) {
        (Some(Problem(said)), _) => said.as_ref(),
        _ if is_page(&response) => return response,
        (None, 400 | 404) if visitor.path.starts_with("/V/") => &Said::Refused(Refusal::ReceiptCodeMalformed),
        (None, 400 | 404) if is_code(&visitor.path) => &Said::Refused(Refusal::UnknownCode),
        (None, 400 | 404 | 405) => &Said::Refused(Refusal::NotFound),
        (None, 413) => &Said::Refused(Refusal::TooLarge { most: 4 }),
        (None, 411 | 415 | 422) => &Said::Refused(Refusal::FormUnreadable),
        (None, 500) => &Said::Broken,
        _ => return response,
    };
    let status = match (&problem, response.status()) {
        (None, StatusCode::BAD_REQUEST) => StatusCode::NOT_FOUND,
        (_, status) => status,
    };
    let mut page = (status, Page(ErrorPage::new(visitor, status, said))).into_response();
    if let Some(wait) = response.headers_mut().remove(header::RETRY_AFTER) {
        page.headers_mut().insert(header::RETRY_AFTER, wait);
    }
    page
}

/// Whether an address is that of a public code, which somebody may have typed.
fn is_code(path: &str) -> bool {
    ["/L/", "/F/", "/S/"].iter().any(|begin| path.starts_with(begin))
}

fn is_page(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| !kind.as_bytes().starts_with(b"text/plain"))
}

#[derive(Debug, Template)]
#[template(path = "errors/show.html")]
struct ErrorPage {
    page: Frame,
    heading: &'static str,
    sentence: String,
    next: Option<&'static str>,
    code: String,
    can_sign_in: bool,
}

impl ErrorPage {
    fn new(visitor: &Visitor, status: StatusCode, said: &Said) -> Self {
        let page = Frame::new(visitor);
        let words = &page.t.errors;
        let (sentence, code) = match said {
            Said::Refused(refusal) => (text::refusal(page.lang, refusal), refusal.code().to_owned()),
            Said::Complaint(complaint) => (complaint.sentence(page.lang), complaint.code.clone()),
            Said::Broken => (words.failed_line.clone(), "failed".to_owned()),
        };
        let expired = matches!(said, Said::Refused(Refusal::FormExpired | Refusal::NotSignedIn));
        let heading = if matches!(said, Said::Refused(Refusal::FormExpired)) {
            &words.form_expired
        } else {
            heading(page.t, status)
        };
        Self {
            heading,
            sentence,
            next: expired.then_some(words.form_expired_next.as_str()),
            code,
            can_sign_in: page.officer.is_none(),
            page,
        }
    }
}

fn heading(t: &'static Text, status: StatusCode) -> &'static str {
    let words = &t.errors;
    match status.as_u16() {
        401 => &words.unknown,
        403 => &words.forbidden,
        404 | 405 => &words.missing,
        409 => &words.conflict,
        413 => &words.too_large,
        429 => &words.too_many,
        500.. => &words.failed,
        _ => &words.invalid,
    }
}
