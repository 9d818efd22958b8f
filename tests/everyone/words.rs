//! Words stay whole on the narrowest screen: each compound of a heading or a button lies on one line.

use super::pages::PAGES;
use crate::support::browser::{Browser, Device};
use crate::support::demo::Demo;

/// How many compounds the page shows, and those that lie on more than one line.
const BROKEN: &str = "const words = [...document.querySelectorAll('.w')].filter(word => word.checkVisibility());
    return [words.length, words.filter(word => word.getClientRects().length > 1).map(word => word.textContent)]";

/// What somebody copies who marks a heading.
const COPIED: &str = "const heading = document.querySelector('h1');
    getSelection().selectAllChildren(heading);
    return [String(getSelection()).trim(), /[\\u200b\\u2060]/.test(document.body.innerText)]";

#[tokio::test]
async fn compounds_lie_on_one_line_and_are_copied_clean() {
    let Some(browser) = Browser::start().await else { return };
    let demo = Box::pin(Demo::start()).await;
    let window = browser.open(Device::any_size()).await;
    let mut reader = "";
    let mut met = 0;
    for page in &PAGES {
        page.seat(&demo, &window, &mut reader).await;
        window.screen(320).await;
        window.goto(&page.address(&demo)).await;
        let found = window.run(BROKEN).await;
        assert_eq!(found[1], serde_json::json!([]), "{} breaks words", page.name);
        met += found[0].as_u64().expect("a count");
    }
    assert!(met > 200, "few compounds were looked at: {met}");
    window.goto(&demo.app.at("/help")).await;
    assert_eq!(window.run(COPIED).await, serde_json::json!(["คู่มือการใช้งาน", false]));
    window.goto(&demo.app.at("/privacy")).await;
    assert_eq!(window.run(COPIED).await, serde_json::json!(["ประกาศความเป็นส่วนตัว", false]));
}
