//! Letters: what stands in one, read from its text.

mod body;
mod contact;
mod counts;
mod dated;
mod document;
mod duties;
mod finding;
mod head;
mod join;
mod kind;
mod labels;
mod links;
mod lint;
mod marks;
mod mask;
mod numbered;
mod owner;
mod parse;
mod phones;
mod priority;
mod qr;
mod reading;
mod reference;
mod refusal;
mod tail;
mod typed;
mod units;

pub use finding::{Finding, Level};
pub use kind::{LetterForm, Secrecy, Urgency};
pub use lint::{LintContext, lint};
pub use marks::Mark;
pub use mask::{mask_mobiles, mask_personal};
pub use parse::parse;
pub use reading::{Contact, Count, Dated, Duty, DutyKind, Owner, Phone, Qr, Reading, Reference};
pub use refusal::{LONGEST_LETTER, NotALetter};
pub use typed::{typed_date, typed_day, typed_phones};
