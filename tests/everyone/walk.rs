//! Walks through every page as everybody who may have trouble with it: axe-core finds nothing against WCAG 2.2 AA, no
//! page scrolls sideways, nothing jumps while it loads, and each weighs what its reader's line can carry.

use super::judge;
use super::pages::{PAGES, Page};
use crate::support::browser::{Browser, Device, Window};
use crate::support::demo::Demo;

/// Bytes on the wire of the pages for teachers and of all others, without the fonts.
const PUBLIC: u64 = 15_000;
const OFFICERS: u64 = 100_000;

/// A busy machine paints before a font that it already has; a page that is made to jump does it every time.
const TRIES: usize = 4;

/// The widths at which no page may scroll sideways; half a desktop's is what it has left when enlarged to 200 %.
const WIDTHS: [u32; 4] = [320, 390, 640, 1280];

/// How every page is judged: language, width, colours. Style sheets do not know the language, so that each width, each
/// of the colours and each language meets the others without all of the sixteen looks.
const LOOKS: [(&str, u32, &str); 7] = [
    ("th", 320, "light"),
    ("th", 320, "dark"),
    ("th", 1280, "light"),
    ("th", 1280, "dark"),
    ("en", 390, "dark"),
    ("en", 640, "light"),
    ("en", 1280, "light"),
];

#[tokio::test]
async fn every_page_is_for_everybody() {
    let Some(browser) = Browser::start().await else { return };
    let Some(axe) = judge::or_skip() else { return };
    let demo = Box::pin(Demo::start()).await;
    let window = browser.open(Device::any_size()).await;
    let mut faults = Vec::new();
    let mut reader = "";
    for page in &PAGES {
        page.seat(&demo, &window, &mut reader).await;
        for language in ["th", "en"] {
            window.reads(language, &demo.app.base).await;
            let found = look_at(page, &demo, &window, &axe, language).await;
            faults.extend(found.into_iter().map(|fault| format!("{} ({language}) {fault}", page.name)));
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// What is wrong with one page in one language.
async fn look_at(page: &Page, demo: &Demo, window: &Window, axe: &str, language: &str) -> Vec<String> {
    window.screen(WIDTHS[0]).await;
    window.prefers(&[("prefers-color-scheme", "light")]).await;
    let mut faults = weighs(page, demo, window).await;
    window.run(axe).await;
    for (_, width, colours) in LOOKS.into_iter().filter(|(of, ..)| *of == language) {
        window.screen(width).await;
        window.prefers(&[("prefers-color-scheme", colours)]).await;
        let found = judge::violations(window).await;
        faults.extend(found.into_iter().map(|found| format!("at {width}, {colours}: {found}")));
    }
    for width in WIDTHS {
        window.screen(width).await;
        if window.scrolls_sideways().await {
            faults.push(format!("scrolls sideways at {width}: {}", judge::widest(window).await));
        }
    }
    faults
}

/// What its reader waits for.
async fn weighs(page: &Page, demo: &Demo, window: &Window) -> Vec<String> {
    let mut loaded = comes(page, demo, window).await;
    for _ in 1..TRIES {
        if loaded.shift <= 0.0 {
            break;
        }
        loaded = comes(page, demo, window).await;
    }
    let mut faults = Vec::new();
    if (u64::from(page.status()), 0) != (loaded.status.into(), loaded.redirects) {
        faults.push(format!("is not there: {}, led elsewhere {} times", loaded.status, loaded.redirects));
    }
    let most = if page.is_for_teachers() { PUBLIC } else { OFFICERS };
    if loaded.bytes > most {
        faults.push(format!("weighs {} bytes, {most} at most", loaded.bytes));
    }
    if loaded.shift > 0.0 {
        faults.push(format!("jumps by {} while it loads: {}", loaded.shift, loaded.moved.join(" | ")));
    }
    let chained = loaded.before_paint.iter().filter(|name| !name.contains(".css"));
    faults.extend(chained.map(|name| format!("waits for {name} before it shows anything")));
    faults
}

/// Opens a page as somebody who was never here.
async fn comes(page: &Page, demo: &Demo, window: &Window) -> judge::Loaded {
    window.comes_anew().await;
    window.goto(&page.address(demo)).await;
    judge::loaded(window).await
}
