//! A form with a file of any size: the file goes to the disk as it comes, wherever it stands among the fields.

use std::collections::HashMap;
use std::io;

use axum::body::Bytes;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;
use futures_util::{Stream, TryStreamExt as _, stream};
use tokio::fs::File;
use tokio::io::AsyncReadExt as _;

use super::problem::Problem;
use crate::actions::LARGEST_ENCLOSURE;
use crate::app::App;
use crate::domain::refusal::Refusal;
use crate::store::{Incoming, NotTaken};

/// The most bytes of a field that is no file.
const LONGEST_FIELD: usize = 4096;
/// The most fields.
const MOST_FIELDS: usize = 16;
/// How much of the file is read at a time.
const PIECE: usize = 64 * 1024;

/// A form that is still to come in.
pub struct Form(Multipart);

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let form = Multipart::from_request(request, state).await;
        form.map(Self).map_err(|_| Problem::word(StatusCode::UNSUPPORTED_MEDIA_TYPE, "not_a_form"))
    }
}

/// A form that came in: its fields, and its file on the disk until this is dropped.
pub struct Upload {
    fields: HashMap<String, String>,
    file: Incoming,
    /// The file's name, as its sender calls it.
    pub filename: String,
}

impl Form {
    /// Takes the form in.
    ///
    /// # Errors
    /// When it has no `file`, one that is too large, or is broken off.
    pub async fn take(mut self, app: &App) -> Result<Upload, Problem> {
        let (mut fields, mut file) = (HashMap::new(), None);
        for _ in 0..MOST_FIELDS {
            let Some(field) = self.0.next_field().await.map_err(|error| not_read(&error))? else { break };
            let name = field.name().unwrap_or_default().to_owned();
            if name == "file" {
                let filename = field.file_name().unwrap_or_default().to_owned();
                let taken = app.files.take(field.map_err(io::Error::other), LARGEST_ENCLOSURE).await;
                file = Some((taken.map_err(not_taken)?, filename));
            } else {
                fields.insert(name, text(field).await?);
            }
        }
        let (file, filename) = file.ok_or(Refusal::Missing { field: "file" })?;
        Ok(Upload { fields, file, filename })
    }
}

impl Upload {
    /// A field's text; empty for one that was not sent.
    pub fn text(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }

    /// SHA-256 of the file.
    pub fn sha256(&self) -> &str {
        &self.file.sha256
    }

    /// The file, piece by piece.
    pub fn stream(&self) -> impl Stream<Item = io::Result<Bytes>> + Send + use<> {
        let path = self.file.path().to_owned();
        stream::once(File::open(path)).and_then(async |file| Ok(pieces(file))).try_flatten()
    }
}

fn pieces(file: File) -> impl Stream<Item = io::Result<Bytes>> + Send {
    stream::try_unfold(file, |mut file| async move {
        let mut piece = vec![0; PIECE];
        let read = file.read(&mut piece).await?;
        piece.truncate(read);
        Ok((read > 0).then(|| (Bytes::from(piece), file)))
    })
}

async fn text(mut field: Field<'_>) -> Result<String, Problem> {
    let mut bytes = Vec::new();
    while let Some(piece) = field.chunk().await.map_err(|error| not_read(&error))? {
        bytes.extend_from_slice(&piece);
        if bytes.len() > LONGEST_FIELD {
            return Err(Problem::word(StatusCode::PAYLOAD_TOO_LARGE, "too_large"));
        }
    }
    Ok(String::from_utf8_lossy(&bytes).trim().to_owned())
}

/// A form that is too large, or no form.
pub fn not_read(error: &MultipartError) -> Problem {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::word(StatusCode::PAYLOAD_TOO_LARGE, "too_large"),
        _ => Problem::word(StatusCode::BAD_REQUEST, "broken_off"),
    }
}

fn not_taken(error: NotTaken) -> Problem {
    match error {
        NotTaken::TooLarge { .. } => Problem::word(StatusCode::PAYLOAD_TOO_LARGE, "too_large").about("file"),
        NotTaken::BrokenOff(_) => Problem::word(StatusCode::BAD_REQUEST, "broken_off").about("file"),
        NotTaken::Folder(error) => Problem::internal(&error),
    }
}
