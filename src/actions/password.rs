//! Passwords: argon2id, a few at a time, so that a crowd at the door cannot take all memory.

use std::sync::LazyLock;

use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use crate::app::{Chance, Result};
use crate::domain::refusal::Refusal;

/// The fewest characters of a password.
const LEAST: usize = 10;

/// The most characters: more is no password but an attempt to keep the machine busy.
const MOST: usize = 1024;

/// Hashed at once at most, since each takes 19 MiB.
static TURNS: LazyLock<Semaphore> =
    LazyLock::new(|| Semaphore::new(std::thread::available_parallelism().map_or(2, usize::from)));

/// What is compared with when there is no account, so that its absence takes as long to say.
static NOBODY: LazyLock<Option<String>> = LazyLock::new(|| hash_with("nobody's password", &[0; 16]));

/// OWASP's parameters for argon2id: 19 MiB, two passes, one lane.
fn hasher() -> Option<Argon2<'static>> {
    let params = Params::new(19 * 1024, 2, 1, None).ok()?;
    Some(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn hash_with(password: &str, salt: &[u8]) -> Option<String> {
    Some(hasher()?.hash_password_with_salt(password.as_bytes(), salt).ok()?.to_string())
}

/// The hash to keep of a new password.
///
/// # Errors
/// When it is shorter than ten characters or absurdly long.
pub async fn hash(password: &str, chance: &Chance) -> Result<String> {
    if password.chars().count() < LEAST {
        return Err(Refusal::PasswordTooShort { least: LEAST }.into());
    }
    if password.chars().count() > MOST {
        return Err(Refusal::TooLong { field: "password", most: MOST }.into());
    }
    let (password, salt) = (password.to_owned(), chance.bytes::<16>());
    let _turn = TURNS.acquire().await;
    let hash = spawn_blocking(move || hash_with(&password, &salt)).await?;
    Ok(hash.ok_or(Refusal::Malformed { field: "password" })?)
}

/// Whether a password is the one of a kept hash; as slow for no hash at all.
pub async fn is_right(password: &str, kept: Option<&str>) -> Result<bool> {
    if password.chars().count() > MOST {
        return Ok(false);
    }
    let (password, kept) = (password.to_owned(), kept.map(str::to_owned));
    let _turn = TURNS.acquire().await;
    let is_right = spawn_blocking(move || {
        let compared = kept.as_ref().or(NOBODY.as_ref())?;
        let same = hasher()?.verify_password(password.as_bytes(), compared.as_str()).is_ok();
        Some(same && kept.is_some())
    });
    Ok(is_right.await?.unwrap_or(false))
}
