//! ใบรับ: what is known of one delivery, sealed so that anyone can check it without asking us.
//!
//! The facts in their canonical form are hashed; a short code with the beginning of that hash carries an Ed25519
//! signature. Whoever has the facts, the code and the published key needs nothing else.

mod code;
mod facts;
mod key;
mod told;

pub use code::{NoReceiptCode, ReceiptCode, Statement};
pub use facts::{Fact, Person, Receipt, Receiver, may_be_given};
pub use key::{Forged, KeyId, NoPublicKey, PublicKey, ReceiptKey};
pub use told::Told;

use serde::{Deserialize, Serialize};

/// Name of the file that a receipt on paper carries inside.
pub const ATTACHMENT: &str = "receipt.json";

/// A receipt as a file: the facts as they were signed, and all that is needed to check them but trust in the key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedReceipt {
    /// The facts.
    pub facts: Receipt,
    /// The code, which holds the signature.
    pub code: ReceiptCode,
    /// The public key in PEM; to be believed only where it is published.
    pub public_key: String,
}

#[cfg(test)]
mod tests;
