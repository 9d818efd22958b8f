//! Where a circular begins: a letter pasted or handed in as a file, read and kept as a draft.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};

use crate::actions::{self, Draft};
use crate::app::{App, Error};
use crate::domain::letter::Reading;
use crate::domain::refusal::Refusal;
use crate::letters::reading;
use crate::paths;
use crate::paths::deeds;
use crate::text::{self, Lang};
use crate::web::guards::May;
use crate::web::{Done, Frame, Page, PageError, Upload};

#[derive(Debug, Template)]
#[template(path = "circulars/new.html")]
struct NewPage {
    page: Frame,
    text: String,
    error: String,
}

/// The empty page.
pub async fn new(_: paths::NewCircular, officer: May<deeds::Draft>) -> Page<impl Template> {
    Page(NewPage { page: officer.frame(), text: String::new(), error: String::new() })
}

/// A letter as it was handed in.
#[derive(Debug, Default)]
pub struct HandedIn {
    /// What was pasted.
    pub text: String,
    /// The file, with its type as its sender calls it.
    pub file: Option<(Vec<u8>, Option<String>)>,
}

impl HandedIn {
    /// Whether nothing was handed in.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.file.is_none()
    }

    /// Reads the letter: its fields and its text. A file goes before what was pasted.
    ///
    /// # Errors
    /// When nothing was handed in, or it cannot be read as a letter.
    pub async fn read(self) -> Result<(Reading, String), Error> {
        if self.is_empty() {
            return Err(Refusal::Missing { field: "letter" }.into());
        }
        let (bytes, kind) =
            self.file.unwrap_or_else(|| (self.text.into_bytes(), Some("text/plain".to_owned())));
        let read = tokio::task::spawn_blocking(move || reading::of(&bytes, kind.as_deref()));
        let (letter, _, source) = read.await??;
        Ok((letter, source))
    }
}

/// Reads the letter and begins the draft; the officer comes out on the draft's page.
pub async fn create(
    _: paths::Circulars,
    officer: May<deeds::Draft>,
    State(app): State<App>,
    mut form: Upload,
) -> Result<Response, PageError> {
    let mut handed = HandedIn::default();
    let mut by_hand = false;
    while let Some(field) = form.next().await? {
        match field.name().unwrap_or_default() {
            "text" => handed.text = Upload::text(field).await?,
            "letter" if field.file_name().is_some_and(|name| !name.is_empty()) => {
                let kind = field.content_type().map(str::to_owned);
                handed.file = Some((Upload::bytes(field).await?, kind));
            }
            "then" => by_hand = Upload::text(field).await? == "by_hand",
            _ => {}
        }
    }
    let text = handed.text.clone();
    let read = if by_hand { Ok((Reading::default(), String::new())) } else { handed.read().await };
    let begun = match read {
        Ok((letter, source)) => {
            let draft = Draft { register_title: String::new(), source, letter };
            actions::create_draft(&app, &officer.actor, draft).await
        }
        Err(error) => Err(error),
    };
    match begun {
        Ok(circular) => {
            let done = Done::to(paths::Draft { id: circular.id });
            Ok(done.saying(&officer.visitor.lang.text().compose.begun).into_response())
        }
        Err(error) => {
            let page = officer.frame();
            let error = sentence(page.lang, error)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Page(NewPage { page, text, error })).into_response())
        }
    }
}

/// What an action did not do, in one sentence for the field it is about.
///
/// # Errors
/// The error itself, where it is a failure and nothing that a person can mend.
pub fn sentence(lang: Lang, error: Error) -> Result<String, PageError> {
    match error {
        Error::Refused(refusal) => Ok(text::refusal(lang, &refusal)),
        Error::Complaint(complaint) => Ok(complaint.sentence(lang)),
        other => Err(other.into()),
    }
}
