//! What is kept: the only layer that knows the database. A file an aggregate; `reports` are read models of pages.

pub mod answers;
pub mod attempts;
pub mod audience;
pub mod audit;
#[cfg(test)]
pub mod by_hand;
pub mod circulars;
mod db;
pub mod deliveries;
mod dialect;
pub mod emblems;
pub mod enclosures;
mod entities;
mod error;
pub mod events;
pub mod fan_out;
mod files;
pub mod imports;
pub mod matching;
pub mod numbers;
pub mod officers;
pub mod offices;
mod posts;
pub mod registry;
pub mod reports;
pub mod roster_schools;
pub mod rosters;
pub mod saved_views;
mod search;
pub mod sessions;
pub mod slip_scans;
#[cfg(test)]
pub(crate) mod testing;
pub mod tokens;
mod values;
mod writer;

pub use db::{Db, Reads, Snapshot, Tx};
pub use error::StoreError;
pub use files::{Files, Incoming, NotTaken};
pub use posts::Post;
