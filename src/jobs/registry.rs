//! Takes in the registry files that were handed in.

use crate::actions;
use crate::app::{App, Result};

/// Takes in all that wait.
///
/// # Errors
/// When the database fails; what was begun is begun anew.
pub(super) async fn take_in(app: &App) -> Result<()> {
    while let Some(import) = actions::take_in_next_registry(app).await? {
        tracing::info!(%import, "a registry file was dealt with");
    }
    Ok(())
}
