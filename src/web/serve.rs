//! The site as one service: pages, whatever else stands beside them, and what surrounds both.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::extract::{ConnectInfo, MatchedPath, Request};
use axum::http::Response;
use axum::middleware::from_fn_with_state;
use tokio::net::TcpListener;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate as _};
use tower_http::trace::TraceLayer;
use tracing::Span;

use super::{Site, headers, operators, pages, plain, visitor};
use crate::app::App;
use crate::domain::refusal::Refusal;
use crate::web::errors::PageError;

/// The pages, and nothing beside them.
pub fn router(app: &App) -> Router {
    site(app, Router::new())
}

/// The pages and what else is served beside them (the API), with access log, headers and compression around both.
pub fn site(app: &App, beside: Router) -> Router {
    let site = Site::new(app);
    let pages = pages()
        .into_router()
        .fallback(async || PageError::from(Refusal::NotFound))
        .layer(from_fn_with_state(site.clone(), visitor::know));
    let all = pages.merge(plain().into_router()).with_state(site.clone()).merge(beside);
    let not_fonts = DefaultPredicate::new().and(NotForContentType::const_new("font/"));
    headers::add(all, app.config.is_https())
        .layer(CompressionLayer::new().compress_when(not_fonts))
        .layer(from_fn_with_state(site, operators::count))
        .layer(TraceLayer::new_for_http().make_span_with(span).on_request(()).on_response(log))
}

/// Serves until `stop` comes to pass; what is under way then is finished.
///
/// # Errors
/// When the listener fails.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stop).await
}

/// Comes to pass when the machine (SIGTERM) or its keeper (Ctrl-C) asks the program to stop.
pub async fn asked_to_stop() {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
}

/// A line of the access log. The route and not the address: a school's secret link must not be read in a log.
fn span(request: &Request) -> Span {
    let route = request.extensions().get::<MatchedPath>().map_or("-", MatchedPath::as_str);
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let peer = peer.map_or_else(String::new, |peer| peer.0.ip().to_string());
    tracing::info_span!("request", method = %request.method(), route, peer, officer = tracing::field::Empty)
}

fn log<B>(response: &Response<B>, took: Duration, _: &Span) {
    tracing::info!(status = response.status().as_u16(), took_us = took.as_micros(), "answered");
}
