//! Routes that cannot be without a guard, a limit and a documentation: each is given with all of them.

use std::convert::Infallible;
use std::fmt;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodFilter, MethodRouter, on};
use utoipa::__dev::SchemaReferences;
use utoipa::Path;
use utoipa::openapi::OpenApi;
use utoipa::openapi::path::HttpMethod;

use super::{ROOT, auth, openapi};
use crate::app::App;
use crate::domain::actor::Deed;

/// Who may use a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guard {
    /// Anybody.
    Anybody,
    /// Who may do this in the own office: asked before anything else.
    Role(Deed),
    /// Who can see the thing and may do this to it: what is out of sight is not there, so the action asks for both.
    Thing(Deed),
}

impl fmt::Display for Guard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Anybody => f.write_str("anybody"),
            Self::Role(deed) => write!(f, "may {deed}"),
            Self::Thing(deed) => write!(f, "sees it and may {deed}"),
        }
    }
}

/// What a route takes in its body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// Nothing, or JSON of up to 2 MB.
    Json,
    /// A letter or a roster of up to 20 MB.
    Paper,
    /// A file of any size that its action allows, streamed.
    Stream,
}

impl Takes {
    /// The most bytes, where there is a limit at this place.
    pub const fn most(self) -> Option<usize> {
        match self {
            Self::Json => Some(2_000_000),
            Self::Paper => Some(20_000_000),
            Self::Stream => None,
        }
    }

    fn limit(self) -> DefaultBodyLimit {
        self.most().map_or_else(DefaultBodyLimit::disable, DefaultBodyLimit::max)
    }
}

/// A route as the table of all routes shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// `GET`.
    pub method: &'static str,
    /// `/api/v1/deliveries/{id}`.
    pub path: String,
    /// Who may use it.
    pub guard: Guard,
}

/// The routes given so far.
pub struct Routes {
    router: Router<App>,
    table: Vec<Route>,
    openapi: OpenApi,
}

impl Routes {
    /// None yet.
    pub fn new() -> Self {
        Self { router: Router::new(), table: Vec::new(), openapi: openapi::frame() }
    }

    /// Adds a route: its documentation (the `__path_…` that `utoipa::path` made of the handler) says where it is.
    ///
    /// # Panics
    /// Never: a documentation without a method does not compile.
    #[must_use]
    pub fn add<D, H, T>(mut self, _: D, handler: H, guard: Guard, takes: Takes) -> Self
    where
        D: Path + SchemaReferences,
        H: Handler<T, App>,
        T: 'static,
    {
        let path = D::path();
        let methods: Vec<_> = D::methods().iter().map(method_of).collect();
        let filter = methods.iter().map(|(filter, _)| *filter).reduce(MethodFilter::or);
        let guarded: MethodRouter<App, Infallible> =
            on(filter.expect("`utoipa::path` does not compile without a method"), handler)
                .route_layer(from_fn_with_state(auth::Rule { guard, takes }, auth::guard))
                .route_layer(takes.limit());
        self.router = self.router.route(&path, guarded);
        let route = |(_, method)| Route { method, path: format!("{ROOT}{path}"), guard };
        self.table.extend(methods.into_iter().map(route));
        openapi::document::<D>(&mut self.openapi, guard);
        self
    }

    /// The table of all routes, by address.
    pub fn table(mut self) -> Vec<Route> {
        self.table.sort_by(|one, other| (&one.path, one.method).cmp(&(&other.path, other.method)));
        self.table
    }

    /// The router, with the documentation of its routes within reach of the one that serves it.
    pub fn into_router(self) -> Router<App> {
        self.router.layer(axum::Extension(openapi::Document::of(&self.openapi)))
    }
}

fn method_of(method: &HttpMethod) -> (MethodFilter, &'static str) {
    match method {
        HttpMethod::Post => (MethodFilter::POST, "POST"),
        HttpMethod::Put => (MethodFilter::PUT, "PUT"),
        HttpMethod::Delete => (MethodFilter::DELETE, "DELETE"),
        HttpMethod::Patch => (MethodFilter::PATCH, "PATCH"),
        _ => (MethodFilter::GET, "GET"),
    }
}
