//! A receipt's code, checked for anyone: whether it is genuine, what it tells, and what has changed since. No names.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};

use super::found::{self, Void};
use super::verified_facts::Facts;
use crate::actions::{self, Checked, KeptReceipt};
use crate::app::App;
use crate::domain::delivery::Ended;
use crate::domain::receipt::{Forged, Statement};
use crate::paths;
use crate::text::{Lang, dates, fill};
use crate::web::{Anyone, Frame, Limit, Page, PageError};

#[derive(Debug, Template)]
#[template(path = "public/verification.html")]
struct VerificationPage {
    page: Frame,
    key: String,
    forged: String,
    made: Option<(String, String)>,
    void: Option<Void>,
    changes: Vec<String>,
    facts: Option<Facts>,
}

impl VerificationPage {
    fn is_changed(&self) -> bool {
        self.void.is_some() || !self.changes.is_empty()
    }
}

/// The page.
pub async fn show(
    path: paths::Verification,
    visitor: Anyone,
    State(app): State<App>,
) -> Result<Response, PageError> {
    if let Some(redirect) = found::canonical(&visitor, &path.code) {
        return Ok(redirect.into_response());
    }
    visitor.check(Limit::WrongCodes)?;
    let page = blank(&app, &visitor);
    let (lang, words) = (page.page.lang, &page.page.t.receipt_page);
    match actions::check_receipt(&app, &path.code).await? {
        Checked::Forged(forged) => {
            visitor.spend(Limit::WrongCodes)?;
            let forged = match forged {
                Forged::UnknownKey => words.other_key.clone(),
                Forged::Signature => words.signature.clone(),
            };
            Ok((StatusCode::NOT_FOUND, Page(VerificationPage { forged, ..page })).into_response())
        }
        Checked::Gone(statement) => {
            let (made, changes) = (made(lang, &statement), vec![words.gone.clone()]);
            Ok(Page(VerificationPage { made: Some(made), changes, ..page }).into_response())
        }
        Checked::Kept(kept) => {
            let shown = VerificationPage {
                made: Some(made(lang, &kept.statement)),
                void: found::void(&app, lang, &kept.circular).await?,
                changes: changes(lang, &kept),
                facts: Some(Facts::of(lang, &kept)),
                ..page
            };
            Ok(Page(shown).into_response())
        }
    }
}

/// The key that receipts are checked with.
pub async fn key(_: paths::VerificationKey, _: Anyone, State(app): State<App>) -> Response {
    let kind = (header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    ([kind], app.receipt_key().public().to_pem()).into_response()
}

fn blank(app: &App, visitor: &Anyone) -> VerificationPage {
    VerificationPage {
        page: visitor.frame(),
        key: app.receipt_key().public().id().to_string(),
        forged: String::new(),
        made: None,
        void: None,
        changes: Vec::new(),
        facts: None,
    }
}

/// When the receipt was made: in ISO 8601, and as read.
fn made(lang: Lang, statement: &Statement) -> (String, String) {
    (dates::iso(statement.made_at), dates::moment(lang, statement.made_at))
}

/// What came after the receipt, which is never given for what has ended.
fn changes(lang: Lang, kept: &KeptReceipt) -> Vec<String> {
    let words = &lang.text().receipt_page;
    let sentence = |ended: &Ended| {
        let sentence = if ended.returned { &words.returned } else { &words.recalled };
        fill(sentence, &[("at", dates::moment(lang, ended.at))])
    };
    let ended = kept.delivery.ended.as_ref().map(sentence);
    ended.into_iter().chain(kept.differs.then(|| words.differs.clone())).collect()
}
