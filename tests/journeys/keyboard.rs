//! Somebody who uses no mouse: every step by keys, and it is always seen where one is.

use wian::domain::actor::Role;

use crate::support::app::{PASSWORD, TestApp};
use crate::support::browser::{Browser, Device, Window, key};
use crate::support::story::Story;

/// Stops on one page, at most.
const STOPS: usize = 80;

/// Where the focus is: its words, and whether one sees it.
const FOCUS: &str = "const it = document.activeElement, look = getComputedStyle(it);
    const words = [it.innerText, it.getAttribute('aria-label'), it.id, it.value].filter(Boolean).join(' ');
    return [words, look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2]";

/// Goes on with Tab to what says these words; at every stop one sees where one is.
async fn goes_to(window: &Window, words: &str) {
    let mut passed = Vec::new();
    for _ in 0..STOPS {
        window.press(key::TAB).await;
        let at = window.run(FOCUS).await;
        let here = at[0].as_str().unwrap_or_default().to_owned();
        assert_eq!(at[1], true, "nobody sees the focus on {here:?}");
        if here.contains(words) {
            return;
        }
        passed.push(here);
    }
    panic!("{words:?} is not reached: {passed:?}");
}

#[tokio::test]
async fn an_officer_signs_in_receives_and_forwards_without_a_mouse() {
    let Some(browser) = Browser::start().await else { return };
    let app = TestApp::start().await;
    let officer = app.appoints("90", Role::Officer).await;
    Story::issued(&app).await;
    let desk = browser.open(Device::desktop()).await;
    desk.goto(&app.at("/sign-in")).await;
    goes_to(&desk, "email").await;
    desk.press(&officer.email).await;
    goes_to(&desk, "password").await;
    desk.press(PASSWORD).await;
    desk.press(key::ENTER).await;
    desk.wait_for("ประกวดสวนสมมุติ").await;

    // The keys of the inbox: down to the first letter, tick it, receive; then the same to forward.
    desk.press("j").await;
    desk.press("x").await;
    desk.wait_for("ลงรับ 1 ฉบับ").await;
    desk.press("r").await;
    desk.wait_for("ลงรับแล้ว 1 ฉบับ เลขรับ 1").await;
    goes_to(&desk, "ประกวดสวนสมมุติ").await;
    desk.press(key::ENTER).await;
    desk.wait_for("เส้นเวลา").await;
    goes_to(&desk, "ส่งต่อ").await;
    while !desk
        .run("return document.activeElement.matches('main button')")
        .await
        .as_bool()
        .unwrap_or_default()
    {
        goes_to(&desk, "ส่งต่อ").await;
    }
    desk.press(key::ENTER).await;
    desk.wait_for("ส่งต่อแล้ว 1/1 แห่ง").await;
}

#[tokio::test]
async fn a_teacher_acknowledges_without_a_mouse() {
    let Some(browser) = Browser::start().await else { return };
    let app = TestApp::start().await;
    let story = Story::sent_to_schools(&app).await;
    let desk = browser.open(Device::desktop()).await;
    desk.goto(&app.at(story.secret_page("S1").await)).await;
    goes_to(&desk, "name").await;
    desk.press("นางตัวอย่าง ใจดี").await;
    goes_to(&desk, "position").await;
    desk.press("ครู").await;
    goes_to(&desk, "รับทราบ").await;
    desk.press(key::ENTER).await;
    desk.wait_for("รับทราบแล้ว").await;
}
