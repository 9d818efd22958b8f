//! The keys of receipts: one that seals, and one that everybody may have.

use std::{fmt, str::FromStr};

use chrono::{DateTime, Utc};
use data_encoding::{BASE64, HEXLOWER};
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest as _, Sha256};
use thiserror::Error;

use super::code::STATED;
use super::{Receipt, ReceiptCode, Statement};

/// Stands before what is signed, so that a signature made for another purpose is never one of a receipt.
const PURPOSE: &[u8] = b"wian receipt 1\0";

/// What stands before the 32 bytes of an Ed25519 key in a `SubjectPublicKeyInfo` (RFC 8410, 4).
const SPKI: [u8; 12] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];

const BEGIN: &str = "-----BEGIN PUBLIC KEY-----";
const END: &str = "-----END PUBLIC KEY-----";

/// The key that seals receipts.
pub struct ReceiptKey(SigningKey);

/// The key that receipts are checked with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

/// The first four bytes of the SHA-256 of a public key: tells keys apart, proves nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyId([u8; 4]);

/// Why a code is not to be believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Forged {
    /// Another key than this one is said to have signed it.
    #[error("the code names another key")]
    UnknownKey,
    /// This key did not sign what it states.
    #[error("the signature is not this key's")]
    Signature,
}

/// A text that is no public key in PEM.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not an Ed25519 public key in PEM")]
pub struct NoPublicKey;

impl ReceiptKey {
    /// The key of a seed, which must stay secret.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(seed))
    }

    /// The key to publish.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    /// Seals facts.
    pub fn seal(&self, facts: &Receipt, made_at: DateTime<Utc>) -> ReceiptCode {
        let stated = Statement {
            key: self.public().id(),
            delivery: facts.delivery,
            made_at,
            told: facts.told(),
            digest: facts.digest(),
        };
        let stated = stated.to_bytes();
        ReceiptCode::new(stated, self.0.sign(&signed(&stated)).to_bytes())
    }
}

impl fmt::Debug for ReceiptKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReceiptKey(…)")
    }
}

fn signed(stated: &[u8; STATED]) -> Vec<u8> {
    [PURPOSE, stated].concat()
}

impl PublicKey {
    /// Its short name.
    pub fn id(&self) -> KeyId {
        let whole = Sha256::digest(self.0.as_bytes());
        KeyId(std::array::from_fn(|at| whole.get(at).copied().unwrap_or_default()))
    }

    /// What a code states, if the holder of this key stated it.
    ///
    /// # Errors
    /// When it names another key, or was not signed with this one.
    pub fn check(&self, code: &ReceiptCode) -> Result<Statement, Forged> {
        let statement = code.statement();
        if statement.key != self.id() {
            return Err(Forged::UnknownKey);
        }
        let (stated, signature) = code.parts();
        let signature = Signature::from_bytes(signature);
        self.0.verify_strict(&signed(stated), &signature).map_err(|_| Forged::Signature)?;
        Ok(statement)
    }

    /// As `openssl pkey -pubin` reads it.
    pub fn to_pem(&self) -> String {
        let der = [&SPKI[..], self.0.as_bytes()].concat();
        format!("{BEGIN}\n{}\n{END}\n", BASE64.encode(&der))
    }
}

impl FromStr for PublicKey {
    type Err = NoPublicKey;

    /// Reads PEM; what stands around it is no mistake.
    fn from_str(text: &str) -> Result<Self, NoPublicKey> {
        let inside = text.split_once(BEGIN).and_then(|(_, rest)| rest.split_once(END)).ok_or(NoPublicKey)?;
        let base64: String = inside.0.chars().filter(|c| !c.is_whitespace()).collect();
        let der = BASE64.decode(base64.as_bytes()).map_err(|_| NoPublicKey)?;
        let key = der.strip_prefix(&SPKI).and_then(|key| key.try_into().ok()).ok_or(NoPublicKey)?;
        let key = VerifyingKey::from_bytes(key).map_err(|_| NoPublicKey)?;
        if key.is_weak() { Err(NoPublicKey) } else { Ok(Self(key)) }
    }
}

impl KeyId {
    pub(super) fn new(bytes: [u8; 4]) -> Self {
        Self(bytes)
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&HEXLOWER.encode(&self.0))
    }
}
