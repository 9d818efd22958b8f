//! `wian read LETTER`.

use std::io::{Read as _, Write as _};
use std::path::Path;

use crate::app::Result;
use crate::letters::reading;

/// Reads a letter from a file, or from standard input for `-`, and prints the reading as JSON.
///
/// # Errors
/// When the file cannot be read or is no letter.
pub(super) async fn read(letter: &Path) -> Result<()> {
    let letter = letter.to_owned();
    let found = tokio::task::spawn_blocking(move || -> Result<_> {
        let mut bytes = Vec::new();
        if letter == Path::new("-") {
            std::io::stdin().lock().read_to_end(&mut bytes)?;
        } else {
            bytes = std::fs::read(&letter)?;
        }
        let (reading, _, _) = reading::of(&bytes, None)?;
        Ok(reading)
    });
    let json = serde_json::to_string_pretty(&found.await??).map_err(std::io::Error::from)?;
    // A reader that closes the pipe early is no reason to panic.
    Ok(writeln!(std::io::stdout(), "{json}")?)
}
