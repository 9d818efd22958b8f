//! A page that lies open tells by itself what others do meanwhile.

use wian::actions;
use wian::domain::actor::Role;

use crate::support::app::{PASSWORD, TestApp};
use crate::support::browser::{Browser, Device};
use crate::support::story::Story;

#[tokio::test]
async fn an_open_board_shows_by_itself_that_a_teacher_saw_the_letter() {
    let Some(browser) = Browser::start().await else { return };
    let app = TestApp::start().await;
    let story = Story::sent_to_schools(&app).await;
    let desk = browser.open(Device::desktop()).await;
    app.signs_in_as(&desk, "issuer.dla@example.go.th", PASSWORD).await;
    desk.goto(&app.at(format!("/circulars/{}", story.circular))).await;
    assert!(!desk.text().await.contains("เปิดอ่านแล้ว 1 แห่ง"));
    desk.run("window.never_left = true").await;

    // Fetching the page is not seeing it: the page of a person says so itself, after a moment.
    app.visitor().opens(story.secret_page("S1").await).await.says(200, "ประกวดสวนสมมุติ");
    let phone = browser.open(Device::phone()).await;
    phone.goto(&app.at(story.secret_page("S1").await)).await;
    desk.wait_for("เปิดอ่านแล้ว 1 แห่ง").await;
    assert_eq!(desk.run("return window.never_left").await, true, "nobody loaded the page again");
}

#[tokio::test]
async fn work_that_takes_long_survives_a_reload_and_tells_by_itself_when_it_is_done() {
    let Some(browser) = Browser::start().await else { return };
    let app = TestApp::start().await;
    let keeper = app.officer("DLA", Role::Administrator).await;
    let csv = "tier,code,parent_code,name_th\nprovince,91,DLA,สำนักงานตัวอย่าง\n";
    let page = "/offices/imports";
    let sent = keeper.hands_in(page, page, &[], &[("file", "ทะเบียน.csv", "text/csv", csv)]).await;
    let desk = browser.open(Device::desktop()).await;
    app.signs_in_at(&desk, &keeper).await;
    desk.goto(&app.at(sent.header("location"))).await;
    desk.wait_for("รอดำเนินการ").await;
    desk.goto(&app.at(sent.header("location"))).await;
    desk.wait_for("รอดำเนินการ").await;
    desk.run("window.never_left = true").await;

    actions::take_in_next_registry(&app.app).await.expect("taken in");
    desk.wait_for("นำเข้าแล้ว").await;
    assert_eq!(desk.run("return window.never_left").await, true, "nobody loaded the page again");
}
