//! Routes, a line each: method and handler; address and guard are read off the handler's arguments and kept in a list.

use axum::Router;
use axum::handler::Handler;
use axum::routing::{MethodRouter, delete, get, post, put};

use super::TypedPath;
use super::guard::{Guard as _, Guarded, GuardedBody};

/// One route, as tests list them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// `GET`, `POST`, `PUT` or `DELETE`.
    pub method: &'static str,
    /// The address with its places: `/circulars/{id}`.
    pub address: &'static str,
    /// Whom it is for.
    pub guard: &'static str,
}

/// Routes under construction. `S` is what handlers take their state from.
#[derive(Debug)]
pub struct Routes<S> {
    router: Router<S>,
    list: Vec<Route>,
}

impl<S: Clone + Send + Sync + 'static> Default for Routes<S> {
    fn default() -> Self {
        Self { router: Router::new(), list: Vec::new() }
    }
}

impl<S: Clone + Send + Sync + 'static> Routes<S> {
    /// A page or a document: changes nothing.
    #[must_use]
    pub fn get<H: Handler<T, S>, T: Guarded + 'static>(self, handler: H) -> Self {
        self.add::<T>("GET", get(handler))
    }

    /// A deed.
    #[must_use]
    pub fn post<H: Handler<T, S>, T: GuardedBody + 'static>(self, handler: H) -> Self {
        self.add::<T>("POST", post(handler))
    }

    /// Puts a thing in another's place.
    #[must_use]
    pub fn put<H: Handler<T, S>, T: GuardedBody + 'static>(self, handler: H) -> Self {
        self.add::<T>("PUT", put(handler))
    }

    /// Takes a thing away.
    #[must_use]
    pub fn delete<H: Handler<T, S>, T: GuardedBody + 'static>(self, handler: H) -> Self {
        self.add::<T>("DELETE", delete(handler))
    }

    fn add<T: Guarded>(mut self, method: &'static str, handler: MethodRouter<S>) -> Self {
        let address = <T::Address as TypedPath>::PATH;
        self.list.push(Route { method, address, guard: T::Guard::name() });
        self.router = self.router.route(address, handler);
        self
    }

    /// The list of routes.
    pub fn list(&self) -> &[Route] {
        &self.list
    }

    /// The router that serves them.
    pub fn into_router(self) -> Router<S> {
        self.router
    }
}
