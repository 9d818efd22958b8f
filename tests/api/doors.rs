//! Who comes in, and what is said to those who do not.

use axum::body::Body;
use axum::http::{Method, header};
use reqwest::header::{HeaderMap, HeaderValue};
use serde_json::json;
use wian::api::{Guard, routes};
use wian::domain::actor::Role;

use super::program::Program;
use crate::support::app::{PASSWORD, TestApp};

/// An address of the table with an id that nothing has.
fn filled(path: &str) -> String {
    let path = path.strip_prefix("/api/v1").expect("below the root");
    path.replace("{id}", "999999").replace("{enclosure}", "999999")
}

#[tokio::test]
async fn nobody_comes_in_without_a_token_but_to_the_description() {
    let app = TestApp::start().await;
    let stranger = Program::stranger(&app);
    let routes = routes();
    assert!(routes.len() > 30);
    for route in routes {
        let method = Method::from_bytes(route.method.as_bytes()).expect("a method");
        let answer = stranger.hand_in(method, &filled(&route.path), "application/json", "{}").await;
        if route.guard == Guard::Anybody {
            answer.is(200);
        } else {
            answer.refuses(401, "not_authenticated");
            assert_eq!(answer.header("www-authenticate"), "Bearer realm=\"wian\"", "{}", route.path);
        }
    }
}

#[tokio::test]
async fn a_made_up_token_and_another_scheme_are_refused() {
    let app = TestApp::start().await;
    let stranger = Program::stranger(&app);
    for value in ["Bearer made-up", "Bearer ", "Basic dXNlcjpwYXNz", "made-up"] {
        let request = stranger.request(Method::GET, "/deliveries").header(header::AUTHORIZATION, value);
        let answer = stranger.send(request.body(Body::empty()).expect("a request")).await;
        answer.refuses(401, "not_authenticated");
    }
}

#[tokio::test]
async fn what_is_not_there_is_not_found_by_any_method() {
    let app = TestApp::start().await;
    let issuer = Program::of(&app, "DLA", Role::Issuer).await;
    let things = routes().into_iter().filter(|route| matches!(route.guard, Guard::Thing(_)));
    for route in things {
        let method = Method::from_bytes(route.method.as_bytes()).expect("a method");
        let path = filled(&route.path);
        let answer = if path.ends_with("/enclosures") || path.ends_with("/versions") {
            let (kind, form) = ("multipart/form-data; boundary=x", "--x--\r\n");
            issuer.hand_in(method, &path, kind, form).await
        } else {
            let body = json!({"reason": "x", "to": "all", "name": "ก", "position": "ข", "fact": "received",
                "by": "paper", "note": "ค", "tier": "school"});
            issuer.hand_in(method, &path, "application/json", body.to_string()).await
        };
        answer.refuses(404, "not_found");
    }
    issuer.get("/circulars/abc").await.refuses(404, "not_found");
    issuer.get("/nothing").await.refuses(404, "no_such_address");
    issuer.post("/registers/received", json!({})).await.refuses(405, "no_such_method");
}

#[tokio::test]
async fn an_office_that_sees_a_thing_and_may_not_do_it_is_forbidden() {
    let app = TestApp::start().await;
    let issuer = Program::of(&app, "DLA", Role::Issuer).await;
    let circular = issuer.issues("แจ้งตัวอย่าง").await;
    let province = Program::of(&app, "90", Role::Officer).await;
    let delivery = province.inbox().await.remove(0);
    let receipt = format!("{delivery}/receipt");

    let neighbour = Program::of(&app, "91", Role::Officer).await;
    neighbour.get(&delivery).await.refuses(404, "not_found");
    neighbour.post(&receipt, json!({})).await.refuses(404, "not_found");
    let auditor = Program::of(&app, "90", Role::Auditor).await;
    auditor.get(&delivery).await.is(200);
    auditor.post(&receipt, json!({})).await.refuses(403, "not_allowed");
    issuer.post(&receipt, json!({})).await.refuses(403, "not_your_office");
    province.post("/circulars", json!({})).await.refuses(403, "not_allowed");
    for (verb, body) in [("issuance", json!({})), ("cancellation", json!({"reason": "x"}))] {
        province.post(&format!("{circular}/{verb}"), body).await.refuses(403, "not_your_office");
    }
    let audience = province.put(&format!("{circular}/audience"), json!({"tier": "local"})).await;
    audience.refuses(403, "not_your_office");
    assert_eq!(province.get(&delivery).await.is(200)["state"], "sent");
}

#[tokio::test]
async fn a_session_reads_and_needs_its_csrf_token_to_write() {
    let app = TestApp::start().await;
    let issuer = app.appoints("DLA", Role::Issuer).await;
    issuer.signs_in(PASSWORD).await;
    assert_eq!(issuer.sends(Method::GET, "/api/v1/circulars", HeaderMap::new(), "").await.status, 200);
    let json = HeaderValue::from_static("application/json");
    let mut headers = HeaderMap::from_iter([(header::CONTENT_TYPE, json)]);
    let refused = issuer.sends(Method::POST, "/api/v1/circulars", headers.clone(), "{}").await;
    refused.says(403, "csrf_token_missing");
    headers.insert("x-csrf-token", HeaderValue::from_static("made-up"));
    let refused = issuer.sends(Method::POST, "/api/v1/circulars", headers.clone(), "{}").await;
    refused.says(403, "csrf_token_missing");
    let page = issuer.opens("/help").await;
    let token = page.csrf().expect("a form in the bar");
    headers.insert("x-csrf-token", token.parse().expect("a header"));
    let draft = issuer.sends(Method::POST, "/api/v1/circulars", headers, "{}").await;
    assert_eq!(draft.status, 201, "{}", draft.body);
}

#[tokio::test]
async fn a_body_that_is_not_as_expected_is_refused_with_its_place() {
    let app = TestApp::start().await;
    let issuer = Program::of(&app, "DLA", Role::Issuer).await;
    let hand_in =
        async |kind: &'static str, body: String| issuer.hand_in(Method::POST, "/circulars", kind, body).await;
    hand_in("application/json", "{\"to\": ".into()).await.refuses(400, "malformed_json");
    hand_in("text/plain", "{}".into()).await.refuses(415, "not_json");
    hand_in("application/json", " ".repeat(2_000_001)).await.refuses(413, "too_large");
    let problem =
        hand_in("application/json", json!({"duties": [{"kind": "event", "to": 5}]}).to_string()).await;
    assert_eq!(problem.refuses(422, "malformed_value")["field"], "duties[0].to");
    let problem = hand_in("application/json", json!({"urgency": "quick"}).to_string()).await;
    assert_eq!(problem.refuses(422, "malformed_value")["field"], "urgency");
    for (path, field) in [
        ("/circulars?state=lost", "state"),
        ("/circulars?year=abc", "year"),
        ("/circulars?limit=0", "limit"),
        ("/deliveries?after=x", "after"),
        ("/deliveries?state=sent,lost", "state"),
        ("/registers/received?format=doc", "format"),
        ("/registers/received?year=99", "year"),
    ] {
        assert_eq!(issuer.get(path).await.refuses(422, "malformed")["field"], field, "{path}");
    }
}
