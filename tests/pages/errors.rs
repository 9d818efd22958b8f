//! Errors are pages in the frame, and tell nothing of what goes on inside.

use reqwest::Method;
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderValue};
use wian::domain::actor::Role;

use crate::support::app::TestApp;

#[tokio::test]
async fn what_is_not_there_is_a_page_in_the_readers_language() {
    let app = TestApp::start().await;
    let stranger = app.visitor();
    stranger.opens("/nowhere").await.says(404, "ไม่พบหน้านี้").says(404, "<html lang=\"th\">");
    stranger.posts("/language", &[("to", "en"), ("back", "/nowhere")]).await.leads_to("/nowhere");
    stranger.opens("/nowhere").await.says(404, "Page not found").says(404, "<html lang=\"en\">");
    let officer = app.officer("90", Role::Officer).await;
    officer.opens("/nowhere").await.says(404, "สถจ.ตัวอย่างเหนือ");
}

#[tokio::test]
async fn a_form_of_another_shape_is_refused_in_a_sentence() {
    let app = TestApp::start().await;
    let stranger = app.visitor();
    stranger.posts("/language", &[]).await.says(422, "อ่านแบบฟอร์มนี้ไม่ได้");
    let json = HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static("application/json"))]);
    stranger.sends(Method::POST, "/language", json, "{\"to\":\"en\"}").await.says(422, "อ่านแบบฟอร์มนี้ไม่ได้");
    stranger.posts("/help", &[]).await.says(405, "ไม่พบหน้านี้");
    let large = "x".repeat((4 << 20) + 1);
    stranger.posts("/language", &[("to", &large)]).await.says(413, "ใหญ่เกิน 4 เมกะไบต์");
}

#[tokio::test]
async fn a_failure_inside_is_told_without_its_cause() {
    let app = TestApp::start().await;
    let officer = app.officer("90", Role::Officer).await;
    app.app.db.clone().close().await.expect("closed");
    let failed = officer.opens("/help").await;
    failed.says(500, "ระบบขัดข้อง");
    for inner in ["database", "sqlx", "pool", "Connection"] {
        assert!(!failed.body.contains(inner), "{inner} in {}", failed.body);
    }
    assert_eq!(officer.opens("/readyz").await.status, 503);
    assert_eq!(officer.opens("/healthz").await.status, 200);
}
