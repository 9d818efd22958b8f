//! Accepting an invitation: the officer sets a password.

use super::password;
use crate::app::{App, Result};
use crate::domain::refusal::Refusal;
use crate::store::officers;

/// Sets the password of the invited officer; the invitation is used up by it.
///
/// # Errors
/// `invitation_gone` when it was used or is too old, `password_too_short`.
pub async fn accept_invitation(app: &App, token: &str, password: &str) -> Result<()> {
    let hash = password::hash(password, &app.chance).await?;
    let tx = app.db.begin().await?;
    let account = officers::of_invitation(&tx, token).await?;
    let account =
        account.filter(|account| account.is_invited(app.clock.now())).ok_or(Refusal::InvitationGone)?;
    officers::set_password(&tx, account.id, &hash).await?;
    Ok(tx.commit().await?)
}
