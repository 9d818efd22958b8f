//! Why an action did not do what it was asked.

use super::Complaint;
use crate::domain::refusal::Refusal;
use crate::store::StoreError;

/// Refused by the rules, handed something unreadable, or failed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The rules do not allow it.
    #[error("refused: {0}")]
    Refused(#[from] Refusal),
    /// What was handed in is not as it should be.
    #[error(transparent)]
    Complaint(#[from] Complaint),
    /// Database or files failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file of the data folder failed.
    #[error("data folder: {0}")]
    Io(#[from] std::io::Error),
    /// A blocking task did not come back.
    #[error("a task was lost: {0}")]
    Lost(#[from] tokio::task::JoinError),
}

/// What an action gives.
pub type Result<T, E = Error> = std::result::Result<T, E>;
