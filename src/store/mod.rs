//! What is kept: the only layer that knows the database. A file an aggregate; `reports` are read models of pages.

mod db;
mod entities;
mod error;
mod files;
mod values;

pub use db::{Db, Reads, Tx};
pub use error::StoreError;
pub use files::{Files, Incoming, NotTaken};
