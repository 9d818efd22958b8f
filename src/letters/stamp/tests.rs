//! Stamps on PDFs of every sort: upright and turned, plain and hostile.

use chrono::{TimeZone as _, Utc};
use lopdf::{Document, Object, dictionary};
use proptest::prelude::*;

use super::*;
use crate::domain::paper::PaperDigits;
use crate::letters::letter_text::read_letter;
use crate::letters::paper::stamps::{ReceiveStamp, receive_stamp, symbol_stamp};
use crate::letters::pdf_pages::PdfPages;
use crate::letters::proof::prove_page;

const ADDRESS: &str = "HTTPS://WIAN.EXAMPLE.GO.TH/L/R7KM42XD";

/// A page of A4 with a line of text, turned by so many degrees, that leaves its coordinates scaled.
fn page(turned: i64) -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let pages = document.new_object_id();
    let font =
        document.add_object(dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Courier" });
    let text = b"2 0 0 2 50 50 cm BT /F 12 Tf 20 200 Td (A letter of before) Tj ET".to_vec();
    let content = document.add_object(Stream::new(Dictionary::new(), text));
    let page = document.add_object(dictionary! {
        "Type" => "Page",
        "Parent" => pages,
        "Contents" => content,
        "Rotate" => turned,
        "Resources" => dictionary! { "Font" => dictionary! { "F" => font } },
    });
    let kids = vec![Object::Reference(page)];
    let media = vec![0.into(), 0.into(), 595.into(), 842.into()];
    document.objects.insert(
        pages,
        Object::Dictionary(
            dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => 1, "MediaBox" => media },
        ),
    );
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

fn at() -> chrono::DateTime<Utc> {
    Utc.with_ymd_and_hms(2023, 5, 24, 2, 30, 0).unwrap()
}

fn received() -> Vec<u8> {
    let (office, number, digits) = ("สถจ.ตัวอย่าง", Some("๒๓๙๘"), PaperDigits::Thai);
    receive_stamp(&ReceiveStamp { office, number, at: at(), digits }).unwrap()
}

/// The share of ink in a part of the first page, in thousandths: left, top, right, bottom in millimetres.
fn ink(pdf: &[u8], [left, top, right, bottom]: [f64; 4]) -> usize {
    let drawn = PdfPages::open(pdf.to_vec()).unwrap().draw(0, 254.0).unwrap();
    let dots = |mm: f64| whole(mm * 10.0);
    let luma = drawn.luma();
    let width = usize::try_from(drawn.width).unwrap();
    let rows = dots(top)..dots(bottom).min(luma.len() / width);
    let all = rows.clone().len() * (dots(right) - dots(left));
    let dark =
        rows.flat_map(|y| &luma[y * width + dots(left)..y * width + dots(right)]).filter(|dot| **dot < 160);
    dark.count() * 1000 / all.max(1)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "places on a page of paper")]
fn whole(length: f64) -> usize {
    length as usize
}

#[test]
fn it_stands_at_the_upper_right_as_the_page_is_seen_whichever_way_that_is_turned() {
    for turned in [0, 90, 180, 270, -90, 450] {
        let pdf = page(turned);
        let stamp = Stamp { page: 0, place: Place::UpperRight { x: 10.0, y: 8.0 }, overlay: received() };
        let stamped = super::stamp(pdf.clone(), vec![stamp]).unwrap();
        assert!(stamped.starts_with(&pdf), "what was there stays byte for byte");
        let across = if turned % 180 == 0 { 210.0 } else { 297.0 };
        let there = [across - 60.0, 8.0, across - 10.0, 33.0];
        assert!(ink(&stamped, there) > 30, "{turned}: nothing at the upper right");
        assert_eq!(ink(&stamped, [across - 60.0, 0.0, across, 7.0]), 0, "{turned}: something above it");
        assert_eq!(ink(&stamped, [across - 9.0, 0.0, across, 40.0]), 0, "{turned}: something beside it");
    }
}

#[test]
fn the_text_of_before_and_the_words_of_the_stamp_are_both_read() {
    let stamp = Stamp { page: 0, place: Place::UpperRight { x: 10.0, y: 8.0 }, overlay: received() };
    let text = read_letter(&super::stamp(page(0), vec![stamp]).unwrap(), None).unwrap().text;
    for said in ["A letter of before", "สถจ.ตัวอย่าง", "๒๓๙๘", "๒๔ พ.ค. ๒๕๖๖", "๐๙.๓๐ น."]
    {
        assert!(text.contains(said), "{said} is not in {text}");
    }
}

#[test]
fn a_code_on_a_letter_written_elsewhere_reads_from_its_worn_copies() {
    let overlay = symbol_stamp(ADDRESS, &["รายชื่อและคู่มือ".to_owned()], PaperDigits::Thai, at()).unwrap();
    let stamp = Stamp { page: 0, place: Place::LowerRight { x: 15.0, y: 15.0 }, overlay };
    let twice =
        vec![stamp, Stamp { page: 0, place: Place::UpperRight { x: 10.0, y: 8.0 }, overlay: received() }];
    let stamped = super::stamp(page(0), twice).unwrap();
    let pages = PdfPages::open(stamped.clone()).unwrap();
    let proof = prove_page(&pages, ADDRESS).unwrap();
    assert_eq!((proof.page, proof.readings.len()), (1, 10));
    assert!((0.6..0.9).contains(&proof.module_mm) && (29.0..31.0).contains(&proof.side_mm), "{proof:?}");
    let other = prove_page(&pages, "HTTPS://WIAN.EXAMPLE.GO.TH/L/OTHER");
    assert_eq!(other, Err(crate::letters::proof::ProofFailed::NotOnPage));
}

#[test]
fn what_cannot_be_stamped_is_refused_in_a_sentence() {
    let stamp = |page| Stamp { page, place: Place::UpperLeft { x: 0.0, y: 0.0 }, overlay: received() };
    assert_eq!(super::stamp(page(0), vec![stamp(1)]), Err(NotStamped::NoPage));
    assert_eq!(super::stamp(b"no PDF".to_vec(), vec![stamp(0)]), Err(NotStamped::Damaged));
    assert!(
        NotStamped::Locked.message_th().contains("ล็อก") && NotStamped::Locked.message_en().contains("locked")
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_broken_file_gives_an_answer(at: prop::sample::Index, byte: u8, cut: prop::sample::Index) {
        let mut pdf = page(0);
        let at = at.index(pdf.len());
        pdf[at] = byte;
        pdf.truncate(cut.index(pdf.len()) + 1);
        let stamp = Stamp { page: 0, place: Place::UpperLeft { x: 0.0, y: 0.0 }, overlay: page(0) };
        let _ = super::stamp(pdf, vec![stamp]);
    }
}
