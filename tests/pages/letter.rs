//! The letter on paper: looked at before it is issued, printed after, and the emblem above it.

use std::io::Cursor;

use image::{GrayImage, ImageFormat};
use wian::domain::actor::Role;
use wian::letters::letter_text::read_letter;

use crate::support::app::TestApp;
use crate::support::story::Story;

/// A letter of our own words.
const LETTER: &str = "ถึง  จังหวัดตัวอย่าง\n\nด้วยกรมตัวอย่างจัดงานสมมุติ จึงขอเชิญเข้าร่วมงาน รายละเอียดตาม QR Code ท้ายหนังสือนี้\n\nกรมตัวอย่าง\nพฤษภาคม 2566\n";

fn picture(side: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let drawn = GrayImage::from_fn(side, side, |x, y| image::Luma([if (x + y) % 40 < 20 { 0 } else { 255 }]));
    drawn.write_to(&mut bytes, ImageFormat::Png).expect("a PNG");
    bytes.into_inner()
}

#[tokio::test]
async fn the_drafter_looks_at_the_pages_and_chooses_how_they_are_laid_out() {
    let app = TestApp::start().await;
    let drafter = app.officer("DLA", Role::Officer).await;
    Story::issued(&app).await;
    let made =
        drafter.hands_in("/circulars/new", "/circulars", &[("text", LETTER), ("then", "read")], &[]).await;
    let draft = made.header("location").trim_end_matches("/draft").to_owned();
    let check = format!("{draft}/check");
    drafter.opens(&check).await.says(200, &format!("{draft}/letter/1?v=")).says(200, "เลขไทย ๑๒๓");
    drafter
        .fills(&check, format!("{draft}/paper"), &[("digits", "ascii"), ("corner", "left")])
        .await
        .leads_to(&check);
    drafter.opens(&check).await.says(200, "value=\"ascii\" selected").says(200, "value=\"left\" selected");
    let page = drafter.takes(format!("{draft}/letter/1")).await;
    assert!(page.len() < 60_000, "{} bytes", page.len());
    let page = image::load_from_memory(&page).expect("a picture");
    assert_eq!((page.width(), page.height()), (826, 1169));
    drafter.opens(format!("{draft}/letter/99")).await.says(404, "ไม่พบรายการนี้");
    drafter.fills(&check, "/circulars/1/paper", &[("digits", "ascii")]).await.says(409, "ออกเลขแล้ว");
}

#[tokio::test]
async fn an_issued_letter_is_printed_for_who_got_it_and_without_names_for_everybody() {
    let app = TestApp::start().await;
    let province = app.officer("90", Role::Officer).await;
    let beside = app.officer("5910101", Role::Officer).await;
    let story = Story::issued(&app).await;
    let pdf = province.takes(format!("/circulars/{}/letter.pdf", story.circular)).await;
    let text = read_letter(&pdf, None).expect("text").text;
    assert!(text.contains("ประกวดสวนสมมุติ") || text.contains("กรมตัวอย่าง"), "{text}");
    assert!(text.contains(&format!("/L/{}", story.code)), "{text}");
    let public = app.visitor().takes(format!("{}/letter.pdf", story.public_page())).await;
    assert!(read_letter(&public, None).is_ok());
    app.visitor().opens("/L/R7KM42XD/letter.pdf").await.says(404, "ไม่พบ");
    beside.opens(format!("/circulars/{}/letter.pdf", story.circular)).await.says(404, "ไม่พบรายการนี้");
    app.visitor().opens(story.public_page()).await.says(200, "letter.pdf");
}

#[tokio::test]
async fn letters_keep_the_emblem_they_were_issued_under() {
    let app = TestApp::start().await;
    let keeper = app.officer("DLA", Role::Administrator).await;
    let drafter = app.officer("DLA", Role::Officer).await;
    let before = Story::issued(&app).await;
    let bare = drafter.takes(format!("/circulars/{}/letter.pdf", before.circular)).await;

    drafter.opens("/offices/emblem").await.says(403, "");
    keeper.opens("/offices/emblem").await.says(200, "ยังไม่มีตรา");
    let sends = async |bytes: &[u8]| {
        let file = [("file", "emblem.png", "image/png", bytes)];
        keeper.uploads("/offices/emblem", "/offices/emblem", &[], &file).await
    };
    for wrong in [&b"GIF89a"[..], &picture(60), &picture(3001), &picture(400)[..300]] {
        sends(wrong).await.says(422, "ตราต้องเป็นไฟล์ PNG หรือ JPEG");
    }
    sends(&picture(400)).await.leads_to("/offices/emblem");
    keeper.opens("/offices/emblem").await.says(200, "/offices/emblem/picture?v=1");

    assert_eq!(
        bare,
        drafter.takes(format!("/circulars/{}/letter.pdf", before.circular)).await,
        "it stays as it was"
    );
    let after = Story::another(&app, "อีกเรื่องหนึ่ง").await;
    let with = drafter.takes(format!("/circulars/{}/letter.pdf", after.circular)).await;
    assert!(with.len() > bare.len(), "the emblem is in it");
    keeper.hands_in("/offices/emblem", "/offices/emblem", &[], &[]).await.says(422, "ไฟล์");
    keeper
        .hands_in("/offices/emblem", "/offices/emblem", &[("remove", "true")], &[])
        .await
        .leads_to("/offices/emblem");
    keeper.opens("/offices/emblem").await.says(200, "ยังไม่มีตรา");
}

#[tokio::test]
async fn an_office_takes_the_letter_with_its_receive_stamp() {
    let app = TestApp::start().await;
    let province = app.officer("90", Role::Officer).await;
    let story = Story::issued(&app).await;
    let letter = format!("/deliveries/{}/letter.pdf", story.at("90").await);
    let before = read_letter(&province.takes(&letter).await, None).expect("text").text;
    assert!(!before.contains("เลขรับ"), "{before}");
    story.passes("90").await;
    let after = read_letter(&province.takes(&letter).await, None).expect("text").text;
    for said in ["เลขรับ", "สำนักงานท้องถิ่นจังหวัดตัวอย่าง", "๒๔ พ.ค. ๒๕๖๖", "๐๙.๓๐ น."]
    {
        assert!(after.contains(said), "{said} is not in {after}");
    }
    app.officer("5910101", Role::Officer).await.opens(&letter).await.says(404, "ไม่พบรายการนี้");
}
