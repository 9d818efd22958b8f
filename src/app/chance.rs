//! Chance, passed in: the operating system's in production, a repeatable sequence in tests.

use std::sync::{Arc, Mutex, PoisonError};

use data_encoding::BASE64URL_NOPAD;
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};

use crate::domain::code::Code;

/// Symbols of a public link's code: 36 bits, enough that nobody finds a letter by trying.
const LINK_SYMBOLS: usize = 8;

/// Gives random bytes.
#[derive(Debug, Clone)]
pub struct Chance(Arc<Mutex<StdRng>>);

impl Chance {
    /// A cryptographic generator seeded by the operating system.
    pub fn system() -> Self {
        Self(Arc::new(Mutex::new(rand::make_rng())))
    }

    /// The same sequence for the same seed: for tests and the demo.
    pub fn seeded(seed: u64) -> Self {
        Self(Arc::new(Mutex::new(StdRng::seed_from_u64(seed))))
    }

    /// Random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.0.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(&mut bytes);
        bytes
    }

    /// A token of 256 bits for sessions, forms and programs.
    pub fn token(&self) -> String {
        BASE64URL_NOPAD.encode(&self.bytes::<32>())
    }

    /// The code of a public page.
    pub fn link(&self) -> Code {
        let bytes = self.bytes::<{ LINK_SYMBOLS * 2 }>();
        Code::from_bytes(&bytes, LINK_SYMBOLS).expect("two bytes a symbol")
    }
}
