//! Pictures of every page into `target/pictures`, compared with how it looked when somebody last looked at it:
//! `tests/run -- pictures --ignored`. With `WIAN_PICTURES=keep` the new looks are kept, once one has looked at them.

use std::path::Path;

use super::baseline;
use super::pages::PAGES;
use crate::support::browser::{Browser, Device};
use crate::support::demo::Demo;

/// The looks that are kept: each language, each ground and each screen once.
const KEPT: [(u32, &str, &str); 2] = [(390, "th", "light"), (1280, "en", "dark")];

/// Pages that are little else than QR codes, which are others in every demo.
const CODES: [&str; 1] = ["slips"];

#[tokio::test]
#[ignore = "makes pictures to look at, which takes minutes, and letters differ a little between machines"]
async fn pictures_of_every_page() {
    let Some(browser) = Browser::start().await else { return };
    let demo = Box::pin(Demo::start()).await;
    let window = browser.open(Device::any_size()).await;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&folder).expect("a folder for the pictures");
    let mut reader = "";
    let mut other = Vec::new();
    for page in &PAGES {
        page.seat(&demo, &window, &mut reader).await;
        for language in ["th", "en"] {
            window.reads(language, &demo.app.base).await;
            window.screen(390).await;
            // The second time the font is there before the first words are set.
            window.goto(&page.address(&demo)).await;
            window.goto(&page.address(&demo)).await;
            // A bar that sticks to the screen's edge would stand in the middle of the picture of a long page.
            window
                .run("for (const bar of document.querySelectorAll('.bulk')) bar.style.position = 'static'")
                .await;
            for width in [390, 1280] {
                window.screen(width).await;
                for colours in ["light", "dark"] {
                    window.prefers(&[("prefers-color-scheme", colours)]).await;
                    let name = format!("{}-{width}-{language}-{colours}", page.name);
                    let picture = window.screenshot().await;
                    std::fs::write(folder.join(format!("{name}.png")), &picture)
                        .expect("a picture is written");
                    if KEPT.contains(&(width, language, colours)) && !CODES.contains(&page.name) {
                        other.extend(compare(&name, &picture));
                    }
                }
            }
        }
    }
    assert!(other.is_empty(), "{} pages look different:\n{}", other.len(), other.join("\n"));
}

/// What is different about a page, or nothing; a new look is kept where that was asked for.
fn compare(name: &str, picture: &[u8]) -> Option<String> {
    let (file, fresh) = (baseline::file(name), baseline::small(picture));
    if std::env::var("WIAN_PICTURES").as_deref() == Ok("keep") {
        fresh.save(file).expect("a look is kept");
        return None;
    }
    let Ok(kept) = image::open(&file) else { return Some(format!("{name} was never looked at")) };
    baseline::difference(&fresh, &kept.into_luma8()).map(|difference| format!("{name} {difference}"))
}
