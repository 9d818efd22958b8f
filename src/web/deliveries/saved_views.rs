//! Views of the inbox under a name: kept, shown as links, dropped.

use axum::extract::State;
use serde::Deserialize;

use super::view::View;
use crate::actions;
use crate::app::App;
use crate::paths;
use crate::paths::deeds::Read;
use crate::store::saved_views::{self, SavedView};
use crate::text::fill;
use crate::web::{Done, Form, May, PageError, Signed};

/// A view as it is listed.
#[derive(Debug)]
pub struct Kept {
    /// Where it leads.
    pub href: String,
    /// Its name.
    pub name: String,
    /// Where it is dropped.
    pub drop: String,
    /// Whether it is the one shown.
    pub current: bool,
}

/// A name for what is shown.
#[derive(Debug, Deserialize)]
pub struct Named {
    #[serde(default)]
    view_name: String,
    #[serde(flatten)]
    view: View,
}

/// Nothing: the address says it all.
#[derive(Debug, Deserialize)]
pub struct Nothing {}

/// Keeps what is shown.
pub async fn create(
    _: paths::SavedViews,
    officer: May<Read>,
    State(app): State<App>,
    Form(Named { view_name, view }): Form<Named>,
) -> Result<Done, PageError> {
    actions::keep_view(&app, &officer.actor, &view_name, &view.query()).await?;
    let said = fill(&officer.visitor.lang.text().inbox.view_kept, &[("name", view_name.trim())]);
    Ok(Done::to(view.address(&view.state, None)).saying(said))
}

/// Drops one.
pub async fn drop(
    path: paths::SavedView,
    officer: May<Read>,
    State(app): State<App>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Done, PageError> {
    actions::drop_view(&app, &officer.actor, path.id).await?;
    Ok(Done::to(paths::Deliveries).saying(&officer.visitor.lang.text().inbox.view_dropped))
}

/// The views of the post acted in.
///
/// # Errors
/// When the database fails.
pub async fn list(app: &App, officer: &Signed, shown: &View) -> Result<Vec<Kept>, PageError> {
    let query = shown.query();
    let kept = |SavedView { id, name, query: of }: SavedView| Kept {
        href: format!("{}?{of}", paths::Deliveries),
        name,
        drop: paths::SavedView { id }.to_string(),
        current: of == query,
    };
    Ok(saved_views::of(&app.db, officer.actor.appointment).await?.into_iter().map(kept).collect())
}
