//! Registers on paper: every row and head, totals that add up, and a year of any length.

use std::time::Instant;

use lopdf::{Document, Object};
use wian::domain::thai::fold_digits;
use wian::letters::paper::register::register;

use super::golden::look;
use super::year::{at, sample};
use super::{flat, pdftotext};

/// The text of each page, in ASCII digits and without white space.
fn pages(pdf: &[u8]) -> Vec<String> {
    let text = pdftotext(pdf);
    let pages = text.trim_end_matches('\u{c}').split('\u{c}');
    pages.map(|page| fold_digits(&flat(page))).collect()
}

/// The figure that follows a word.
fn after(page: &str, word: &str) -> usize {
    let rest = page.split_once(word).unwrap_or_else(|| panic!("no {word} in {page}")).1;
    let figures: String = rest.chars().take_while(char::is_ascii_digit).collect();
    figures.parse().expect("a figure")
}

#[test]
fn every_page_has_all_heads_and_totals_that_add_up() {
    let register_of = sample(120);
    let pages = pages(&register(&register_of, at()).expect("a register"));
    assert!(pages.len() > 5, "{}", pages.len());
    let mut total = 0;
    for (index, page) in pages.iter().enumerate() {
        let heads = register_of.columns.iter().map(String::as_str);
        let more = ["แบบที่13", "ทะเบียนหนังสือรับ", "จังหวัดตัวอย่างเหนือพ.ศ.2566"];
        for said in heads.chain(more) {
            assert!(page.contains(said), "{said} on page {}: {page}", index + 1);
        }
        let rows = page.matches("มท0816.3/ว").count();
        total += rows;
        assert_eq!((after(page, "หน้านี้"), after(page, "รวมถึงหน้านี้")), (rows, total), "{page}");
        assert_eq!((after(page, "จากทั้งหมด"), after(page, "รายการหน้า")), (120, index + 1), "{page}");
        assert!(page.ends_with(&format!("จาก{}", pages.len())), "{page}");
    }
    assert_eq!(total, 120);
    let all = pages.concat();
    let places = (601..=720).map(|n| all.find(&format!("มท0816.3/ว{n}")).expect("every row"));
    assert!(places.is_sorted(), "rows in their order");
    assert!(all.contains("ยกเลิกออกเลขผิดฉบับ"));
    assert!(pages.last().expect("a page").contains("เลข1ถึง214ครบถ้วนไม่มีเลขซ้ำ"), "{pages:?}");
}

#[test]
fn a_row_higher_than_a_page_goes_on_overleaf_and_nothing_is_lost() {
    let mut register_of = sample(3);
    let words: Vec<String> = (0..400).map(|n| format!("เรื่องที่{n:03}")).collect();
    register_of.entries[1].cells[5] = words.join(" ");
    // No place to part it, and a letter that the font lacks.
    register_of.entries[2].cells[5] = format!("{} ☎", "A".repeat(200));
    let pages = pages(&register(&register_of, at()).expect("a register"));
    let all = pages.concat();
    let places = words.iter().map(|word| all.find(word.as_str()).expect("every word"));
    assert!(places.is_sorted() && pages.len() >= 4, "{}", pages.len());
    assert_eq!(all.matches('A').count(), 200);
    assert!(all.contains("[U+260E]"), "{all}");
    let entries: usize = pages.iter().map(|page| after(page, "หน้านี้")).sum();
    assert_eq!(entries, 3, "what goes on overleaf is no entry of its own");
}

#[test]
fn a_long_year_is_joined_of_parts_and_is_one_archive() {
    let pdf = register(&sample(2_000), at()).expect("a register");
    assert_eq!(pdf, register(&sample(2_000), at()).expect("a register"), "the same data, the same bytes");
    let pages = pages(&pdf);
    let document = Document::load_mem(&pdf).expect("a PDF");
    assert_eq!(document.get_pages().len(), pages.len());
    assert_eq!(after(pages.last().expect("a page"), "รวมถึงหน้านี้"), 2_000);
    let catalog = document.catalog().expect("a catalog");
    let about = catalog.get_deref(b"Metadata", &document).and_then(Object::as_stream).expect("metadata");
    let about = String::from_utf8(about.get_plain_content().expect("XMP")).expect("UTF-8");
    let count = format!("<xmpTPg:NPages>{}<", pages.len());
    for said in ["<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>B</pdfaid:conformance>", &count] {
        assert!(about.contains(said), "{said}\n{about}");
    }
    assert_eq!(catalog.get(b"Lang").and_then(Object::as_str).expect("a language"), b"th-TH");
}

#[test]
fn a_register_looks_as_it_was_approved() {
    let mut register_of = sample(20);
    register_of.entries[3].void = true;
    register_of.entries[3].cells[7] = "ยกเลิก ออกเลขผิดฉบับ".to_owned();
    look("register", &register(&register_of, at()).expect("a register"), 0..2);
}

/// Prints a year of `WIAN_ENTRIES` and tells what it took.
#[test]
#[ignore = "measures time and memory"]
fn how_long_a_year_takes() {
    let entries = std::env::var("WIAN_ENTRIES").ok().and_then(|n| n.parse().ok()).unwrap_or(2_000);
    let begun = Instant::now();
    let pdf = register(&sample(entries), at()).expect("a register");
    let taken = begun.elapsed();
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
    let high = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default();
    println!("{entries} entries: {taken:?}, {} KB, {high}", pdf.len() / 1024);
    if let Ok(file) = std::env::var("WIAN_PDF") {
        std::fs::write(file, &pdf).expect("written");
    }
}
