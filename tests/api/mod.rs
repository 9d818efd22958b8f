//! The API as a program meets it.

mod circulars;
mod deliveries;
mod description;
mod doors;
mod enclosures;
mod idempotency;
mod letters;
pub mod program;
mod races;
mod registers;
mod rosters;
