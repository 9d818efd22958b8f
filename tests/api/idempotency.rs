//! A program that asks again with the same key gets the same answer, and nothing is done twice.

use chrono::TimeDelta;
use serde_json::json;
use wian::actions::{self, AnswerKey, Begun};
use wian::domain::actor::Role;

use super::program::{Program, draft};
use crate::support::app::TestApp;

#[tokio::test]
async fn the_same_key_gives_the_same_answer() {
    let app = TestApp::start().await;
    let issuer = Program::of(&app, "DLA", Role::Issuer).await;
    let first = issuer.post_once("/circulars", draft("ตัวอย่าง"), "a").await;
    let again = issuer.post_once("/circulars", draft("ตัวอย่าง"), "a").await;
    assert_eq!(first.is(201), again.is(201));
    assert_eq!(first.header("location"), again.header("location"));
    assert_eq!(again.header("content-type"), "application/json");
    assert_eq!(issuer.get("/circulars").await.is(200)["items"].as_array().map(Vec::len), Some(1));

    issuer.post_once("/circulars", draft("อื่น"), "a").await.refuses(422, "idempotency_key_reused");
    let issuance = format!("/circulars/{}/issuance", first.is(201)["id"].as_str().expect("an id"));
    issuer.post_once(&issuance, json!({}), "a").await.refuses(422, "idempotency_key_reused");
    let refused = issuer.post_once(&issuance, json!({}), "b").await.refuses(422, "findings_block");
    assert_eq!(issuer.post_once(&issuance, json!({}), "b").await.refuses(422, "findings_block"), refused);
    let other = Program::of(&app, "DLA", Role::Officer).await;
    assert_ne!(
        other.post_once("/circulars", draft("ตัวอย่าง"), "a").await.is(201),
        first.is(201),
        "keys are each post's own"
    );
    issuer
        .post_once("/circulars", json!({}), &"k".repeat(256))
        .await
        .refuses(422, "idempotency_key_malformed");
    app.wait(TimeDelta::hours(25));
    assert_ne!(issuer.post_once("/circulars", draft("ตัวอย่าง"), "a").await.is(201)["id"], first.is(201)["id"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_at_once_with_one_key_issue_once() {
    let app = TestApp::start().await;
    let issuer = Program::of(&app, "DLA", Role::Issuer).await;
    let goes_out = format!("{}/issuance", issuer.drafts("ตัวอย่าง").await);
    let asked = (0..20).map(|_| {
        let (issuer, goes_out) = (issuer.clone(), goes_out.clone());
        tokio::spawn(
            async move { issuer.post_once(&goes_out, json!({"accept_warnings": true}), "once").await },
        )
    });
    let mut first = None;
    for answer in futures_util::future::join_all(asked).await {
        let sent = answer.expect("a task").is(201);
        assert_eq!(*first.get_or_insert_with(|| sent.clone()), sent);
    }
    let register = issuer.get("/registers/circulars").await.is(200);
    assert_eq!(register["items"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn a_request_in_progress_is_told_so_and_a_lost_one_is_done_again() {
    let app = TestApp::start().await;
    let person = app.appoints("DLA", Role::Administrator).await;
    let token = actions::create_token(&app.app, &person.email, "อื่น").await.expect("a token");
    let actor = wian::store::tokens::actor(&app.app.db, &token).await.expect("an answer").expect("an actor");
    let key = AnswerKey::new(&actor, "k", &[b"a request"]);
    assert_eq!(actions::begin_answer(&app.app, &key).await.expect("begun"), Begun::First);
    assert_eq!(actions::begin_answer(&app.app, &key).await.expect("begun"), Begun::InProgress);
    app.wait(TimeDelta::seconds(61));
    assert_eq!(actions::begin_answer(&app.app, &key).await.expect("begun"), Begun::First);
    actions::forget_answer(&app.app, &key).await.expect("forgotten");
    assert_eq!(actions::begin_answer(&app.app, &key).await.expect("begun"), Begun::First);
}
