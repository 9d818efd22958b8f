//! A draft keeps itself while one types, and says what is wrong with it.

use wian::domain::actor::Role;

use crate::support::app::TestApp;
use crate::support::story::{LETTER, Story};

#[tokio::test]
async fn what_is_typed_is_kept_and_the_linter_answers_at_once() {
    let app = TestApp::start().await;
    let issuer = app.officer("DLA", Role::Issuer).await;
    let begun =
        issuer.hands_in("/circulars/new", "/circulars", &[("text", LETTER), ("then", "read")], &[]).await;
    let draft = begun.header("location").to_owned();
    let keep = draft.replace("/draft", "/autosave");
    let page = issuer.opens(&draft).await;
    page.says(200, "ต้องกรอกชื่อเรื่อง");
    let version = page.value_of("version").expect("a version");

    let typed = [
        ("version", version.as_str()),
        ("register_title", "ประกวดสวนสมมุติ"),
        ("body", "เนื้อความที่พิมพ์"),
        ("to", "จังหวัด"),
    ];
    let kept = issuer.fills(&draft, &keep, &typed).await;
    kept.says(200, "บันทึกอัตโนมัติแล้ว").lacks("<html").lacks("ต้องกรอกชื่อเรื่อง");
    issuer.opens(&draft).await.says(200, "เนื้อความที่พิมพ์");

    // The version before is another pen's: what it writes does not go over what is newer.
    issuer.fills(&draft, &keep, &typed).await.says(409, "มีผู้แก้ไขร่างนี้ระหว่างที่ท่านเปิดอยู่");
    let next =
        kept.body.split("data-version=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a version");
    let wrong = [("version", next), ("dated", "วันที่เท่าไรไม่รู้"), ("body", "ไม่ควรถูกเก็บ")];
    let told = issuer.fills(&draft, &keep, &wrong).await;
    told.says(422, "ยังไม่ได้บันทึก").says(422, "href=\"#dated\"");
    issuer.opens(&draft).await.lacks("ไม่ควรถูกเก็บ");

    let colleague = app.officer("90", Role::Officer).await;
    colleague.fills("/deliveries", &keep, &typed).await.says(403, "ทำรายการนี้ไม่ได้");
}

#[tokio::test]
async fn a_title_like_one_that_went_out_lately_is_pointed_at_and_not_blocked() {
    let app = TestApp::start().await;
    let issuer = app.officer("DLA", Role::Issuer).await;
    let story = Story::another(&app, "ประกวดสวนสมมุติ ประจำปี 2566").await;
    let begun =
        issuer.hands_in("/circulars/new", "/circulars", &[("text", LETTER), ("then", "read")], &[]).await;
    let draft = begun.header("location").to_owned();
    let version = issuer.opens(&draft).await.value_of("version").expect("a version");
    let typed = [("version", version.as_str()), ("register_title", "ประกวดสวนสมมุติ ประจำปี ๒๕๖๗")];
    let board = format!("href=\"/circulars/{}\"", story.circular);
    issuer
        .fills(&draft, draft.replace("/draft", "/autosave"), &typed)
        .await
        .says(200, "คล้ายกัน")
        .says(200, &board);
    issuer.opens(draft.replace("/draft", "/check")).await.says(200, "คล้ายกัน").says(200, &board);
    app.wait(chrono::TimeDelta::days(200));
    issuer.signs_in(crate::support::app::PASSWORD).await.leads_to("/");
    issuer.opens(&draft).await.lacks("คล้ายกัน");
}
