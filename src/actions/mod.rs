//! What people do: a file a verb, a transaction each. Load, decide, save, record, commit.

mod accept_invitation;
mod acknowledge;
mod add_officer;
mod add_school;
pub mod annexed;
mod answer;
mod answers;
mod backup;
mod cancel;
pub mod check;
mod check_receipt;
mod choose_local;
mod choose_school;
mod create_token;
mod draft;
mod drafts;
mod drop_row;
mod drop_view;
mod enclose;
mod enclosing;
mod forward;
mod give_receipt;
mod guide;
mod hand_in_registry;
mod held;
mod import_offices;
mod issue;
mod keep_emblem;
mod keep_view;
pub mod own_letter;
mod password;
mod print_letter;
mod print_poster;
mod print_receipt;
mod print_received;
mod print_slips;
mod put_audience;
mod put_roster;
#[cfg(test)]
mod real_rosters;
mod receive;
mod record;
pub mod registers;
mod replace_enclosure;
mod roster_file;
mod roster_report;
mod seed_registry;
mod set_paper;
mod sign_in;
mod sign_out;
mod switch_office;
mod take_in_registry;
mod take_slips;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod type_slip;
mod undo_forwarding;
mod verify;

pub use accept_invitation::accept_invitation;
pub use acknowledge::{
    acknowledge, acknowledge_by_link, acknowledge_publicly, confirm, open, open_by_link, reject_claim,
};
pub use add_officer::{NewOfficer, Welcome, add_officer};
pub use add_school::add_school;
pub use answer::{give_back, recall, remind, remind_all};
pub use answers::{AnswerKey, Begun, begin_answer, forget_answer, keep_answer};
pub use backup::{backup, restore};
pub use cancel::{begin_correction, cancel};
pub use check_receipt::{Checked, KeptReceipt, check_receipt};
pub use choose_local::choose_local;
pub use choose_school::choose_school;
pub use create_token::create_token;
pub use draft::{Draft, create_draft, save_draft};
pub use drop_row::drop_row;
pub use drop_view::drop_view;
pub use enclose::{add_enclosure, remove_enclosure, rename_enclosure};
pub use enclosing::LARGEST_ENCLOSURE;
pub(crate) use enclosing::{MadeFile, keep_made_file};
pub use forward::{Forwarding, forward, forward_all};
pub use give_receipt::give_receipt;
pub use guide::{ask_for_guide, dismiss_guide};
pub use hand_in_registry::hand_in_registry;
pub use import_offices::{ImportReport, import_offices};
pub use issue::{Issuance, IssuedCircular, issue, letter_hash};
pub use keep_emblem::{LARGEST_EMBLEM, keep_emblem};
pub use keep_view::keep_view;
pub use print_letter::print_letter;
pub use print_poster::print_poster;
pub use print_receipt::print_receipt;
pub use print_received::print_received;
pub use print_slips::print_slips;
pub use put_audience::put_audience;
pub use put_roster::put_roster;
pub use receive::{ReceiveNumber, open_register, receive, receive_all, set_opening_number};
pub use record::{Record, RecordedFact, record};
pub use replace_enclosure::add_enclosure_version;
pub use roster_file::roster_sheet;
pub use roster_report::{RosterReport, roster_report};
pub use seed_registry::seed_registry;
pub use set_paper::set_paper;
pub use sign_in::{SESSION_HOURS, sign_in};
pub use sign_out::sign_out;
pub use switch_office::switch_office;
pub use take_in_registry::{ImportOutcome, take_in_next_registry};
pub use take_slips::{Signer, take_slips};
pub use type_slip::{Whose, type_slip};
pub use undo_forwarding::{Undone, undo_forwarding};
pub use verify::{Report, verify};

#[cfg(test)]
mod enclose_tests;
#[cfg(test)]
mod verify_tests;

use crate::domain::refusal::{Refusal, required};

/// The most characters of a reason.
const LONGEST_REASON: usize = 500;

/// A reason that somebody gave.
fn reason(text: &str) -> Result<String, Refusal> {
    required("reason", text, LONGEST_REASON)
}
