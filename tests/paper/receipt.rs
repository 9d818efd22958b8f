//! Receipts on paper: how they look, what they say, what travels inside them, and what does not fit.

use wian::domain::evidence::Evidence;
use wian::domain::ids::DeliveryId;
use wian::domain::receipt::{Fact, Person, Receipt, ReceiptKey, Receiver, SignedReceipt};
use wian::letters::page_count::pdf_pages;
use wian::letters::paper::NotPrinted;
use wian::letters::paper::receipt::receipt;
use wian::letters::pdf_pages::PdfPages;
use wian::letters::receipt_file::{ReceiptFile, read};

use super::golden::look;
use super::{proves, says};

const KEY: &str = "HTTPS://WIAN.EXAMPLE.GO.TH/V/KEY";

fn signed(title: &str) -> SignedReceipt {
    let at = "2023-05-24T03:00:00Z".parse().expect("as a receipt has it");
    let by = Person {
        name: "นายตัวอย่าง หนึ่ง".to_owned(), position: Some("ปลัดตัวอย่าง".to_owned())
    };
    let fact = Fact { at, by: Some(by), evidence: Evidence::OnBehalf };
    let facts = Receipt {
        delivery: DeliveryId(i64::MAX),
        reference: "มท 0999.1/ว 1".to_owned(),
        dated: "2023-05-24".parse().expect("as a receipt has it"),
        title: title.to_owned(),
        issuer: "กรมตัวอย่าง".to_owned(),
        office: Receiver {
            name: "เทศบาลเมืองตัวอย่างหนึ่ง".to_owned(), code: "4900101".to_owned()
        },
        number: Some("2398/1".to_owned()),
        sent: Some(Fact { by: None, ..fact.clone() }),
        received: Some(fact.clone()),
        forwarded: Some(fact.clone()),
        acknowledged: Some(fact),
    };
    let key = ReceiptKey::from_seed(&[7; 32]);
    let code = key.seal(&facts, at);
    SignedReceipt { facts, code, public_key: key.public().to_pem() }
}

fn address(signed: &SignedReceipt) -> String {
    format!("HTTPS://WIAN.EXAMPLE.GO.TH/V/{}", signed.code)
}

#[test]
fn it_looks_as_it_was_approved_and_has_every_fact_and_its_code() {
    let signed = signed("การคัดเลือกผลงานโรงเรียนตัวอย่าง ปี 2566");
    let pdf = receipt(&signed, &address(&signed), KEY).expect("a receipt");
    look("receipt", &pdf, 0..1);
    says(&pdf, &["มท ๐๙๙๙.๑/ว ๑", "๒๓๙๘/๑", "เทศบาลเมืองตัวอย่างหนึ่ง", "นายตัวอย่าง หนึ่ง (ปลัดตัวอย่าง)", "4900101"]);
    proves(&pdf, &address(&signed));
}

#[test]
fn the_facts_travel_inside_and_the_same_receipt_is_the_same_file() {
    let signed = signed("ประกวดสวนสมมุติ");
    let pdf = receipt(&signed, &address(&signed), KEY).expect("as a receipt has it");
    assert_eq!(read(&pdf), Ok(ReceiptFile::Whole(Box::new(signed.clone()))));
    assert_eq!(receipt(&signed, &address(&signed), KEY), Ok(pdf));
}

#[test]
fn the_symbol_reads_from_the_printed_page() {
    let signed = signed("ประกวดสวนสมมุติ");
    let pages = PdfPages::open(receipt(&signed, &address(&signed), KEY).expect("as a receipt has it"))
        .expect("as a receipt has it");
    let page = pages.draw(0, 200.0).expect("as a receipt has it").png().expect("as a receipt has it");
    assert_eq!(read(&page), Ok(ReceiptFile::CodeAlone(signed.code)));
}

#[test]
fn the_longest_title_and_the_longest_host_stay_on_one_page() {
    let signed = signed(&"ขอเชิญส่งบันทึกการจัดการเรียนรู้ ".repeat(12));
    let host = format!("{}.EXAMPLE.GO.TH", ["A"; 60].concat());
    let address = address(&signed).replace("WIAN.EXAMPLE.GO.TH", &host);
    let pdf = receipt(&signed, &address, KEY).expect("as a receipt has it");
    assert_eq!(pdf_pages(&pdf), Some(1));
}

#[test]
fn a_title_that_the_font_has_no_glyphs_for_is_refused_with_them() {
    let signed = signed("ประกวด 漢");
    assert_eq!(receipt(&signed, &address(&signed), KEY), Err(NotPrinted::NoGlyph("漢".to_owned())));
}
