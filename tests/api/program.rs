//! A program that calls the API for an officer, and what comes back.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, Response, header};
use http_body_util::BodyExt as _;
use serde_json::{Value, json};
use tower::ServiceExt as _;
use wian::actions;
use wian::domain::actor::Role;

use crate::support::app::TestApp;

/// A program with a token, or without one.
#[derive(Clone)]
pub struct Program {
    router: Router,
    token: Option<String>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Program {
    /// One that acts for a new officer of the office with this code.
    pub async fn of(app: &TestApp, office: &str, role: Role) -> Self {
        let person = app.appoints(office, role).await;
        let token = actions::create_token(&app.app, &person.email, "โปรแกรมตัวอย่าง").await.expect("a token");
        Self { token: Some(token), ..Self::stranger(app) }
    }

    /// One that acts for nobody.
    pub fn stranger(app: &TestApp) -> Self {
        Self { router: wian::api::router(&app.app), token: None }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path).body(Body::empty()).expect("a request")).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.send(self.json(Method::POST, path, &body)).await
    }

    pub async fn put(&self, path: &str, body: Value) -> Answer {
        self.send(self.json(Method::PUT, path, &body)).await
    }

    /// With an idempotency key.
    pub async fn post_once(&self, path: &str, body: Value, key: &str) -> Answer {
        let mut request = self.json(Method::POST, path, &body);
        request.headers_mut().insert("idempotency-key", key.parse().expect("a header"));
        self.send(request).await
    }

    /// Bytes of a kind.
    pub async fn hand_in(&self, method: Method, path: &str, kind: &str, bytes: impl Into<Body>) -> Answer {
        let request = self.request(method, path).header(header::CONTENT_TYPE, kind);
        self.send(request.body(bytes.into()).expect("a request")).await
    }

    /// Any request; a path is taken below `/api/v1`.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response: Response<Body> = self.router.clone().oneshot(request).await.expect("never fails");
        let (parts, body) = response.into_parts();
        let body = body.collect().await.expect("a body").to_bytes().to_vec();
        Answer { status: parts.status.as_u16(), headers: parts.headers, body }
    }

    pub fn request(&self, method: Method, path: &str) -> axum::http::request::Builder {
        let request = Request::builder().method(method).uri(format!("/api/v1{path}"));
        match &self.token {
            Some(token) => request.header(header::AUTHORIZATION, format!("Bearer {token}")),
            None => request,
        }
    }

    fn json(&self, method: Method, path: &str, body: &Value) -> Request<Body> {
        let request = self.request(method, path).header(header::CONTENT_TYPE, "application/json");
        request.body(Body::from(body.to_string())).expect("a request")
    }

    /// A draft to every school, not issued yet; gives its address.
    pub async fn drafts(&self, title: &str) -> String {
        let draft = self.post("/circulars", draft(title)).await.is(201);
        let path = format!("/circulars/{}", draft["id"].as_str().expect("an id"));
        self.put(&format!("{path}/audience"), json!({"tier": "school"})).await.is(200);
        path
    }

    /// A circular to every school, issued; gives its address.
    pub async fn issues(&self, title: &str) -> String {
        let path = self.drafts(title).await;
        self.post(&format!("{path}/issuance"), json!({"accept_warnings": true})).await.is(201);
        path
    }

    /// The address of what is in the caller's inbox, newest first.
    pub async fn inbox(&self) -> Vec<String> {
        let items = self.get("/deliveries?limit=1000").await.is(200)["items"].clone();
        let items = items.as_array().expect("items").iter();
        items.map(|item| format!("/deliveries/{}", item["id"].as_str().expect("an id"))).collect()
    }

    /// Receives the newest in the inbox and forwards it to all below; gives its address.
    pub async fn passes_on(&self) -> String {
        let path = self.inbox().await.first().expect("a letter").clone();
        self.post(&format!("{path}/receipt"), json!({})).await.is(201);
        self.post(&format!("{path}/forwarding"), json!({"to": "all"})).await.is(201);
        path
    }
}

/// A letter that the linter finds no error in.
pub fn draft(title: &str) -> Value {
    json!({
        "register_title": title,
        "form": "stamped",
        "salutation": "ถึง",
        "to": "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด",
        "body": "กรมตัวอย่างขอแจ้งให้ทราบ",
        "owner": {"office": "กรมตัวอย่าง", "division": "กองตัวอย่าง"},
        "reference": {"prefix": "มท 0816.3"},
    })
}

impl Answer {
    /// The body as JSON, after checking the status.
    #[track_caller]
    pub fn is(&self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}", self.text());
        if self.body.is_empty() { Value::Null } else { serde_json::from_slice(&self.body).expect("JSON") }
    }

    /// A problem with this code, in both languages.
    #[track_caller]
    pub fn refuses(&self, status: u16, code: &str) -> Value {
        let problem = self.is(status);
        assert_eq!(self.header("content-type"), "application/problem+json");
        assert_eq!((&problem["code"], &problem["status"]), (&json!(code), &json!(status)), "{problem}");
        assert_eq!(problem["type"], format!("urn:wian:problem:{code}"));
        for field in ["title", "detail", "message_th", "message_en"] {
            assert!(problem[field].as_str().is_some_and(|text| !text.is_empty()), "{field}: {problem}");
        }
        problem
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("text"))
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}
