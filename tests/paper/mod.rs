//! What is printed: its words, its looks, what travels inside it, and that its codes read.

mod golden;
mod inside;
mod own;
mod register;
mod sample;
mod words;

use std::io::Write as _;
use std::process::Command;

/// The text of a PDF as the reader of the poppler library gives it, page after page.
pub fn pdftotext(pdf: &[u8]) -> String {
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    file.write_all(pdf).expect("written");
    let read = Command::new("pdftotext").arg("-raw").arg(file.path()).arg("-").output();
    let read = read.expect("pdftotext is installed by tests/run");
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    String::from_utf8(read.stdout).expect("UTF-8")
}

/// A text without its white space.
pub fn flat(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
