//! What is kept: the only layer that knows the database. A file an aggregate; `reports` are read models of pages.

pub mod audience;
mod db;
mod entities;
mod error;
mod files;
pub mod matching;
pub mod offices;
pub mod registry;
pub mod roster_schools;
pub mod rosters;
#[cfg(test)]
pub mod testing;
mod values;

pub use db::{Db, Reads, Tx};
pub use error::StoreError;
pub use files::{Files, Incoming, NotTaken};
