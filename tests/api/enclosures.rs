//! Enclosing files with a draft, and better versions of them after issue.

use axum::body::Body;
use axum::http::{Method, header};
use serde_json::json;
use wian::domain::actor::Role;

use super::program::{Answer, Program};
use crate::support::app::TestApp;

/// A form with the file before the other fields, as some programs send it.
fn form(border: &str, content: &str) -> String {
    let field = |name: &str, value: &str| {
        format!("--{border}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    format!(
        "--{border}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\n\r\n{content}\r\n{}{}--{border}--\r\n",
        field("role", "handbook"),
        field("title", "คู่มือตัวอย่าง"),
    )
}

async fn hand_in(program: &Program, path: &str, border: &str, content: &str, key: &str) -> Answer {
    let kind = format!("multipart/form-data; boundary={border}");
    let request = program.request(Method::POST, path).header(header::CONTENT_TYPE, kind);
    let request = request.header("idempotency-key", key).body(Body::from(form(border, content)));
    program.send(request.expect("a request")).await
}

#[tokio::test]
async fn a_file_is_enclosed_once_and_replaced_on_record_after_issue() {
    let app = TestApp::start().await;
    let issuer = Program::of(&app, "DLA", Role::Issuer).await;
    let path = issuer.drafts("ตัวอย่าง").await;
    let enclosures = format!("{path}/enclosures");
    let first = hand_in(&issuer, &enclosures, "one", "ก,ข\n1,2\n", "k1").await.is(201);
    assert_eq!((&first["role"], &first["title"]), (&json!("handbook"), &json!("คู่มือตัวอย่าง")));
    assert_eq!((&first["current"]["version"], &first["current"]["size"]), (&json!(1), &json!(12)));
    assert!(
        first["id"].is_string() && first["link"].as_str().is_some_and(|link| link.contains("/F/")),
        "{first}"
    );
    // Forms draw their borders anew, so a repeated one is another text.
    assert_eq!(hand_in(&issuer, &enclosures, "two", "ก,ข\n1,2\n", "k1").await.is(201), first);
    let other = hand_in(&issuer, &enclosures, "two", "ก,ข\n1,3\n", "k1").await;
    other.refuses(422, "idempotency_key_reused");
    let second = hand_in(&issuer, &enclosures, "x", "ค,ง\n1,2\n", "k2").await.is(201);
    let second = format!("{enclosures}/{}", second["id"].as_str().expect("an id"));
    let removed = issuer.hand_in(Method::DELETE, &second, "text/plain", "").await;
    assert_eq!(removed.status, 204, "{}", removed.text());
    let list = issuer.get(&enclosures).await.is(200);
    assert_eq!(list["items"], json!([first]));

    let versions = format!("{enclosures}/{}/versions", first["id"].as_str().expect("an id"));
    issuer.post(&format!("{path}/issuance"), json!({"accept_warnings": true})).await.is(201);
    hand_in(&issuer, &enclosures, "x", "ก,ข\n", "k3").await.refuses(409, "not_a_draft");
    let better = hand_in(&issuer, &versions, "x", "ก,ข\n3,4\n", "k4").await.is(201);
    assert_eq!(better["current"]["version"], 2);
    assert_eq!(better["older"][0]["sha256"], first["current"]["sha256"]);
    assert_eq!(better["link"], first["link"]);
    let province = Program::of(&app, "90", Role::Officer).await;
    assert!(province.get(&enclosures).await.is(200)["items"].as_array().is_some_and(|all| !all.is_empty()));
    hand_in(&province, &versions, "x", "ก,ข\n5,6\n", "k5").await.is(403);
}

#[tokio::test]
async fn what_is_no_form_or_has_no_file_is_refused() {
    let app = TestApp::start().await;
    let issuer = Program::of(&app, "DLA", Role::Issuer).await;
    let path = format!("{}/enclosures", issuer.drafts("ตัวอย่าง").await);
    issuer.post(&path, json!({})).await.refuses(415, "not_a_form");
    let empty = issuer.hand_in(Method::POST, &path, "multipart/form-data; boundary=x", "--x--\r\n").await;
    assert_eq!(empty.refuses(422, "missing")["field"], "file");
    let cut = issuer.hand_in(Method::POST, &path, "multipart/form-data; boundary=x", "--x\r\nCont").await;
    cut.refuses(400, "broken_off");
}
