//! Signing out: the session's token opens nothing any more.

use crate::app::{App, Result};
use crate::store::sessions;

/// Ends a session.
///
/// # Errors
/// When the database fails.
pub async fn sign_out(app: &App, token: &str) -> Result<()> {
    let tx = app.db.begin().await?;
    sessions::delete(&tx, token).await?;
    Ok(tx.commit().await?)
}
