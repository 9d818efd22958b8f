//! Paper: data in, bytes out; and what comes in as a file.

mod encoding;
pub mod file_kind;
pub mod letter_text;
pub mod page_count;
pub mod paper;
pub mod pdf_pages;
pub mod picture;
pub mod proof;
pub mod qr;
pub mod reading;
pub mod receipt_file;
pub mod roster_sheet;
pub mod scan;
pub mod sheet;
pub mod stamp;
pub mod table_sheet;
