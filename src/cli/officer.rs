//! `wian officer add`.

use std::io::Read as _;

use super::commands::AddOfficer;
use crate::actions::{self, NewOfficer, Welcome};
use crate::app::{App, Result};
use crate::paths;

/// Adds an officer; prints the invitation link unless a password was given.
///
/// # Errors
/// When the office is not known, a field is wrong, or the officer holds the role already.
pub(super) async fn add(app: &App, new: &AddOfficer) -> Result<()> {
    let mut password = String::new();
    if new.password_stdin {
        std::io::stdin().lock().read_to_string(&mut password)?;
    }
    let officer = NewOfficer {
        email: &new.email,
        name: &new.name,
        office: &new.office,
        role: new.role,
        password: new.password_stdin.then(|| password.trim_end_matches(['\r', '\n'])),
    };
    match actions::add_officer(app, None, officer).await? {
        Welcome::Invitation { token, .. } => {
            println!("{}{}", app.config.base_url(), paths::Invitation { token });
        }
        Welcome::Password => println!("{}", new.email),
    }
    Ok(())
}
