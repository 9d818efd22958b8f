//! Acting for another office: one of the officer's own posts.

use crate::app::{App, Result};
use crate::domain::ids::AppointmentId;
use crate::domain::refusal::Refusal;
use crate::store::sessions::{self, Session};

/// Acts in another post of the same officer from now on.
///
/// # Errors
/// `not_found` when the post is not the officer's.
pub async fn switch_office(app: &App, token: &str, to: AppointmentId) -> Result<Session> {
    let tx = app.db.begin().await?;
    let session = sessions::find(&tx, token, app.clock.now()).await?.ok_or(Refusal::NotSignedIn)?;
    if !session.posts.iter().any(|post| post.actor.appointment == to) {
        return Err(Refusal::NotFound.into());
    }
    sessions::set_post(&tx, token, to).await?;
    let session = sessions::find(&tx, token, app.clock.now()).await?.ok_or(Refusal::NotSignedIn)?;
    tx.commit().await?;
    Ok(session)
}
