//! Coming in, staying in, and being told clearly when something is not right.

use chrono::TimeDelta;
use wian::domain::actor::Role;

use crate::support::app::{PASSWORD, TestApp};
use crate::support::browser::{Browser, Device};

#[tokio::test]
async fn an_administrator_mistypes_comes_in_and_adds_a_colleague() {
    let Some(browser) = Browser::start().await else { return };
    let app = TestApp::start().await;
    let keeper = app.appoints("90", Role::Administrator).await;
    let desk = browser.open(Device::desktop()).await;
    desk.goto(&app.at("/officers")).await;
    desk.fill("#email", &keeper.email).await;
    desk.fill("#password", "ไม่ใช่รหัสผ่านนี้").await;
    desk.click("ลงชื่อเข้าใช้").await;
    desk.wait_for("อีเมลหรือรหัสผ่านไม่ถูกต้อง").await;
    desk.fill("#password", PASSWORD).await;
    desk.click("ลงชื่อเข้าใช้").await;
    desk.wait_for("เจ้าหน้าที่ของหน่วยงาน").await;
    assert_eq!(desk.address().await, app.at("/officers"), "the page asked for follows signing in");
    desk.fill("#name", "นางสาวตัวอย่าง ใหม่").await;
    desk.fill("#email", "new@example.go.th").await;
    desk.choose("#role", "ผู้ตรวจสอบ").await;
    desk.click("เพิ่มเจ้าหน้าที่และสร้างลิงก์คำเชิญ").await;
    desk.wait_for("ลิงก์คำเชิญของ นางสาวตัวอย่าง ใหม่").await;
    desk.click("/invitations/").await;
    desk.wait_for("ตั้งรหัสผ่านสำหรับ new@example.go.th").await;
}

#[tokio::test]
async fn a_form_left_open_over_night_says_so_and_keeps_what_was_typed() {
    let Some(browser) = Browser::start().await else { return };
    let app = TestApp::start().await;
    let keeper = app.appoints("90", Role::Administrator).await;
    let desk = browser.open(Device::desktop()).await;
    app.signs_in_at(&desk, &keeper).await;
    desk.goto(&app.at("/officers")).await;
    desk.fill("#name", "นายตัวอย่าง พิมพ์ค้างไว้").await;
    desk.fill("#email", "kept@example.go.th").await;
    app.wait(TimeDelta::hours(13));
    desk.click("เพิ่มเจ้าหน้าที่และสร้างลิงก์คำเชิญ").await;
    desk.wait_for("ต้องลงชื่อเข้าใช้").await;
    desk.wait_for("สิ่งที่ท่านพิมพ์ยังอยู่ในหน้าก่อน").await;
    desk.back().await;
    desk.wait_for("เพิ่มเจ้าหน้าที่และสร้างลิงก์คำเชิญ").await;
    let kept = desk.run("return document.querySelector('#name').value").await;
    assert_eq!(kept, "นายตัวอย่าง พิมพ์ค้างไว้");
}

#[tokio::test]
async fn a_phone_without_scripts_does_it_all_and_never_scrolls_sideways() {
    let Some(browser) = Browser::start().await else { return };
    let app = TestApp::start().await;
    let keeper = app.appoints("4900101", Role::Administrator).await;
    let phone = browser.open(Device::phone().without_scripts()).await;
    phone.goto(&app.at("/sign-in")).await;
    phone.click("English").await;
    phone.wait_for("For officers of the department").await;
    app.signs_in_at(&phone, &keeper).await;
    for page in ["/officers", "/help", "/privacy", "/nowhere"] {
        phone.goto(&app.at(page)).await;
        assert!(!phone.scrolls_sideways().await, "{page}");
    }
}
