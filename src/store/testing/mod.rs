//! What tests below the pages begin with.

mod country;
mod rows;

pub use country::{Country, make_country, make_officer};
pub use rows::{draft, group, issue, officer};
