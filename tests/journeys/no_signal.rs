//! A teacher without signal: the page is there, what is written waits on the phone, and is sent once.

use crate::support::app::{PASSWORD, TestApp};
use crate::support::browser::{Browser, Device};
use crate::support::line::Line;
use crate::support::person::Person;
use crate::support::story::Story;

#[tokio::test]
async fn what_is_written_without_signal_is_kept_and_sent_once_when_it_is_back() {
    let Some(browser) = Browser::start().await else { return };
    let app = TestApp::start().await;
    let story = Story::sent_to_schools(&app).await;
    // The phone's clock cannot be set, so the program's is set by it.
    app.wait(chrono::Utc::now() - app.app.clock.now());
    let mut line = Line::to(&app.base).await;
    let page = line.at(story.secret_page("S1").await);
    let phone = browser.open(Device::phone()).await;
    phone.goto(&page).await;
    phone.wait_for("ประกวดสวนสมมุติ").await;
    phone
        .wait_until(
            "return navigator.serviceWorker.ready.then(async () => \
        (await caches.keys()).length === 1 && Boolean(await caches.match(location.href)))",
        )
        .await;
    assert!(!phone.text().await.contains("ไม่มีสัญญาณ"));

    line.cut();
    phone.goto(&page).await;
    phone.wait_for("ไม่มีสัญญาณ หน้านี้เป็นสำเนาที่เก็บไว้ในเครื่อง").await;
    phone.wait_for("ประกวดสวนสมมุติ").await;
    assert!(!phone.scrolls_sideways().await);
    phone.fill("#name", "นางตัวอย่าง ไกลสัญญาณ").await;
    phone.fill("#position", "ครู").await;
    phone.click("รับทราบ").await;
    phone.wait_for("ยังไม่ถึงหน่วยงาน").await;
    phone.goto(&page).await;
    phone.wait_for("ยังไม่ถึงหน่วยงาน").await;

    line.mend().await;
    phone.wait_for("นางตัวอย่าง ไกลสัญญาณ").await;
    phone.wait_for("รับทราบแล้ว").await;
    let local = Person::new(&app.base, "officer.4900101@example.go.th");
    local.signs_in(PASSWORD).await.leads_to("/");
    let told = local.opens(format!("/deliveries/{}", story.at("S1").await)).await;
    told.says(200, "นางตัวอย่าง ไกลสัญญาณ · ครู").says(200, "เขียนไว้ ");
    assert_eq!(told.body.matches("เขียนไว้ ").count(), 1, "once");
}
