//! The department at its desk: looks for a letter by the keyboard, and writes a draft that keeps itself.

use wian::domain::actor::Role;

use crate::support::app::TestApp;
use crate::support::browser::{Browser, Device, key};
use crate::support::story::Story;

#[tokio::test]
async fn a_slash_leads_to_the_search_which_shows_what_it_finds_as_one_types() {
    let Some(browser) = Browser::start().await else { return };
    let app = TestApp::start().await;
    let issuer = app.officer("DLA", Role::Issuer).await;
    let story = Story::another(&app, "ประกวดสวนสมมุติ").await;
    let desk = browser.open(Device::desktop()).await;
    app.signs_in_at(&desk, &issuer).await;
    desk.goto(&app.at("/offices")).await;
    desk.press("/").await;
    desk.press("ไม่มีแน่").await;
    desk.wait_for("ไม่พบ “ไม่มีแน่”").await;
    desk.press(key::ESCAPE).await;
    assert!(!desk.text().await.contains("ไม่พบ “ไม่มีแน่”"), "Escape closes it");
    desk.fill(".find input", "ว๑").await;
    desk.wait_for("ประกวดสวนสมมุติ").await;
    desk.press(key::DOWN).await;
    desk.press(key::ENTER).await;
    desk.wait_to_leave(&app.at("/offices")).await;
    assert_eq!(desk.address().await, app.at(format!("/circulars/{}", story.circular)));
}

#[tokio::test]
async fn a_draft_keeps_itself_and_a_wrong_day_is_said_before_any_button_is_pressed() {
    let Some(browser) = Browser::start().await else { return };
    let app = TestApp::start().await;
    let issuer = app.officer("DLA", Role::Issuer).await;
    let desk = browser.open(Device::desktop()).await;
    app.signs_in_at(&desk, &issuer).await;
    desk.goto(&app.at("/circulars/new")).await;
    desk.fill("#text", crate::support::story::LETTER).await;
    desk.click("อ่านหนังสือ").await;
    desk.wait_for("ต้องกรอกชื่อเรื่อง").await;
    desk.run("window.never_left = true").await;
    desk.fill("#register_title", "ประกวดสวนสมมุติ").await;
    desk.wait_for("บันทึกอัตโนมัติแล้ว").await;
    assert!(!desk.text().await.contains("ต้องกรอกชื่อเรื่อง"), "the linter looked again");
    desk.fill("#dated", "วันที่เท่าไรไม่รู้").await;
    desk.wait_for("ยังไม่ได้บันทึก").await;
    desk.fill("#dated", "24 พฤษภาคม 2566").await;
    desk.wait_for("บันทึกอัตโนมัติแล้ว").await;
    assert_eq!(desk.run("return window.never_left").await, true, "nobody loaded the page again");

    // The button sends the version that was kept last, however soon it is pressed after a key.
    desk.fill("#to", "จังหวัดตัวอย่าง").await;
    desk.click("เก็บร่าง").await;
    desk.wait_for("บันทึกร่างแล้ว").await;
    let kept = desk
        .run("return ['register_title', 'dated', 'to'].map(id => document.getElementById(id).value)")
        .await;
    assert_eq!(kept, serde_json::json!(["ประกวดสวนสมมุติ", "24 พฤษภาคม 2566", "จังหวัดตัวอย่าง"]));
}
