//! Files as officers upload them, and as someone with other intentions would.

use std::io::{Cursor, Write};

use proptest::prelude::*;
use zip::{ZipWriter, write::SimpleFileOptions};

use super::*;

fn kind(bytes: &[u8]) -> FileKind {
    sniff(&mut Cursor::new(bytes)).unwrap()
}

fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const TYPES: (&str, &str) = ("[Content_Types].xml", "<Types/>");

#[test]
fn documents_and_pictures_are_known_by_content() {
    assert_eq!(kind(b"%PDF-1.7\n"), FileKind::Pdf);
    assert_eq!(kind(b"\x89PNG\r\n\x1a\n...."), FileKind::Png);
    assert_eq!(kind(b"\xff\xd8\xff\xe0JFIF"), FileKind::Jpeg);
    assert_eq!(kind(b"GIF89a...."), FileKind::Gif);
    assert_eq!(kind(b"RIFF\0\0\0\0WEBPVP8 "), FileKind::Webp);
    assert_eq!(kind(&archive(&[TYPES, ("word/document.xml", "")])), FileKind::Docx);
    assert_eq!(kind(&archive(&[("xl/workbook.xml", ""), TYPES])), FileKind::Xlsx);
}

#[test]
fn a_roster_is_text_in_either_encoding() {
    let roster = "ที่,โรงเรียน,จังหวัด\n1,โรงเรียนตัวอย่าง,สิงห์บุรี\n";
    let (windows_874, ..) = encoding_rs::WINDOWS_874.encode(roster);
    assert_eq!(kind(roster.as_bytes()), FileKind::Csv);
    assert_eq!(kind(format!("\u{feff}{roster}").as_bytes()), FileKind::Csv);
    assert_eq!(kind(&windows_874), FileKind::Csv);
    assert_eq!(kind("เรียน ผู้อำนวยการ\nตามที่ได้มีหนังสือ\n".as_bytes()), FileKind::Text);
    let long = "ก,ข\n".repeat(20_000);
    assert_eq!(kind(long.as_bytes()), FileKind::Csv, "cut within a character at 64 KB");
}

#[test]
fn what_may_run_is_refused_with_a_sentence_in_both_languages() {
    let page = b" \n<!DOCTYPE html><html><script>alert(1)</script>";
    let files: [(&[u8], &str); 12] = [
        (page, "file_is_web_page"),
        (b"<ScRiPt>alert(1)</script>", "file_is_web_page"),
        (b"<?xml version=\"1.0\"?><svg onload=\"alert(1)\"/>", "file_is_web_page"),
        (b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "file_is_web_page"),
        (b"MZ\x90\0\x03\0", "file_is_program"),
        (b"\x7fELF\x02", "file_is_program"),
        (b"#!/bin/sh\nrm -rf /\n", "file_is_program"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "file_of_old_office"),
        (&archive(&[TYPES, ("word/document.xml", ""), ("word/vbaProject.bin", "")]), "file_has_macros"),
        (&archive(&[(TYPES.0, "<x t='a.macroEnabled.12'/>"), ("xl/workbook.xml", "")]), "file_has_macros"),
        (&archive(&[("setup.exe", "MZ")]), "file_kind_not_allowed"),
        (b"", "file_kind_not_allowed"),
    ];
    for (bytes, code) in files {
        let refused = allowed_enclosure(kind(bytes)).unwrap_err();
        assert_eq!(refused.code(), code, "{:?}", String::from_utf8_lossy(bytes));
        assert!(refused.message_th().contains("ไฟล์นี้") && refused.message_en().starts_with("This"));
    }
}

#[test]
fn pages_that_claim_to_be_documents_stay_pages() {
    assert_eq!(kind(b"<html>%PDF-1.7"), FileKind::Html);
    assert_eq!(kind(&archive(&[TYPES, ("word/document.xml", ""), ("xl/workbook.xml", "")])), FileKind::Zip);
    assert_eq!(kind(b"PK\x03\x04 not an archive"), FileKind::Unknown);
}

proptest! {
    #[test]
    fn any_bytes_have_a_kind(bytes: Vec<u8>, zip: bool) {
        let bytes = if zip { [b"PK\x03\x04".as_slice(), &bytes].concat() } else { bytes };
        let _ = allowed_enclosure(kind(&bytes));
    }
}
