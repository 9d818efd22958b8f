//! The key of secret links, slips and receipts. Whoever has it can acknowledge for any school and forge receipts, so it
//! never leaves the machine.

use std::fmt;
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

use data_encoding::HEXLOWER_PERMISSIVE;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use super::{Chance, Complaint, Config, Result};
use crate::domain::receipt::ReceiptKey;

/// What the key of receipts is derived for; another one would make all receipts given out worthless.
const RECEIPTS: &[u8] = b"wian receipt key v1";

/// 256 random bits.
#[derive(Clone)]
pub struct SecretKey([u8; 32]);

impl SecretKey {
    /// The key of the settings, or the one kept in the data folder, which is made on first start.
    ///
    /// # Errors
    /// When it is not 64 hexadecimal digits, or the folder cannot be written.
    pub fn open(config: &Config, chance: &Chance) -> Result<Self> {
        if let Some(key) = Self::find(config)? {
            return Ok(key);
        }
        let key = chance.bytes();
        fs::create_dir_all(&config.data_dir)?;
        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(Self::file(config))?.write_all(HEXLOWER_PERMISSIVE.encode(&key).as_bytes())?;
        Ok(Self(key))
    }

    /// The key of the settings, or the one kept in the data folder; nothing where no program was started yet.
    ///
    /// # Errors
    /// When it is not 64 hexadecimal digits, or cannot be read.
    pub fn find(config: &Config) -> Result<Option<Self>> {
        if let Some(text) = &config.secret_key {
            return Self::parse(text).map(Some);
        }
        match fs::read_to_string(Self::file(config)) {
            Ok(text) => Self::parse(text.trim()).map(Some),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    fn file(config: &Config) -> PathBuf {
        config.data_dir.join("secret.key")
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

    /// The key that seals receipts.
    pub fn receipt_key(&self) -> ReceiptKey {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes keys of any length");
        mac.update(RECEIPTS);
        ReceiptKey::from_seed(&mac.finalize().into_bytes().into())
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
