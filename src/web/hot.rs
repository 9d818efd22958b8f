//! Public pages of letters, and letters printed, which thousands open in the same hour: made once for all who ask before
//! the next thing is written. A reader always sees everything that was written before the request came.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::body::{Bytes, to_bytes};
use axum::http::{HeaderMap, Method, StatusCode, header, request};
use axum::response::{IntoResponse as _, Response};

use super::errors::PageError;
use super::limits::Limit;
use super::visitor::Visitor;
use crate::store::Db;
use crate::text::{Digits, Lang};

/// Pages kept at most; beyond it all are forgotten. A printed letter has a hundred kilobytes.
const MOST: usize = 500;

/// How long one is kept: it says of which minute it is, and another process may have written.
const LONGEST: Duration = Duration::from_secs(1);

/// What tells one page from another.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    path: String,
    lang: Lang,
    digits: Digits,
}

impl Key {
    /// The page that a request asks for; none where the answer depends on more than its address, language and digits.
    pub fn of(visitor: &Visitor, request: &request::Parts) -> Option<Self> {
        // The page and the printed letter, not the files behind it: those are sent as they are read.
        let page = visitor.path.strip_suffix("/letter.pdf").unwrap_or(&visitor.path);
        let is_letter = page.strip_prefix("/L/").is_some_and(|code| !code.contains(['/', '?']));
        let knows_nobody = visitor.session.is_none() && visitor.said.is_none() && visitor.undo.is_none();
        (request.method == Method::GET && is_letter && knows_nobody).then(|| Self {
            path: visitor.path.clone(),
            lang: visitor.lang,
            digits: visitor.digits_shown(),
        })
    }
}

/// A finished page, and what had been written when it was begun.
#[derive(Debug, Clone)]
struct Made {
    written: u64,
    at: Instant,
    headers: HeaderMap,
    body: Bytes,
}

/// One at a time makes a page; the others wait for it.
type Place = Arc<tokio::sync::Mutex<Option<Made>>>;

/// Finished pages.
#[derive(Debug, Default)]
pub struct Hot(Mutex<HashMap<Key, Place>>);

impl Hot {
    /// The page as it was made for somebody, or made now. Whoever asks too often is told so by what makes it.
    pub async fn page(
        &self,
        key: Key,
        visitor: &Visitor,
        db: &Db,
        make: impl Future<Output = Response>,
    ) -> Response {
        let came = db.written();
        let place = self.place(key);
        let mut place = place.lock().await;
        if let Some(made) = place.as_ref()
            && made.written >= came
            && made.at.elapsed() < LONGEST
            && visitor.check(Limit::WrongCodes).is_ok()
            && visitor.spend(Limit::Public).is_ok()
        {
            return made.answer();
        }
        let (written, at) = (db.written(), Instant::now());
        let (parts, body) = make.await.into_parts();
        let is_plain = parts.status == StatusCode::OK && !parts.headers.contains_key(header::SET_COOKIE);
        let body = match to_bytes(body, usize::MAX).await {
            Ok(body) => body,
            Err(error) => return PageError::broken(&error.to_string()).into_response(),
        };
        *place = is_plain.then(|| Made { written, at, headers: parts.headers.clone(), body: body.clone() });
        Response::from_parts(parts, body.into())
    }

    fn place(&self, key: Key) -> Place {
        let mut places = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if places.len() >= MOST && !places.contains_key(&key) {
            places.clear();
        }
        Arc::clone(places.entry(key).or_default())
    }
}

impl Made {
    fn answer(&self) -> Response {
        (self.headers.clone(), self.body.clone()).into_response()
    }
}
