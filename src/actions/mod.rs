//! What people do: a file a verb, a transaction each. Load, decide, save, record, commit.

mod accept_invitation;
mod acknowledge;
mod add_officer;
mod answer;
mod answers;
mod cancel;
mod create_token;
mod draft;
mod forward;
mod held;
mod password;
mod receive;
mod record;
mod sign_in;
mod sign_out;
mod switch_office;

pub use accept_invitation::accept_invitation;
pub use acknowledge::{
    acknowledge, acknowledge_by_link, acknowledge_publicly, confirm, open, open_by_link, reject_claim,
};
pub use add_officer::{NewOfficer, Welcome, add_officer};
pub use answer::{give_back, recall, remind, remind_all};
pub use answers::{AnswerKey, Begun, begin_answer, forget_answer, keep_answer};
pub use cancel::{begin_correction, cancel};
pub use create_token::create_token;
pub use draft::{Draft, create_draft, save_draft};
pub use forward::{forward, forward_all};
pub use receive::{ReceiveNumber, open_register, receive, receive_all, set_opening_number};
pub use record::{Record, RecordedFact, record};
pub use sign_in::{SESSION_HOURS, sign_in};
pub use sign_out::sign_out;
pub use switch_office::switch_office;

use crate::domain::refusal::{Refusal, required};

/// The most characters of a reason.
const LONGEST_REASON: usize = 500;

/// A reason that somebody gave.
fn reason(text: &str) -> Result<String, Refusal> {
    required("reason", text, LONGEST_REASON)
}
