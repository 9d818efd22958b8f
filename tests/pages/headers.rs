//! What goes with every answer.

use reqwest::Method;
use reqwest::header::{ACCEPT_ENCODING, HeaderMap, HeaderValue};
use wian::domain::actor::Role;

use crate::support::app::TestApp;

#[tokio::test]
async fn every_answer_forbids_what_is_not_ours() {
    let app = TestApp::start().await;
    for page in ["/sign-in", "/help", "/nowhere", "/static/base.css", "/healthz", "/officers"] {
        let answer = app.visitor().opens(page).await;
        let policy = answer.header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'; style-src 'self'; script-src 'self'"),
            "{page}: {policy}"
        );
        assert!(policy.contains("frame-ancestors 'none'"), "{page}: {policy}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{page}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{page}");
        assert_ne!(answer.header("cache-control"), "", "{page}");
    }
}

#[tokio::test]
async fn pages_hold_no_inline_script_or_style() {
    let app = TestApp::start().await;
    let keeper = app.officer("90", Role::Administrator).await;
    for page in ["/officers", "/help", "/privacy", "/nowhere"] {
        let body = keeper.opens(page).await.body;
        assert!(
            !body.contains("<style") && !body.contains(" style=") && !body.contains("<script>"),
            "{page}"
        );
    }
}

#[tokio::test]
async fn cookies_are_held_to_the_site_and_out_of_reach_of_scripts() {
    let app =
        TestApp::start_with(|config| config.base_url = Some("https://wian.example.go.th".to_owned())).await;
    let answer = app.visitor().opens("/sign-in").await;
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("wian_form="), "{cookie}");
    for attribute in ["HttpOnly", "SameSite=Lax", "Secure", "Path=/"] {
        assert!(cookie.contains(attribute), "{attribute} in {cookie}");
    }
    assert_eq!(answer.header("strict-transport-security"), "max-age=31536000");
    assert_eq!(
        app.visitor().opens("/help").await.header("set-cookie"),
        "",
        "a page without a form needs no cookie"
    );
}

#[tokio::test]
async fn pages_come_compressed_and_answer_head() {
    let app = TestApp::start().await;
    let gzip = HeaderMap::from_iter([(ACCEPT_ENCODING, HeaderValue::from_static("gzip"))]);
    let head = app.visitor().sends(Method::HEAD, "/help", gzip, "").await;
    assert_eq!((head.status, head.header("content-encoding"), head.body.as_str()), (200, "gzip", ""));
}

#[tokio::test]
async fn figures_count_answers_by_class() {
    let app = TestApp::start().await;
    app.visitor().opens("/nowhere").await;
    app.visitor().opens("/metrics").await.says(200, "wian_answers_total{status=\"4xx\"} 1");
    app.visitor().opens("/readyz").await.says(200, "ready");
}
