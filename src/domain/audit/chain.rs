//! A chain of hashes, recomputed line by line.

use super::Fault;
use crate::domain::event::{Event, FIRST, hash};

/// How far a circular's chain was followed.
#[derive(Debug, Clone)]
pub struct Chain {
    position: i64,
    hash: String,
}

impl Default for Chain {
    fn default() -> Self {
        Self { position: 0, hash: FIRST.to_owned() }
    }
}

impl Chain {
    /// The place followed to.
    pub const fn position(&self) -> i64 {
        self.position
    }

    /// Follows the chain by one line as it is kept.
    ///
    /// # Errors
    /// When it is not the next line, or was altered; the chain then goes on from the line as it is kept.
    pub fn follow(&mut self, position: i64, event: &Event, previous: &str, kept: &str) -> Result<(), Fault> {
        let expected = self.position + 1;
        let before = std::mem::replace(&mut self.hash, kept.to_owned());
        self.position = position;
        let circular = event.circular;
        match () {
            () if position != expected => Err(Fault::ChainGap { circular, position: expected }),
            () if previous != before || hash(event, position, previous) != kept => {
                Err(Fault::ChainBroken { circular, position })
            }
            () => Ok(()),
        }
    }
}
