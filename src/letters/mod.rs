//! Paper: data in, bytes out; and what comes in as a file.

pub mod file_kind;
pub mod page_count;
pub mod proof;
pub mod qr;
pub mod roster_sheet;
pub mod sheet;
pub mod table_sheet;
