//! Letters: what stands in one, read from its text.

mod body;
mod counts;
mod dated;
mod document;
mod finding;
mod head;
mod join;
mod kind;
mod labels;
mod links;
mod marks;
mod numbered;
mod phones;
mod priority;
mod reading;
mod reference;
mod refusal;
mod tail;
mod units;

pub use finding::{Finding, Level};
pub use kind::{LetterForm, Secrecy, Urgency};
pub use marks::Mark;
pub use reading::{Contact, Count, Dated, Duty, DutyKind, Owner, Phone, Qr, Reading, Reference};
pub use refusal::{LONGEST_LETTER, NotALetter};
