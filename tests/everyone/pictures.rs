//! Pictures of every page into `target/pictures`, to look at: `tests/run -- pictures --ignored`.

use std::path::Path;

use super::pages::PAGES;
use crate::support::browser::{Browser, Device};
use crate::support::demo::Demo;

#[tokio::test]
#[ignore = "makes pictures to look at; proves nothing"]
async fn pictures_of_every_page() {
    let Some(browser) = Browser::start().await else { return };
    let demo = Box::pin(Demo::start()).await;
    let window = browser.open(Device::any_size()).await;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&folder).expect("a folder for the pictures");
    let mut reader = "";
    for page in &PAGES {
        page.seat(&demo, &window, &mut reader).await;
        for language in ["th", "en"] {
            window.reads(language, &demo.app.base).await;
            window.screen(390).await;
            window.goto(&page.address(&demo)).await;
            // A bar that sticks to the screen's edge would stand in the middle of the picture of a long page.
            window
                .run("for (const bar of document.querySelectorAll('.bulk')) bar.style.position = 'static'")
                .await;
            for width in [390, 1280] {
                window.screen(width).await;
                for colours in ["light", "dark"] {
                    window.prefers(&[("prefers-color-scheme", colours)]).await;
                    let file = format!("{}-{width}-{language}-{colours}.png", page.name);
                    std::fs::write(folder.join(file), window.screenshot().await)
                        .expect("a picture is written");
                }
            }
        }
    }
}
