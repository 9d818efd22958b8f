//! For those who run the program: whether it lives, whether it can serve, and figures as Prometheus reads them.

use std::sync::atomic::{AtomicU64, Ordering};

use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};

use super::Site;
use super::guards::Unmetered;
use crate::app::App;
use crate::paths;

/// Counts since the start.
#[derive(Debug)]
pub struct Metrics {
    started: DateTime<Utc>,
    /// Answers by the first digit of their status, from 1xx to 5xx.
    answers: [AtomicU64; 5],
}

impl Metrics {
    /// Nothing counted yet.
    pub fn starting_at(started: DateTime<Utc>) -> Self {
        Self { started, answers: Default::default() }
    }

    fn count(&self, status: StatusCode) {
        let class = usize::from(status.as_u16() / 100).saturating_sub(1);
        if let Some(counter) = self.answers.get(class) {
            counter.fetch_add(1, Ordering::Relaxed);
        }
    }

    fn as_text(&self, now: DateTime<Utc>) -> String {
        let line = |(class, counter): (u16, &AtomicU64)| {
            format!("wian_answers_total{{status=\"{class}xx\"}} {}\n", counter.load(Ordering::Relaxed))
        };
        let answers: String = (1..).zip(&self.answers).map(line).collect();
        let uptime = (now - self.started).num_seconds();
        format!(
            "# HELP wian_answers_total Answers by class of status.\n# TYPE wian_answers_total counter\n{answers}\
             # HELP wian_uptime_seconds Seconds since the start.\n# TYPE wian_uptime_seconds gauge\n\
             wian_uptime_seconds {uptime}\n"
        )
    }
}

/// Counts every answer.
pub async fn count(State(site): State<Site>, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    site.metrics.count(response.status());
    response
}

/// Alive.
pub async fn healthz(_: paths::Healthz, _: Unmetered) -> &'static str {
    "ok\n"
}

/// Ready: the database answers and its schema is this version's.
pub async fn readyz(_: paths::Readyz, _: Unmetered, State(app): State<App>) -> Response {
    let ready = match app.db.ping().await {
        Ok(()) => app.db.pending_migrations().await,
        Err(error) => Err(error),
    };
    match ready {
        Ok(0) => "ready\n".into_response(),
        Ok(pending) => {
            (StatusCode::SERVICE_UNAVAILABLE, format!("{pending} migrations are pending\n")).into_response()
        }
        Err(error) => {
            tracing::error!(error = &error as &dyn std::error::Error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response()
        }
    }
}

/// Figures.
pub async fn metrics(_: paths::Metrics, _: Unmetered, State(site): State<Site>) -> impl IntoResponse {
    let text = site.metrics.as_text(site.app.clock.now());
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text)
}
