//! Thai first, English for whoever asks.

use reqwest::Method;
use reqwest::header::{ACCEPT_LANGUAGE, HeaderMap, HeaderValue};

use crate::support::app::TestApp;

#[tokio::test]
async fn pages_are_thai_whatever_the_browser_says_until_english_is_chosen() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    let english = HeaderMap::from_iter([(ACCEPT_LANGUAGE, HeaderValue::from_static("en-GB,en"))]);
    visitor.sends(Method::GET, "/help", english, "").await.says(200, "สถานะของหนังสือ");
    visitor.posts("/language", &[("to", "en"), ("back", "/help")]).await.leads_to("/help");
    visitor.opens("/help").await.says(200, "States of a letter").says(200, "As of 24 May 2023");
    visitor.posts("/language", &[("to", "th"), ("back", "https://evil.example")]).await.leads_to("/");
    visitor.opens("/privacy").await.says(200, "ประกาศความเป็นส่วนตัว").says(200, "24 พ.ค. 2566 เวลา 09.30 น.");
    visitor.posts("/language", &[("to", "fr")]).await.says(422, "อ่านแบบฟอร์มนี้ไม่ได้");
}
