//! What is kept: the only layer that knows the database. A file an aggregate; `reports` are read models of pages.

pub mod answers;
pub mod attempts;
pub mod circulars;
mod db;
pub mod deliveries;
mod entities;
mod error;
pub mod events;
pub mod fan_out;
mod files;
pub mod numbers;
pub mod officers;
mod posts;
pub mod reports;
mod search;
pub mod sessions;
#[cfg(test)]
pub mod testing;
pub mod tokens;
mod values;

pub use db::{Db, Reads, Tx};
pub use error::StoreError;
pub use files::{Files, Incoming, NotTaken};
pub use posts::Post;
