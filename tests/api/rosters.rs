//! Whom a draft is for: a roster, a tier, a list.

use axum::http::Method;
use serde_json::json;
use wian::domain::actor::Role;

use super::program::{Program, draft};
use crate::support::app::TestApp;

const ROSTER: &str = "ลำดับ,โรงเรียน,อปท.,จังหวัด\n1,โรงเรียนตัวอย่าง ๑,เทศบาลเมืองตัวอย่างหนึ่ง,สงขลา\n\
    2,โรงเรียนที่ไม่มี,เทศบาลเมืองตัวอย่างหนึ่ง,สงขลา\n";

#[tokio::test]
async fn a_roster_comes_as_a_body_or_in_a_form_and_says_what_it_does_not_know() {
    let app = TestApp::start().await;
    let issuer = Program::of(&app, "DLA", Role::Issuer).await;
    let id =
        issuer.post("/circulars", draft("ตัวอย่าง")).await.is(201)["id"].as_str().expect("an id").to_owned();
    let path = format!("/circulars/{id}/roster");
    let report = issuer.hand_in(Method::PUT, &path, "text/csv; charset=utf-8", ROSTER).await.is(200);
    assert_eq!(report["rows"], 2, "{report}");
    assert_eq!(report["accepted"].as_u64().expect("a count") + rejected(&report), 2, "{report}");
    let form = format!(
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"roster.csv\"\r\nContent-Type: text/csv\r\n\r\n\
         {ROSTER}\r\n--x--\r\n"
    );
    let again = issuer.hand_in(Method::PUT, &path, "multipart/form-data; boundary=x", form).await.is(200);
    assert_eq!(again, report);
    for row in report["rejected"].as_array().expect("rows") {
        assert!(row["line"].is_u64() && row["column"].is_string() && row["reason"].is_string(), "{row}");
    }
    let nothing = issuer.hand_in(Method::PUT, &path, "multipart/form-data; boundary=x", "--x--\r\n").await;
    assert_eq!(nothing.refuses(422, "missing")["field"], "file");
    let rubbish = issuer.hand_in(Method::PUT, &path, "text/csv", "ก").await;
    assert_eq!(rubbish.status, 422, "{}", rubbish.text());
}

fn rejected(report: &serde_json::Value) -> u64 {
    report["rejected"].as_array().map_or(0, Vec::len) as u64
}

#[tokio::test]
async fn an_audience_is_a_tier_a_list_or_the_roster_again() {
    let app = TestApp::start().await;
    let issuer = Program::of(&app, "DLA", Role::Issuer).await;
    let path = issuer.drafts("ตัวอย่าง").await;
    let audience = format!("{path}/audience");
    let reach = issuer.put(&audience, json!({"tier": "local"})).await.is(200);
    assert_eq!(reach, json!({"provinces": 2, "locals": 3, "schools": 0}));
    let reach = issuer.put(&audience, json!({"offices": ["S1", "6900102"]})).await.is(200);
    assert_eq!(reach, json!({"provinces": 1, "locals": 2, "schools": 1}));
    assert_eq!(issuer.get(&path).await.is(200)["audience"], json!({"offices": ["S1", "6900102"]}));
    issuer.put(&audience, json!({"roster": true})).await.is(200);
    issuer.put(&audience, json!({})).await.refuses(422, "missing");
    issuer.put(&audience, json!({"tier": "local", "offices": ["S1"]})).await.refuses(422, "malformed");
    issuer.put(&audience, json!({"tier": "village"})).await.refuses(422, "malformed_value");
    assert_eq!(issuer.put(&audience, json!({"offices": ["X9"]})).await.status, 422);
}
