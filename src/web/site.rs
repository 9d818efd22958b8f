//! What handlers take their state from.

use std::sync::Arc;

use axum::extract::FromRef;

use super::hot::Hot;
use super::limits::Limits;
use super::operators::Metrics;
use crate::app::App;

/// The app, and what only the pages keep: finished pages, limits and counts of requests. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Site {
    /// The running program.
    pub app: App,
    pub(super) hot: Arc<Hot>,
    pub(super) limits: Arc<Limits>,
    pub(super) metrics: Arc<Metrics>,
}

impl Site {
    /// The site of an app, with nobody limited yet.
    pub fn new(app: &App) -> Self {
        let metrics = Metrics::starting_at(app.clock.now());
        Self {
            app: app.clone(),
            hot: Arc::default(),
            limits: Arc::new(Limits::new(app)),
            metrics: Arc::new(metrics),
        }
    }
}

impl FromRef<Site> for App {
    fn from_ref(site: &Site) -> Self {
        site.app.clone()
    }
}
