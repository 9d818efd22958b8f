//! Receipts as they come back from people.

use pdf_writer::{Finish as _, Name, Pdf, Ref, Str, TextStr};
use proptest::prelude::*;

use super::*;
use crate::domain::ids::DeliveryId;
use crate::domain::receipt::{Receipt, ReceiptKey, Receiver};
use crate::letters::qr::{Format, Level, Style, render};

fn signed() -> SignedReceipt {
    let facts = Receipt {
        delivery: DeliveryId(41),
        reference: "มท 0999.1/ว 1".to_owned(),
        dated: "2023-05-24".parse().unwrap(),
        title: "ประกวดสวนสมมุติ".to_owned(),
        issuer: "กรมตัวอย่าง".to_owned(),
        office: Receiver {
            name: "เทศบาลเมืองตัวอย่างหนึ่ง".to_owned(), code: "4900101".to_owned()
        },
        number: None,
        sent: None,
        received: None,
        forwarded: None,
        acknowledged: None,
    };
    let key = ReceiptKey::from_seed(&[7; 32]);
    let code = key.seal(&facts, "2023-05-24T03:00:00Z".parse().unwrap());
    SignedReceipt { facts, code, public_key: key.public().to_pem() }
}

/// A PDF of one small and empty page that carries a file.
fn carrying(name: &str, content: &[u8]) -> Vec<u8> {
    let [catalog, pages, page, spec, file] = [1, 2, 3, 4, 5].map(Ref::new);
    let mut pdf = Pdf::new();
    pdf.catalog(catalog).pages(pages).insert(Name(b"AF")).array().item(spec);
    pdf.pages(pages).kids([page]).count(1);
    pdf.page(page).parent(pages).media_box(pdf_writer::Rect::new(0.0, 0.0, 72.0, 72.0));
    let mut specification = pdf.file_spec(spec);
    specification.path(Str(name.as_bytes())).unic_file(TextStr(name));
    specification.insert(Name(b"EF")).dict().pair(Name(b"F"), file);
    specification.finish();
    pdf.embedded_file(file, content);
    pdf.finish()
}

fn symbol(text: &str, format: Format) -> Vec<u8> {
    let style = Style { level: Level::Q, size_mm: 40.0, ..Style::default() };
    render(text, format, &style).unwrap()
}

#[test]
fn a_receipt_is_read_from_its_pdf_from_its_facts_alone_from_a_scan_and_from_a_picture() {
    let signed = signed();
    let json = serde_json::to_vec(&signed).unwrap();
    let whole = Ok(ReceiptFile::Whole(Box::new(signed.clone())));
    assert_eq!(read(&json), whole);
    assert_eq!(read(&carrying("receipt.json", &json)), whole);
    let address = format!("HTTPS://WIAN.EXAMPLE.GO.TH/V/{}", signed.code);
    let png = symbol(&address, Format::Png);
    assert_eq!(read(&png), Ok(ReceiptFile::CodeAlone(signed.code.clone())));
    let scan = symbol(&address, Format::Pdf);
    assert_eq!(read(&scan), Ok(ReceiptFile::CodeAlone(signed.code.clone())));
    let photograph = image::load_from_memory(&png).unwrap().rotate90().to_rgb8();
    let mut jpeg = Cursor::new(Vec::new());
    photograph.write_to(&mut jpeg, image::ImageFormat::Jpeg).unwrap();
    assert_eq!(read(&jpeg.into_inner()), Ok(ReceiptFile::CodeAlone(signed.code)));
}

#[test]
fn what_is_no_receipt_is_refused_with_the_reason() {
    let json = serde_json::to_vec(&signed()).unwrap();
    assert_eq!(read(&carrying("letter.json", &json)), Err(NotAReceipt::NoAttachment));
    assert_eq!(read(&carrying("receipt.json", b"{}")), Err(NotAReceipt::NoFacts));
    assert_eq!(read(b"%PDF-1.7\n%%EOF"), Err(NotAReceipt::BrokenPdf));
    assert_eq!(
        read(&symbol("HTTPS://WIAN.EXAMPLE.GO.TH/L/R7KM42XD", Format::Png)),
        Err(NotAReceipt::OtherSymbol)
    );
    assert_eq!(
        read(&symbol("HTTPS://WIAN.EXAMPLE.GO.TH/V/R7KM42XD", Format::Png)),
        Err(NotAReceipt::OtherSymbol)
    );
    let white = image::GrayImage::from_pixel(80, 80, image::Luma([255]));
    let mut png = Cursor::new(Vec::new());
    white.write_to(&mut png, image::ImageFormat::Png).unwrap();
    assert_eq!(read(&png.into_inner()), Err(NotAReceipt::NoSymbol));
    assert_eq!(read("หนังสือ".as_bytes()), Err(NotAReceipt::NoFacts));
    assert_eq!(read(b"GIF89a"), Err(NotAReceipt::OtherKind));
}

#[test]
fn a_receipt_with_something_written_beside_its_facts_is_none() {
    let json = String::from_utf8(serde_json::to_vec(&signed()).unwrap()).unwrap();
    let more = json.replacen("{\"facts\":{", "{\"facts\":{\"remark\":\"ได้รับครบถ้วน\",", 1);
    assert_eq!(read(more.as_bytes()), Err(NotAReceipt::NoFacts));
}

proptest! {
    #[test]
    fn any_broken_file_gives_an_answer(at: prop::sample::Index, byte: u8, junk: Vec<u8>) {
        let json = serde_json::to_vec(&signed()).unwrap();
        for mut bytes in [carrying("receipt.json", &json), json, junk] {
            if !bytes.is_empty() {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            let _ = read(&bytes);
        }
    }
}
