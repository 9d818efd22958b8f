//! How far a registry file that was handed in has come.

use crate::domain::word::words;

/// How far a file has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportState {
    /// Nobody is at it.
    Waiting,
    /// Its rows are being read.
    Reading,
    /// Its rows are being written.
    Writing,
    /// Its good rows are in the registry.
    Done,
    /// Nothing of it is.
    Refused,
}

words! { ImportState {
    Waiting => "waiting",
    Reading => "reading",
    Writing => "writing",
    Done => "done",
    Refused => "refused",
} }

impl ImportState {
    /// Whether nothing more will happen.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Done | Self::Refused)
    }
}
