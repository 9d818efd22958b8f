//! The browser that journeys rely on: it clicks, types, uploads, waits and sees what a page really shows.

use std::collections::HashMap;
use std::io::Write as _;
use std::time::Duration;

use axum::extract::Multipart;
use axum::http::{HeaderMap, header};
use axum::response::Html;
use axum::routing::{get, post};
use axum::{Form, Router};
use wian::letters::proof::Level;
use wian::letters::qr::{Format, Style, render};

use crate::support::browser::{Browser, Device, Window, programs};

const LINK: &str = "HTTPS://WIAN.EXAMPLE.GO.TH/L/R7KM42XD";

const FORM: &str = r#"<!doctype html><html lang="th"><meta name="viewport" content="width=device-width">
<title>ทดลอง</title><h1>หนังสือเวียน</h1>
<form method="post" action="/greeting"><label>ชื่อ <input name="name" value="เดิม"></label>
<textarea name="text"></textarea><select name="kind"><option value="1">ลงรับ</option><option value="2">รับทราบ</option></select>
<button hidden>บันทึก</button><button>บันทึก</button></form>
<form method="post" action="/file" enctype="multipart/form-data"><input type="file" name="file"><button id="send">ส่ง</button></form>
<p id="late"></p><script>setTimeout(() => document.getElementById('late').textContent = 'มาทีหลัง', 300)</script>"#;

/// Longer than anybody types.
const LONG: &str = include_str!("../assets/text/th.toml");

const WIDE: &str = r#"<!doctype html><meta name="viewport" content="width=device-width"><div style="width: 700px">กว้าง</div>"#;

/// A small site on a free port; its address.
async fn site() -> String {
    let style = Style { level: Level::Q, size_mm: 30.0, dpi: 300, caption: &[] };
    let symbol =
        String::from_utf8(render(LINK, Format::Svg, &style).expect("a symbol")).expect("an SVG is text");
    let code = format!("<!doctype html><div style=\"height: 2000px\">เลื่อนลง</div>{symbol}");
    let site = Router::new()
        .route("/", get(async || Html(FORM)))
        .route("/wide", get(async || Html(WIDE)))
        .route("/code", get(async || Html(code)))
        .route("/language", get(async |headers: HeaderMap| format!("{:?}", headers[header::ACCEPT_LANGUAGE])))
        .route(
            "/greeting",
            post(async |Form(form): Form<HashMap<String, String>>| {
                // The Debug form of a map would write Thai vowels as escapes.
                let same = form["text"].replace("\r\n", "\n") == LONG;
                format!("{} {} {same}", form["name"], form["kind"])
            }),
        )
        .route("/file", post(take_file));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async { axum::serve(listener, site).await.expect("the site is served") });
    address
}

async fn take_file(mut parts: Multipart) -> String {
    let file = parts.next_field().await.expect("a form").expect("a file");
    format!("{:?} {}", file.file_name().map(ToOwned::to_owned), file.text().await.expect("text"))
}

async fn text_at(window: &Window, address: &str) -> String {
    window.goto(address).await;
    window.text().await
}

#[tokio::test]
async fn a_person_clicks_types_chooses_and_waits() {
    let Some(browser) = Browser::start().await else { return };
    let site = site().await;
    let officer = browser.open(Device::desktop()).await;
    officer.goto(&site).await;
    officer.wait_for("มาทีหลัง").await;
    assert!(officer.weight().await > FORM.len() as u64);
    officer.fill("input[name=name]", "นายตัวอย่าง").await;
    officer.fill("textarea", LONG).await;
    officer.choose("select", "รับทราบ").await;
    officer.click("บันทึก").await;
    officer.wait_for("นายตัวอย่าง 2 true").await;
    assert_eq!(officer.address().await, format!("{site}/greeting"));
}

#[tokio::test]
async fn a_person_uploads_a_file() {
    let Some(browser) = Browser::start().await else { return };
    let officer = browser.open(Device::desktop()).await;
    let mut file = tempfile::Builder::new().suffix(".csv").tempfile().expect("a file");
    write!(file, "จังหวัด,อปท.").expect("it takes text");
    officer.goto(&site().await).await;
    officer.upload("input[type=file]", file.path()).await;
    officer.click_css("#send").await;
    officer.wait_for(".csv\") จังหวัด,อปท.").await;
}

#[tokio::test]
async fn a_phone_is_narrow_and_a_desktop_wide() {
    let Some(browser) = Browser::start().await else { return };
    let site = site().await;
    let screen = "return [innerWidth, innerHeight, devicePixelRatio, navigator.maxTouchPoints > 0]";
    let (phone, desktop) = (browser.open(Device::phone()).await, browser.open(Device::desktop()).await);
    phone.goto(&site).await;
    desktop.goto(&site).await;
    assert_eq!(phone.run(screen).await, serde_json::json!([390, 844, 2, true]));
    assert_eq!(desktop.run(screen).await, serde_json::json!([1280, 900, 1, false]));
    assert!(!phone.scrolls_sideways().await);
    phone.goto(&format!("{site}/wide")).await;
    desktop.goto(&format!("{site}/wide")).await;
    assert!(phone.scrolls_sideways().await && !desktop.scrolls_sideways().await);
}

#[tokio::test]
async fn scripts_can_be_switched_off() {
    let Some(browser) = Browser::start().await else { return };
    let site = site().await;
    let plain = browser.open(Device::phone().without_scripts()).await;
    plain.goto(&site).await;
    // Three times as long as the page's script would take.
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert!(plain.text().await.contains("หนังสือเวียน") && !plain.text().await.contains("มาทีหลัง"));
    plain.fill("input[name=name]", "นางสาวตัวอย่าง").await;
    plain.click("บันทึก").await;
    plain.wait_for("นางสาวตัวอย่าง").await;
}

#[tokio::test]
async fn a_camera_reads_the_code_below_the_fold() {
    let Some(browser) = Browser::start().await else { return };
    let phone = browser.open(Device::phone()).await;
    phone.goto(&format!("{}/code", site().await)).await;
    assert_eq!(phone.qr_codes().await, [LINK]);
}

#[tokio::test]
async fn pages_are_asked_for_in_the_readers_language() {
    let Some(browser) = Browser::start().await else { return };
    let address = format!("{}/language", site().await);
    assert!(text_at(&browser.open(Device::phone()).await, &address).await.starts_with("\"th"));
    assert!(text_at(&browser.open(Device::phone().reading("en")).await, &address).await.starts_with("\"en"));
}

#[test]
#[should_panic(expected = "chromium is not in PATH")]
fn a_required_browser_that_is_missing_fails_the_test() {
    programs::or_skip(Err("chromium"), true);
}

#[test]
fn a_browser_that_nobody_requires_is_done_without() {
    assert!(programs::or_skip(Err("chromium"), false).is_none());
}
