//! The key of secret links and slips. Whoever has it can acknowledge for any school, so it never leaves the machine.

use std::fmt;
use std::fs;
use std::io::Write as _;

use data_encoding::HEXLOWER_PERMISSIVE;

use super::{Chance, Complaint, Config, Result};

/// 256 random bits.
#[derive(Clone)]
pub struct SecretKey([u8; 32]);

impl SecretKey {
    /// The key of the settings, or the one kept in the data folder, which is made on first start.
    ///
    /// # Errors
    /// When it is not 64 hexadecimal digits, or the folder cannot be written.
    pub fn open(config: &Config, chance: &Chance) -> Result<Self> {
        if let Some(text) = &config.secret_key {
            return Self::parse(text);
        }
        let file = config.data_dir.join("secret.key");
        match fs::read_to_string(&file) {
            Ok(text) => Self::parse(text.trim()),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                let key = chance.bytes();
                fs::create_dir_all(&config.data_dir)?;
                let mut options = fs::OpenOptions::new();
                options.write(true).create_new(true);
                #[cfg(unix)]
                std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
                options.open(&file)?.write_all(HEXLOWER_PERMISSIVE.encode(&key).as_bytes())?;
                Ok(Self(key))
            }
            Err(error) => Err(error.into()),
        }
    }

    fn parse(text: &str) -> Result<Self> {
        let key = HEXLOWER_PERMISSIVE.decode(text.as_bytes()).ok().and_then(|key| key.try_into().ok());
        key.map(Self).ok_or_else(|| {
            Complaint::new(
                "secret_key_malformed",
                "WIAN_SECRET_KEY ต้องเป็นเลขฐานสิบหก 64 หลัก",
                "WIAN_SECRET_KEY must be 64 hexadecimal digits.",
            )
            .into()
        })
    }

    /// The key as its file holds it.
    pub fn to_hex(&self) -> String {
        HEXLOWER_PERMISSIVE.encode(&self.0)
    }

    /// The key's bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretKey(…)")
    }
}
