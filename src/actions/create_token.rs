//! A token by which a program acts for an officer.

use crate::app::{App, Result};
use crate::domain::email::fold_email;
use crate::domain::refusal::{Refusal, required};
use crate::store::{officers, tokens};

/// The most characters of a token's name.
const NAME: usize = 120;

/// Makes a token for the officer's first post; it is told once and kept as a hash.
///
/// # Errors
/// `malformed` for an unknown officer, `missing` without a name.
pub async fn create_token(app: &App, email: &str, name: &str) -> Result<String> {
    let name = required("name", name, NAME)?;
    let token = app.chance.token();
    let tx = app.db.begin().await?;
    let posts = officers::posts(&tx, &fold_email(email)).await?;
    let post = posts.first().ok_or(Refusal::Malformed { field: "email" })?;
    tokens::insert(&tx, &token, &name, post.actor.appointment, app.clock.now()).await?;
    tx.commit().await?;
    Ok(token)
}
