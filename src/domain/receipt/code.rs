//! The code in a receipt's QR symbol: what it states, and the signature over that.

use std::{fmt, str::FromStr};

use chrono::{DateTime, Utc};
use data_encoding::BASE32_NOPAD;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::key::KeyId;
use super::{Receipt, Told};
use crate::domain::ids::DeliveryId;

/// The only form of the code so far; another form has another first byte.
const VERSION: u8 = 1;

/// Bytes before the signature: version, key, delivery, time of making, facts told, digest.
pub(super) const STATED: usize = 1 + 4 + 8 + 8 + 1 + 16;

/// Bytes of the signature.
pub(super) const SIGNATURE: usize = 64;

const LENGTH: usize = STATED + SIGNATURE;

/// A code of the right form. Base32 (RFC 4648) in capitals without padding: QR's alphanumeric mode holds it.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ReceiptCode([u8; LENGTH]);

/// Why typed text is no code of a receipt.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum NoReceiptCode {
    /// Something is missing, too much, or no letter of Base32.
    #[error("a receipt's code has {} letters A to Z and figures 2 to 7", BASE32_NOPAD.encode_len(LENGTH))]
    Malformed,
    /// It was made by a later program.
    #[error("the receipt's code has the unknown form {0}")]
    Version(u8),
}

/// What a code states. Only the check of its signature tells whether it is so.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Statement {
    /// The key that is said to have signed it.
    pub key: KeyId,
    /// The delivery.
    pub delivery: DeliveryId,
    /// When the receipt was made, to the second.
    pub made_at: DateTime<Utc>,
    /// Which facts it tells.
    pub told: Told,
    /// [`Receipt::digest`] of those facts.
    pub digest: [u8; 16],
}

impl Statement {
    /// Whether these are the facts that it is about.
    pub fn is_about(&self, facts: &Receipt) -> bool {
        (self.delivery, self.told, self.digest) == (facts.delivery, facts.told(), facts.digest())
    }

    pub(super) fn to_bytes(&self) -> [u8; STATED] {
        let parts: [&[u8]; 6] = [
            &[VERSION],
            self.key.bytes(),
            &self.delivery.0.to_be_bytes(),
            &self.made_at.timestamp().to_be_bytes(),
            &[self.told.to_byte()],
            &self.digest,
        ];
        parts.concat().try_into().expect("the parts are as long as they are declared")
    }
}

impl ReceiptCode {
    pub(super) fn new(stated: [u8; STATED], signature: [u8; SIGNATURE]) -> Self {
        let bytes = [&stated[..], &signature[..]].concat();
        Self(bytes.try_into().expect("both parts are as long as they are declared"))
    }

    /// What was signed, and the signature.
    pub(super) fn parts(&self) -> (&[u8; STATED], &[u8; SIGNATURE]) {
        let parts = self.0.split_first_chunk::<STATED>();
        let (stated, signature) = parts.expect("a code is longer than what it states");
        (stated, signature.try_into().expect("the rest of a code is the signature"))
    }

    /// What it states, whether or not it is true.
    pub fn statement(&self) -> Statement {
        let mut rest = self.0.get(1..).unwrap_or_default();
        Statement {
            key: KeyId::new(take(&mut rest)),
            delivery: DeliveryId(i64::from_be_bytes(take(&mut rest))),
            made_at: DateTime::from_timestamp(i64::from_be_bytes(take(&mut rest)), 0).unwrap_or_default(),
            told: Told::from_byte(u8::from_be_bytes(take(&mut rest))),
            digest: take(&mut rest),
        }
    }

    /// In groups of four, for paper.
    pub fn grouped(&self) -> String {
        let text = self.to_string();
        let groups: Vec<String> =
            text.chars().collect::<Vec<_>>().chunks(4).map(|group| group.iter().collect()).collect();
        groups.join(" ")
    }
}

fn take<const N: usize>(rest: &mut &[u8]) -> [u8; N] {
    let Some((taken, left)) = rest.split_first_chunk::<N>() else { return [0; N] };
    *rest = left;
    *taken
}

impl FromStr for ReceiptCode {
    type Err = NoReceiptCode;

    /// Small letters, spaces and hyphens are no mistake.
    fn from_str(text: &str) -> Result<Self, NoReceiptCode> {
        let spoken = |c: &char| !c.is_whitespace() && *c != '-';
        let longest = BASE32_NOPAD.encode_len(LENGTH) + 1;
        let capitals: String =
            text.chars().filter(spoken).take(longest).map(|c| c.to_ascii_uppercase()).collect();
        let bytes = BASE32_NOPAD.decode(capitals.as_bytes()).map_err(|_| NoReceiptCode::Malformed)?;
        let bytes: [u8; LENGTH] = bytes.try_into().map_err(|_| NoReceiptCode::Malformed)?;
        match bytes {
            [VERSION, ..] => Ok(Self(bytes)),
            [version, ..] => Err(NoReceiptCode::Version(version)),
        }
    }
}

impl fmt::Display for ReceiptCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&BASE32_NOPAD.encode(&self.0))
    }
}

impl fmt::Debug for ReceiptCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "ReceiptCode({self})")
    }
}

impl TryFrom<String> for ReceiptCode {
    type Error = NoReceiptCode;

    fn try_from(text: String) -> Result<Self, NoReceiptCode> {
        text.parse()
    }
}

impl From<ReceiptCode> for String {
    fn from(code: ReceiptCode) -> Self {
        code.to_string()
    }
}
