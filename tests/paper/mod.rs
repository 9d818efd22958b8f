//! What is printed: its words, its looks, what travels inside it, and that its codes read.

mod golden;
mod hostile;
mod inside;
mod own;
mod receipt;
mod register;
mod sample;
mod sheets;
mod stack;
mod words;
mod year;

use std::io::Write as _;
use std::process::Command;

use wian::letters::pdf_pages::PdfPages;
use wian::letters::proof::{PageProof, prove_page};

/// The symbol that says this reads from the PDF, fresh and worn.
pub fn proves(pdf: &[u8], said: &str) -> PageProof {
    let pages = PdfPages::open(pdf.to_vec()).expect("a PDF");
    prove_page(&pages, said).expect("the symbol reads, fresh and worn")
}

/// The text of a PDF as the reader of the poppler library gives it, page after page; first qpdf, which shares no code with
/// what prints, has to find the file sound.
pub fn pdftotext(pdf: &[u8]) -> String {
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    file.write_all(pdf).expect("written");
    let checked = Command::new("qpdf").arg("--check").arg(file.path()).output();
    let checked = checked.expect("qpdf is installed by tests/run");
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
    let read = Command::new("pdftotext").arg("-raw").arg(file.path()).arg("-").output();
    let read = read.expect("pdftotext is installed by tests/run");
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    String::from_utf8(read.stdout).expect("UTF-8")
}

/// A text without its white space.
pub fn flat(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// All of this stands on the pages of a PDF.
pub fn says(pdf: &[u8], said: &[&str]) {
    let text = pdftotext(pdf);
    for word in said {
        assert!(flat(&text).contains(&flat(word)), "{word} is not in {text}");
    }
}
