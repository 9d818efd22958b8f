//! Reading a letter, and making a draft of what was read.

use axum::http::Method;
use serde_json::{Value, json};
use wian::domain::actor::Role;

use super::program::Program;
use crate::support::app::TestApp;

const LETTER: &str = "ที่ มท ๐๘๑๖.๓/ว\n\nถึง สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด\n\n\
    ด้วยกรมตัวอย่างกำหนดให้สถานศึกษาส่งผลงาน ระหว่างวันที่ ๑ มิถุนายน - ๒๘ กรกฎาคม ๒๕๖๖ ทาง works@example.go.th\n\n\
    จึงเรียนมาเพื่อโปรดทราบ\n\nกรมตัวอย่าง\nพฤษภาคม ๒๕๖๖\n\nกองตัวอย่าง\nโทร. ๐ ๒๒๔๑ ๙๐๐๐ ต่อ ๑๒\n";

async fn read(program: &Program, kind: &str, bytes: Vec<u8>) -> super::program::Answer {
    program.hand_in(Method::POST, "/letters/readings", kind, bytes).await
}

#[tokio::test]
async fn a_letter_is_read_and_what_was_read_is_a_draft() {
    let app = TestApp::start().await;
    let issuer = Program::of(&app, "DLA", Role::Issuer).await;
    let reading = read(&issuer, "text/plain; charset=utf-8", LETTER.into()).await.is(200);
    assert_eq!(reading["form"], "stamped");
    assert_eq!(reading["duties"][0]["to"], "2023-07-28");
    assert!(reading["findings"].as_array().is_some_and(|findings| !findings.is_empty()));

    let (old, _, _) = encoding_rs::WINDOWS_874.encode(LETTER);
    let again = read(&issuer, "text/plain; charset=windows-874", old.into_owned()).await.is(200);
    assert_eq!(again, reading);

    let mut handed_in = reading.clone();
    handed_in["register_title"] = json!("ส่งผลงานตัวอย่าง");
    handed_in["a_field_of_tomorrow"] = json!(1);
    let answer = issuer.post("/circulars", handed_in).await;
    let draft = answer.is(201);
    let id = draft["id"].as_str().expect("an id in digits");
    assert_eq!(answer.header("location"), format!("/api/v1/circulars/{id}"));
    assert_eq!((&draft["state"], &draft["title"]), (&json!("draft"), &json!("ส่งผลงานตัวอย่าง")));
    for field in ["form", "to", "body", "duties", "emails", "phones", "owner", "dated"] {
        assert_eq!(draft["letter"][field], reading[field], "{field}");
    }
    let codes = |findings: &Value| -> Vec<String> {
        let findings = findings.as_array().expect("findings").iter();
        findings.map(|finding| finding["code"].as_str().expect("a code").to_owned()).collect()
    };
    assert!(codes(&draft["findings"]).contains(&"nobody_to_reach".to_owned()), "{}", draft["findings"]);
}

#[tokio::test]
async fn what_is_no_letter_is_refused_with_the_reason() {
    let app = TestApp::start().await;
    let issuer = Program::of(&app, "DLA", Role::Issuer).await;
    read(&issuer, "application/pdf", b"%PDF-1.4 cut off".to_vec()).await.is(422);
    let empty = read(&issuer, "text/plain", Vec::new()).await.is(422);
    assert!(empty["message_th"].is_string() && empty["code"].is_string());
    read(&issuer, "text/plain", vec![b' '; 20_000_001]).await.refuses(413, "too_large");
    let province = Program::of(&app, "90", Role::Officer).await;
    read(&province, "text/plain", LETTER.into()).await.refuses(403, "not_allowed");
}
