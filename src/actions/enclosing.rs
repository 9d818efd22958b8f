//! Taking a file in as an enclosure: streamed, judged by its content, measured, kept once.

use std::fs::File;
use std::io;

use chrono::{DateTime, Utc};
use futures_util::{Stream, stream};

use crate::app::{App, Complaint, Error, Result};
use crate::domain::actor::Actor;
use crate::domain::enclosure::{self, Role, Version};
use crate::domain::ids::CircularId;
use crate::letters::file_kind::{self, FileKind};
use crate::letters::{page_count, sheet};
use crate::store::{self, Incoming, NotTaken, Tx};

/// The largest enclosure, in megabytes of 1,000,000 bytes as file managers show them.
const LARGEST_MB: u64 = 50;

/// The largest enclosure, in bytes.
pub const LARGEST_ENCLOSURE: u64 = LARGEST_MB * 1_000_000;

/// A file that was taken in and found fit, not yet kept.
pub(super) struct Fit {
    incoming: Incoming,
    kind: FileKind,
    pages: Option<i32>,
    filename: String,
}

impl Fit {
    /// The name it is served under.
    pub(super) fn filename(&self) -> &str {
        &self.filename
    }

    /// What the enclosure's version says of it.
    pub(super) fn version(&self, version: i32, by: &Actor, now: DateTime<Utc>) -> Version {
        Version {
            version,
            sha256: self.incoming.sha256.clone(),
            filename: self.filename.clone(),
            size: i64::try_from(self.incoming.size).unwrap_or(i64::MAX),
            media_type: self.kind.media_type().to_owned(),
            pages: self.pages,
            by: by.officer,
            by_name: by.name.clone(),
            at: now,
        }
    }

    /// Keeps the file; to be called before the commit of what refers to it.
    pub(super) fn keep(self, app: &App) -> Result<()> {
        Ok(app.files.keep(self.incoming)?)
    }
}

/// Streams a file in and finds out what it is.
///
/// # Errors
/// When it is larger than [`LARGEST_ENCLOSURE`], empty, broken off, or of a kind that no letter may enclose.
pub(super) async fn take_in<B: AsRef<[u8]>, E: std::fmt::Display>(
    app: &App,
    filename: &str,
    stream: impl Stream<Item = Result<B, E>>,
) -> Result<Fit> {
    let incoming =
        app.files.take(stream, LARGEST_ENCLOSURE).await.map_err(|error| not_taken(error, filename))?;
    if incoming.size == 0 {
        let th = format!("ไฟล์ “{filename}” ว่างเปล่า กรุณาเลือกไฟล์ใหม่");
        return Err(Complaint::new("file_empty", th, format!("The file “{filename}” is empty.")).into());
    }
    let (incoming, kind, pages) = tokio::task::spawn_blocking(move || measure(incoming)).await??;
    let filename = enclosure::clean_name(filename, kind.extension());
    Ok(Fit { incoming, kind, pages, filename })
}

/// What it is, and how many pages or rows it has where that can be told.
fn measure(incoming: Incoming) -> Result<(Incoming, FileKind, Option<i32>)> {
    let kind = file_kind::sniff(&mut File::open(incoming.path())?)?;
    file_kind::allowed_enclosure(kind)?;
    let bytes = || std::fs::read(incoming.path());
    let count = match kind {
        FileKind::Pdf => page_count::pdf_pages(&bytes()?),
        FileKind::Csv | FileKind::Xlsx => rows(&bytes()?),
        _ => None,
    };
    if kind.is_picture() && page_count::picture_size(&bytes()?).is_none() {
        return Err(Complaint::new(
            "picture_unreadable",
            "เปิดรูปภาพนี้ไม่ได้ ไฟล์อาจเสียหาย กรุณาบันทึกใหม่แล้วแนบอีกครั้ง",
            "This picture cannot be opened; it may be damaged. Save it again and try once more.",
        )
        .into());
    }
    Ok((incoming, kind, count.and_then(|count| i32::try_from(count).ok())))
}

/// Rows of all sheets; none for a table too large or too odd to be read, which is enclosed all the same.
fn rows(bytes: &[u8]) -> Option<u32> {
    let sheets = sheet::read_sheet(bytes, None).ok()?;
    u32::try_from(sheets.iter().map(|sheet| sheet.rows.len()).sum::<usize>()).ok()
}

fn not_taken(error: NotTaken, filename: &str) -> Error {
    match error {
        NotTaken::TooLarge { .. } => Complaint::new(
            "file_too_large",
            format!("ไฟล์ “{filename}” ใหญ่เกิน {LARGEST_MB} MB กรุณาย่อขนาดหรือแบ่งไฟล์"),
            format!("The file “{filename}” is larger than {LARGEST_MB} MB: make it smaller, or split it."),
        )
        .into(),
        NotTaken::BrokenOff(_) => Complaint::new(
            "upload_broken_off",
            format!("รับไฟล์ “{filename}” ได้ไม่ครบ กรุณาส่งอีกครั้ง"),
            format!("The file “{filename}” did not arrive whole: send it again."),
        )
        .into(),
        NotTaken::Folder(error) => Error::Io(error),
    }
}

/// A file that the program made itself.
pub(crate) struct MadeFile<'a> {
    /// What it is to the letter.
    pub role: Role,
    /// Its title.
    pub title: &'a str,
    /// Its name.
    pub filename: &'a str,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Keeps a file that the program made as an enclosure, in the transaction of the deed it belongs to.
///
/// # Errors
/// When the folder or the database fails.
pub(crate) async fn keep_made_file(
    app: &App,
    tx: &Tx,
    circular: CircularId,
    made: MadeFile<'_>,
    by: &Actor,
    now: DateTime<Utc>,
) -> Result<()> {
    let fit = take_in(app, made.filename, stream::iter([Ok::<_, io::Error>(made.bytes)])).await?;
    let (link, first) = (app.chance.link(), fit.version(1, by, now));
    store::enclosures::insert(tx, circular, made.role, made.title, &link, &first).await?;
    fit.keep(app)
}
