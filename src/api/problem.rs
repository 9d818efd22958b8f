//! What went wrong, as RFC 9457 has it, with a stable code and a sentence in Thai and in English.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::{Complaint, Error};
use crate::domain::letter::Finding;
use crate::domain::refusal::Refusal;
use crate::store::StoreError;
use crate::text::{self, Lang, fill};

/// A problem on its way to the caller.
#[derive(Debug)]
pub struct Problem(Box<Told>);

/// The document that the caller gets, `application/problem+json`.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct Told {
    /// `urn:wian:problem:` and the code.
    #[serde(rename = "type")]
    kind: String,
    /// The status in words.
    title: &'static str,
    /// The status of the answer.
    status: u16,
    /// What is wrong, in Thai.
    detail: String,
    /// The stable word for programs: `already_received`.
    code: String,
    /// One sentence in Thai.
    message_th: String,
    /// The same in English.
    message_en: String,
    /// The field that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    /// What the linter found, when that stands in the way.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    findings: Vec<Finding>,
}

impl Problem {
    /// A problem told in both languages.
    pub fn new(status: StatusCode, code: &str, th: String, en: String) -> Self {
        Self(Box::new(Told {
            kind: format!("urn:wian:problem:{code}"),
            title: status.canonical_reason().unwrap_or_default(),
            status: status.as_u16(),
            detail: th.clone(),
            code: code.to_owned(),
            message_th: th,
            message_en: en,
            field: None,
            findings: Vec::new(),
        }))
    }

    /// A problem that only programs meet, worded in the section `api` of the texts.
    pub fn word(status: StatusCode, code: &str) -> Self {
        Self::filled(status, code, &[])
    }

    /// As [`Problem::word`], with values in the sentence.
    pub fn filled(status: StatusCode, code: &str, values: &[(&str, &str)]) -> Self {
        let sentence = |lang: Lang| fill(lang.text().api.word(code), values);
        Self::new(status, code, sentence(Lang::Th), sentence(Lang::En))
    }

    /// The same about a field.
    #[must_use]
    pub fn about(mut self, field: impl Into<String>) -> Self {
        self.0.field = Some(field.into());
        self
    }

    /// Nobody who is known, or not any more.
    pub fn not_authenticated() -> Self {
        Self::word(StatusCode::UNAUTHORIZED, "not_authenticated")
    }

    /// Something broke that the caller cannot mend; what it was stands in the log alone.
    pub fn internal(error: &dyn std::fmt::Display) -> Self {
        tracing::error!(%error, "a request of the API failed");
        Self::word(StatusCode::INTERNAL_SERVER_ERROR, "internal")
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let status =
            StatusCode::from_u16(refusal.kind().status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let sentence = |lang| text::refusal(lang, &refusal);
        let mut problem = Self::new(status, refusal.code(), sentence(Lang::Th), sentence(Lang::En));
        problem.0.field = refusal.field().map(str::to_owned);
        if let Refusal::FindingsBlock(findings) | Refusal::WarningsNotAccepted(findings) = refusal {
            problem.0.findings = findings;
        }
        problem
    }
}

impl From<Complaint> for Problem {
    fn from(complaint: Complaint) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, &complaint.code, complaint.th, complaint.en)
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        Self::internal(&error)
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        match error {
            Error::Refused(refusal) => refusal.into(),
            Error::Complaint(complaint) => complaint.into(),
            error => Self::internal(&error),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, Json(&*self.0)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"wian\""));
        }
        response
    }
}
