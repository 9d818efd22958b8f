//! Many at once: numbers without a gap and without a double.

use serde_json::json;
use wian::domain::actor::Role;

use super::program::{Answer, Program};
use crate::support::app::TestApp;

/// Posts to every address at once.
async fn at_once(program: &Program, paths: Vec<String>, body: serde_json::Value) -> Vec<Answer> {
    let asked = paths.into_iter().map(|path| {
        let (program, body) = (program.clone(), body.clone());
        tokio::spawn(async move { program.post(&path, body).await })
    });
    let answers = futures_util::future::join_all(asked).await;
    answers.into_iter().map(|answer| answer.expect("a task")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_issuings_and_two_hundred_receivings_at_once_are_numbered_without_gap_or_double() {
    let app = TestApp::start().await;
    let issuer = Program::of(&app, "DLA", Role::Issuer).await;
    let province = Program::of(&app, "90", Role::Officer).await;
    let mut numbers = Vec::new();
    for _ in 0..4 {
        let mut drafts = Vec::new();
        for _ in 0..50 {
            drafts.push(format!("{}/issuance", issuer.drafts("ตัวอย่าง").await));
        }
        let answers = at_once(&issuer, drafts, json!({"accept_warnings": true})).await;
        numbers.extend(answers.iter().map(|answer| answer.is(201)["number"].as_i64().expect("a number")));
    }
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=200).collect::<Vec<_>>());

    let receipts = province.inbox().await.into_iter().map(|path| format!("{path}/receipt")).collect();
    let answers = at_once(&province, receipts, json!({})).await;
    let number = |answer: &Answer| {
        answer.is(201)["number"].as_str().expect("a number").parse::<i64>().expect("digits")
    };
    let mut numbers: Vec<i64> = answers.iter().map(number).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=200).collect::<Vec<_>>());
}
