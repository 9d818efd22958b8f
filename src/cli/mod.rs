//! What the command line does, a file a command.

mod import;

pub use import::import_offices;
