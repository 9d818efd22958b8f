//! Who asks: language, session, address, and the form token of somebody not signed in. Known once a request.

use std::net::{IpAddr, SocketAddr};
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use axum::extract::{ConnectInfo, Request, State};
use axum::http::{Extensions, Method, request};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use axum_extra::extract::CookieJar;
use chrono::{DateTime, Utc};

use super::errors::{self, PageError};
use super::limits::Limit;
use super::{Site, cookies, hot, typeset};
use crate::domain::refusal::Refusal;
use crate::paths::SESSION_COOKIE;
use crate::store::sessions::{self, Session};
use crate::text::{Digits, Lang};

/// Who asks, cheap to clone.
#[derive(Debug, Clone)]
pub struct Visitor(Arc<Parts>);

/// What is known of a visitor.
#[derive(Debug)]
pub struct Parts {
    /// The language of the pages.
    pub lang: Lang,
    /// The digits wished for; those of English pages are 0-9 all the same.
    pub digits: Digits,
    /// Path and query of the request.
    pub path: String,
    /// The session, where one is open.
    pub session: Option<Session>,
    /// The session's token.
    pub token: Option<String>,
    /// What an act said before it led here.
    pub said: Option<String>,
    /// The moment of what was forwarded by it, which can be undone.
    pub undo: Option<String>,
    /// When it is.
    pub now: DateTime<Utc>,
    changes: bool,
    address: Option<IpAddr>,
    form_cookie: Option<String>,
    form_token: OnceLock<String>,
    site: Site,
}

impl Deref for Visitor {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl Visitor {
    /// The visitor of a request that came by `know`.
    ///
    /// # Errors
    /// When a route was hung up outside of it.
    pub fn of(extensions: &Extensions) -> Result<Self, PageError> {
        let missing = || PageError::broken("a route outside of the layer that knows visitors");
        extensions.get::<Self>().cloned().ok_or_else(missing)
    }

    /// The token that forms carry: the session's, or the one of a cookie while nobody is signed in.
    pub fn csrf(&self) -> &str {
        match (&self.session, &self.form_cookie) {
            (Some(session), _) => &session.csrf,
            (None, Some(cookie)) => cookie,
            (None, None) => self.form_token.get_or_init(|| self.site.app.chance.token()),
        }
    }

    /// Whether a form's token is the visitor's.
    ///
    /// # Errors
    /// `form_expired` when it is not.
    pub fn check_csrf(&self, sent: &str) -> Result<(), Refusal> {
        let expected = match (&self.session, &self.form_cookie) {
            (Some(session), _) => session.csrf.as_str(),
            (None, Some(cookie)) => cookie,
            (None, None) => return Err(Refusal::FormExpired),
        };
        if is_same(expected, sent) { Ok(()) } else { Err(Refusal::FormExpired) }
    }

    /// Takes one from the allowance of the visitor's address.
    ///
    /// # Errors
    /// `too_many_requests`.
    pub fn spend(&self, limit: Limit) -> Result<(), Refusal> {
        self.address.map_or(Ok(()), |address| self.site.limits.spend(limit, address))
    }

    /// Whether something is left of it.
    ///
    /// # Errors
    /// `too_many_requests`.
    pub fn check(&self, limit: Limit) -> Result<(), Refusal> {
        self.address.map_or(Ok(()), |address| self.site.limits.check(limit, address))
    }

    /// Why nobody who is not signed in comes further: a page leads to the door, a deed is refused.
    pub fn must_sign_in(&self) -> PageError {
        if self.changes { Refusal::NotSignedIn.into() } else { PageError::SignIn { back: self.path.clone() } }
    }

    async fn meet(site: &Site, request: &request::Parts) -> (Self, Option<PageError>) {
        let jar = CookieJar::from_headers(&request.headers);
        let value = |name: &str| jar.get(name).map(|cookie| cookie.value().to_owned());
        let token = value(SESSION_COOKIE);
        let now = site.app.clock.now();
        let (session, failed) = match &token {
            Some(token) => match sessions::find(&site.app.db, token, now).await {
                Ok(session) => (session, None),
                Err(error) => (None, Some(error.into())),
            },
            None => (None, None),
        };
        let path = request.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
        let address = request.extensions.get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
        let parts = Parts {
            lang: value(cookies::LANG).and_then(|code| code.parse().ok()).unwrap_or_default(),
            digits: value(cookies::DIGITS).and_then(|code| code.parse().ok()).unwrap_or_default(),
            path,
            token: token.filter(|_| session.is_some()),
            session,
            said: value(cookies::SAID).and_then(|said| cookies::unpack(&said)),
            undo: value(cookies::UNDO),
            now,
            changes: !matches!(request.method, Method::GET | Method::HEAD),
            address,
            form_cookie: value(cookies::FORM).filter(|token| token.len() >= 32),
            form_token: OnceLock::new(),
            site: site.clone(),
        };
        (Self(Arc::new(parts)), failed)
    }
}

/// Compares in a time that does not tell how much was right.
fn is_same(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.bytes().zip(other.bytes()).fold(0, |unlike, (a, b)| unlike | (a ^ b)) == 0
}

/// Learns who asks, gives errors their page, sets it in the visitor's digits, and keeps the cookies that go with the answer.
pub async fn know(State(site): State<Site>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let (visitor, failed) = Visitor::meet(&site, &parts).await;
    if let Some(session) = &visitor.session {
        tracing::Span::current().record("officer", session.actor.officer.0);
    }
    let key = hot::Key::of(&visitor, &parts);
    let make = async {
        let response = if let Some(error) = failed {
            error.into_response()
        } else {
            parts.extensions.insert(visitor.clone());
            next.run(Request::from_parts(parts, body)).await
        };
        typeset::set(errors::dress(&visitor, response), visitor.digits_shown()).await
    };
    let response = match key {
        Some(key) => site.hot.page(key, &visitor, &site.app.db, make).await,
        None => make.await,
    };
    cookies::keep(&visitor, response, site.app.config.is_https())
}

impl Parts {
    /// The digits of the visitor's pages.
    pub fn digits_shown(&self) -> Digits {
        if self.lang == Lang::Th { self.digits } else { Digits::Western }
    }

    /// The form token that was made for this answer and has to be kept in a cookie.
    pub(super) fn new_form_token(&self) -> Option<&str> {
        self.form_token.get().map(String::as_str)
    }
}
