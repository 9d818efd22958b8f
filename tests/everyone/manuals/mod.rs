//! A printed page for each role, out of the program's own screens: `tests/run -- manuals --ignored` writes
//! `target/manuals/{role}.pdf`.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use wian::letters::page_count;
use wian::text::fill;

use crate::support::browser::{Browser, Device, Window};
use crate::support::demo::Demo;

/// What a picture shows, in points of the screen; the printed picture has the same proportions.
const WIDTH: u32 = 1000;
const HEIGHT: u32 = 600;

/// Fewer dots to an inch of paper look blurred.
const SHARP: f64 = 300.0;

/// Whether the page has its font, and how many dots to an inch the coarsest of its pictures has: 0 where one is missing.
const PROOF: &str = "return document.fonts.ready.then(() => ({
    font: [...document.fonts].every(font => font.status === 'loaded'),
    dots: Math.min(...[...document.images].map(one => one.naturalWidth / (one.getBoundingClientRect().width / 96))),
}))";

/// Dots of the picture to a point of the screen: some 450 to an inch of paper.
const SHARPNESS: u32 = 2;

#[derive(Deserialize)]
struct Manuals {
    foot: String,
    manuals: Vec<Manual>,
}

#[derive(Deserialize)]
struct Manual {
    role: String,
    reader: String,
    title: String,
    lead: String,
    steps: Vec<Step>,
}

#[derive(Deserialize)]
struct Step {
    page: String,
    mark: String,
    title: String,
    text: String,
}

#[tokio::test]
#[ignore = "makes the printed manuals; run it when a screen has changed"]
async fn manuals_of_every_role() {
    let Some(browser) = Browser::start().await else { return };
    let demo = Box::pin(Demo::start()).await;
    let window = browser.open(Device::any_size()).await;
    let folder = root().join("target/manuals");
    std::fs::create_dir_all(&folder).expect("a folder for the manuals");
    let read: Manuals = toml::from_str(include_str!("th.toml")).expect("the sentences");
    for manual in &read.manuals {
        let pdf = print(manual, &read.foot, &demo, &window, &folder).await;
        assert_eq!(page_count::pdf_pages(&pdf), Some(1), "{} is one page", manual.role);
        std::fs::write(folder.join(format!("{}.pdf", manual.role)), pdf).expect("a manual is written");
    }
}

async fn print(manual: &Manual, foot: &str, demo: &Demo, window: &Window, folder: &Path) -> Vec<u8> {
    window.forgets().await;
    demo.signs_in(window, &manual.reader).await;
    let mut steps = String::new();
    for (n, step) in (1..).zip(&manual.steps) {
        window.frames(WIDTH, HEIGHT, SHARPNESS).await;
        window.goto(&demo.app.at(demo.filled(&step.page))).await;
        let marked = window.run(&mark(&step.mark, n)).await;
        assert_eq!(marked, true, "{}: nothing to mark as {n} by {} on {}", manual.role, step.mark, step.page);
        let file = format!("{}-{n}.png", manual.role);
        std::fs::write(folder.join(&file), window.view().await).expect("a picture is written");
        let n = n.to_string();
        let printed = [("picture", file.as_str()), ("n", &n), ("title", &step.title), ("text", &step.text)];
        steps += &fill(include_str!("step.html"), &printed);
    }
    let printed =
        [("title", manual.title.as_str()), ("lead", &manual.lead), ("steps", &steps), ("foot", foot)];
    let page = fill(include_str!("page.html"), &printed);
    let file = folder.join(format!("{}.html", manual.role));
    std::fs::write(&file, page).expect("a page is written");
    window.goto(&format!("file://{}", file.display())).await;
    let seen = window.run(PROOF).await;
    assert_eq!(seen["font"], true, "{} is set in the font of official letters", manual.role);
    let dots = seen["dots"].as_f64().expect("dots to an inch");
    assert!(dots >= SHARP, "{}: a picture has {dots} dots to an inch", manual.role);
    assert!(window.text().await.contains(&manual.lead), "{} says in Thai what it is for", manual.role);
    window.pdf().await
}

/// Puts a number beside what a step is about and brings it into view; says whether it was there.
fn mark(css: &str, n: i32) -> String {
    format!(
        "const [thing] = document.querySelectorAll({css:?});
        if (!thing) return false;
        document.documentElement.style.scrollbarWidth = 'none';
        for (const bar of document.querySelectorAll('.bulk')) bar.style.position = 'static';
        const {{ top }} = thing.getBoundingClientRect();
        scrollTo({{ top: Math.max(0, top + scrollY - 260), behavior: 'instant' }});
        const box = thing.getBoundingClientRect();
        const edge = document.createElement('div');
        Object.assign(edge.style, {{ position: 'absolute', zIndex: 99, borderRadius: '10px',
            border: '3px solid #b3261e', left: `${{Math.max(3, box.left - 6)}}px`, top: `${{box.top + scrollY - 6}}px`,
            width: `${{Math.min(box.width + 12, innerWidth - 8)}}px`, height: `${{Math.min(box.height + 12, 260)}}px` }});
        const number = document.createElement('b');
        number.textContent = '{n}';
        const aside = box.right + 48 < innerWidth ? '-40px' : '-16px';
        Object.assign(number.style, {{ position: 'absolute', right: aside, top: '-16px', width: '34px', height: '34px',
            font: '600 20px/34px Sarabun', borderRadius: '50%', textAlign: 'center', color: '#fff',
            background: '#b3261e' }});
        edge.append(number);
        document.body.append(edge);
        return document.fonts.ready.then(() => true);"
    )
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
