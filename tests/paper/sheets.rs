//! What is printed beside the letter: slips, the poster and the receive stamp. They look as they were
//! approved, give back what was typed, and their codes read.

use chrono::{TimeZone as _, Utc};
use wian::domain::letter::LetterForm;
use wian::domain::paper::{PaperDigits, PaperStyle};
use wian::letters::paper::poster::{Poster, poster};
use wian::letters::paper::slips::{APage, slips};
use wian::letters::paper::stamps::{ReceiveStamp, receive_stamp};
use wian::letters::stamp::{Place, Stamp, stamp};

use super::golden::look;
use super::sample::{ADDRESS, circular, printed};
use super::stack::{slips as sample_slips, stack};
use super::{pdftotext, proves, says};

#[test]
fn slips_stand_alone_or_four_a_page() {
    let sheaf = sample_slips(6);
    let (whole, quarters) =
        (slips(&stack(), &sheaf, APage::One).expect("slips"), slips(&stack(), &sheaf, APage::Four));
    let quarters = quarters.expect("slips");
    look("slips", &whole, 0..1);
    look("slips-four", &quarters, 0..2);
    let address = "wian.example.go.th/L/R7KM42XD";
    for pdf in [&whole, &quarters] {
        says(pdf, &["โรงเรียนเทศบาล ๖ (วัดตัวอย่าง)", "ทต.ตัวอย่าง ๖ อำเภอเมืองตัวอย่าง", "R7KM-42XD-0006", address]);
        says(pdf, &["๓๑ มีนาคม ๒๕๖๗", "มท ๐๘๑๖.๓/ว ๖๗๙", "โทร. ๐ ๒๐๐๐ ๙๐๐๐ ต่อ ๕๓๑๓"]);
        proves(pdf, &sheaf[0].address);
    }
}

#[test]
fn a_poster_is_one_page_however_long_its_title_is() {
    let stack = stack();
    let mut sheet = Poster {
        issuer: stack.issuer,
        reference: stack.reference,
        dated: stack.dated,
        subject: stack.title,
        caption: vec!["รายชื่อโรงเรียนที่เข้าร่วมโครงการฯ".to_owned(), "และคู่มือ".to_owned()],
        duties: vec!["ส่งผลงาน 1 มิ.ย. – 28 ก.ค. 2566".to_owned(), "รับทราบ 9 มิ.ย. 2566".to_owned()],
        address: ADDRESS.to_owned(),
        digits: PaperDigits::Thai,
        at: stack.at,
    };
    let pdf = poster(&sheet).expect("a poster");
    look("poster", &pdf, 0..1);
    says(&pdf, &["ส่งผลงาน ๑ มิ.ย. – ๒๘ ก.ค. ๒๕๖๖", "wian.example.go.th/L/R7KM42XD", "และคู่มือ"]);
    let proof = proves(&pdf, ADDRESS);
    assert!(proof.module_um() > 2_500, "{} µm", proof.module_um());

    sheet.duties.extend_from_within(..);
    sheet.subject = "การคัดเลือกผลงานของโรงเรียนในสังกัดองค์กรปกครองส่วนท้องถิ่น ".repeat(7).trim_end().to_owned();
    let text = pdftotext(&poster(&sheet).expect("a poster"));
    assert_eq!(text.matches('\u{c}').count(), 1, "{text}");
}

#[test]
fn the_receive_stamp_stands_at_the_top_right_of_page_1() {
    let letter = printed(&circular(LetterForm::Stamped), PaperStyle::default());
    let at = Utc.with_ymd_and_hms(2023, 5, 25, 2, 30, 0).single().expect("a moment");
    let words =
        ReceiveStamp {
            office: "เทศบาลเมืองตัวอย่างหนึ่ง", number: Some("2398/1"), at, digits: PaperDigits::Thai
        };
    let overlay = receive_stamp(&words).expect("a stamp");
    let place = Place::UpperRight { x: 10.0, y: 8.0 };
    let pdf = stamp(letter.clone(), vec![Stamp { page: 0, place, overlay }]).expect("stamped");
    assert!(pdf.starts_with(&letter), "the letter stays byte for byte");
    look("received", &pdf, 0..1);
    says(&pdf, &["เทศบาลเมืองตัวอย่างหนึ่ง", "๒๓๙๘/๑", "๒๕ พ.ค. ๒๕๖๖", "๐๙.๓๐ น."]);
    proves(&pdf, ADDRESS);
}
