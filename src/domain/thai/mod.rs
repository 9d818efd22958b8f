//! Thai as officers write it: digits, spelling, dates and the short forms of names.

pub mod dates;
mod digits;
mod likeness;
pub mod names;
mod spelling;

pub use digits::{fold_digits, thai_digits, thai_digits_in_prose};
pub use likeness::is_alike;
pub use spelling::{normalise, search_key};
