//! What a reader asked the device for is heeded: less motion, and colours of one's own.

use super::pages::PAGES;
use crate::support::browser::{Browser, Device, key};
use crate::support::demo::Demo;

/// Elements that would move.
const MOVING: &str = "const long = time => time.split(',').some(part => parseFloat(part) > 0);
    return [...document.querySelectorAll('*')].filter(one => {
        const look = getComputedStyle(one);
        return long(look.transitionDuration) || (look.animationName !== 'none' && long(look.animationDuration));
    }).map(one => one.outerHTML.slice(0, 120))";

/// Shapes of states that are no longer seen, and whether the focus is.
const SEEN: &str =
    "const unseen = [...document.querySelectorAll('.st .i, .tag .i')].filter(one => one.checkVisibility())
        .filter(one => getComputedStyle(one).color === getComputedStyle(document.body).backgroundColor);
    const ring = getComputedStyle(document.activeElement);
    return [unseen.length, document.activeElement !== document.body && ring.outlineStyle !== 'none'
        && ring.outlineColor !== getComputedStyle(document.body).backgroundColor]";

/// One page of each kind is enough: they share their style sheets.
const KINDS: [&str; 6] = ["letter", "school", "morning", "board", "check", "inbox"];

#[tokio::test]
async fn less_motion_and_ones_own_colours_are_heeded() {
    let Some(browser) = Browser::start().await else { return };
    let demo = Box::pin(Demo::start()).await;
    let window = browser.open(Device::any_size()).await;
    let mut reader = "";
    window.screen(1280).await;
    for page in PAGES.iter().filter(|page| KINDS.contains(&page.name)) {
        page.seat(&demo, &window, &mut reader).await;
        window.prefers(&[("prefers-reduced-motion", "reduce")]).await;
        window.goto(&page.address(&demo)).await;
        assert_eq!(window.run(MOVING).await, serde_json::json!([]), "{} moves", page.name);
        window.prefers(&[("forced-colors", "active")]).await;
        window.press(key::TAB).await;
        assert_eq!(
            window.run(SEEN).await,
            serde_json::json!([0, true]),
            "{} in one's own colours",
            page.name
        );
    }
}
