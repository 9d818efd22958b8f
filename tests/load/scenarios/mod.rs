//! What people do, a file each.

pub mod acknowledge;
pub mod issue;
pub mod page;
pub mod start;
