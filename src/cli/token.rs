//! `wian token create`.

use crate::actions;
use crate::app::{App, Result};

/// Makes a token and prints it; only its hash is kept.
///
/// # Errors
/// When there is no such officer.
pub(super) async fn create(app: &App, officer: &str, name: &str) -> Result<()> {
    println!("{}", actions::create_token(app, officer, name).await?);
    Ok(())
}
