//! What people do: a file a verb, a transaction each. Load, decide, save, record, commit.

mod acknowledge;
mod answer;
mod cancel;
mod draft;
mod forward;
mod held;
mod receive;
mod record;

pub use acknowledge::{
    acknowledge, acknowledge_by_link, acknowledge_publicly, confirm, open, open_by_link, reject_claim,
};
pub use answer::{give_back, recall, remind, remind_all};
pub use cancel::{begin_correction, cancel};
pub use draft::{Draft, create_draft, save_draft};
pub use forward::{forward, forward_all};
pub use receive::{ReceiveNumber, open_register, receive, receive_all, set_opening_number};
pub use record::{Record, RecordedFact, record};

use crate::domain::refusal::{Refusal, required};

/// The most characters of a reason.
const LONGEST_REASON: usize = 500;

/// A reason that somebody gave.
fn reason(text: &str) -> Result<String, Refusal> {
    required("reason", text, LONGEST_REASON)
}
