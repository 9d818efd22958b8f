//! Letters as files: every encoding, Word documents, PDFs, and what is refused.

mod docx;
mod pdf;
mod real_letter;

use std::io::{Cursor, Write as _};

use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;
use crate::letters::reading;

const LETTER: &str =
    "ถึง สำนักงานตัวอย่างจังหวัด\n\nด้วยขอให้ส่งผลงานทาง a@example.go.th ภายในวันที่ ๓๐ มิถุนายน ๒๕๖๖\n\nกรมตัวอย่าง\n";

/// A Word document with this inside its body.
fn word(body: &str) -> Vec<u8> {
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
    );
    zipped(&[("[Content_Types].xml", "<Types/>"), ("word/document.xml", &document)])
}

fn zipped(files: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        writer.start_file(*name, SimpleFileOptions::default()).expect("entry");
        writer.write_all(content.as_bytes()).expect("content");
    }
    writer.finish().expect("archive").into_inner()
}

/// Each line of a text as a paragraph of Word.
fn paragraphs(text: &str) -> String {
    let escape = |line: &str| line.replace('&', "&amp;").replace('<', "&lt;");
    let paragraph =
        |line: &str| format!("<w:p><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>", escape(line));
    text.lines().map(paragraph).collect()
}

fn utf16(text: &str) -> Vec<u8> {
    format!("\u{FEFF}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn a_letter_reads_alike_in_every_encoding() {
    let thai = encoding_rs::WINDOWS_874.encode(LETTER).0.into_owned();
    for (bytes, content_type) in [
        (LETTER.as_bytes().to_vec(), None),
        (format!("\u{FEFF}{LETTER}").into_bytes(), Some("text/plain; charset=utf-8")),
        (thai.clone(), None),
        (thai.clone(), Some("text/plain; charset=tis-620")),
        (thai, Some("text/plain; charset=windows-874")),
        (utf16(LETTER), None),
        (word(&paragraphs(LETTER)), None),
    ] {
        let (reading, marks, text) = reading::of(&bytes, content_type).expect("a letter");
        assert_eq!(reading.to, "สำนักงานตัวอย่างจังหวัด", "{content_type:?}");
        assert_eq!(reading.duties[0].channel.as_deref(), Some("a@example.go.th"));
        let to = marks.iter().find(|mark| mark.field == "to").expect("a mark");
        assert_eq!(&text[to.start..to.end], "สำนักงานตัวอย่างจังหวัด");
    }
}

#[test]
fn what_cannot_be_read_is_refused_with_a_sentence_in_both_languages() {
    let files: [(Vec<u8>, &str); 11] = [
        (b" \r\n\t".to_vec(), "letter_empty"),
        (vec![b'x'; MAX_BYTES + 1], "letter_too_large"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), "letter_old_word"),
        (b"PK\x03\x04 nonsense".to_vec(), "letter_broken_docx"),
        (zipped(&[("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "")]), "letter_other_kind"),
        (zipped(&[("a.txt", "ถึง")]), "letter_other_kind"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), "letter_is_picture"),
        (b"a\0b\x01\x02".to_vec(), "letter_other_kind"),
        (b"\xE0\xB8 \xFF\xFC".to_vec(), "letter_unknown_encoding"),
        (word("<w:p/>"), "letter_empty"),
        ("สวัสดี".as_bytes().to_vec(), "not_a_letter"),
    ];
    for (bytes, code) in files {
        let refusal = reading::of(&bytes, None).expect_err(code);
        assert_eq!(refusal.code(), code);
        assert!(refusal.message_th().chars().any(|c| ('ก'..='ฮ').contains(&c)), "{refusal:?}");
        assert!(refusal.message_en().ends_with('.'), "{refusal:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_give_a_reading_or_a_refusal(bytes: Vec<u8>) {
        for head in [b"".as_slice(), b"%PDF-1.7\n", b"PK\x03\x04", "ถึง ".as_bytes(), b"\xFF\xFE"] {
            let _ = reading::of(&[head, &bytes].concat(), None);
        }
    }

    #[test]
    fn a_damaged_document_gives_a_reading_or_a_refusal(at: prop::sample::Index, byte: u8, xml in "[<>/wptr:&;a \"=]{0,80}") {
        let mut damaged = vec![word(&paragraphs(LETTER)), word(&xml), pdf::of_lines(&["ถึง จังหวัด", "ด้วยมี"])];
        for bytes in &mut damaged {
            let at = at.index(bytes.len());
            bytes[at] = byte;
            let _ = reading::of(bytes, None);
        }
    }
}
