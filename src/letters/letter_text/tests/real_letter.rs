//! The real letter in other clothes reads the same; it lies beside the project and is nowhere copied.

use std::path::Path;

use super::*;
use crate::domain::letter::Reading;

fn source() -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/letters/dla-quality-schools-2566.txt");
    let text = std::fs::read_to_string(path).ok();
    if text.is_none() {
        eprintln!("skipped: the real letter does not lie beside this clone");
    }
    text
}

fn read(bytes: &[u8]) -> Reading {
    reading::of(bytes, None).expect("a letter").0
}

#[test]
fn in_windows_874_it_lacks_only_the_lost_character() {
    let Some(source) = source() else { return };
    // Windows-874 cannot hold U+FFFD; a line break stands for it.
    let encodable = source.replace('\u{FFFD}', "\n");
    let (bytes, _, unmappable) = encoding_rs::WINDOWS_874.encode(&encodable);
    assert!(!unmappable);
    let (mut plain, mut thai) = (read(source.as_bytes()), read(&bytes));
    plain.findings.retain(|finding| finding.code != "lost_characters");
    thai.findings.retain(|finding| finding.code != "lost_characters");
    assert_eq!(thai, plain);
}

#[test]
fn as_a_word_document_it_reads_the_same() {
    let Some(source) = source() else { return };
    assert_eq!(read(&word(&paragraphs(&source))), read(source.as_bytes()));
}

#[test]
fn as_a_pdf_it_gives_the_same_facts() {
    let Some(source) = source() else { return };
    let lines: Vec<&str> =
        source.split(['\n', '\u{FFFD}']).map(str::trim_end).filter(|line| !line.is_empty()).collect();
    let (plain, pdf) = (read(source.as_bytes()), read(&pdf::of_lines(&lines)));
    assert_eq!((pdf.form, pdf.to, pdf.duties), (plain.form, plain.to, plain.duties));
    assert_eq!((pdf.phones, pdf.emails, pdf.counts), (plain.phones, plain.emails, plain.counts));
    assert_eq!((pdf.owner, pdf.contact, pdf.qr), (plain.owner, plain.contact, plain.qr));
}
