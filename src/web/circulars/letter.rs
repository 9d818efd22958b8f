//! The letter on paper: its PDF, and its pages as pictures.

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};

use crate::actions;
use crate::app::{App, Error};
use crate::domain::circular::Circular;
use crate::domain::ids::CircularId;
use crate::domain::refusal::Refusal;
use crate::paths;
use crate::paths::deeds::Read;
use crate::store;
use crate::text::{Lang, fill};
use crate::web::PageError;
use crate::web::guards::{May, Signed};
use crate::web::printed::printed;

/// Dots an inch of a page on the screen: legible in its column, and light.
const DPI: f32 = 100.0;

/// Pages that are shown; the others are in the PDF.
const SHOWN: usize = 12;

/// A letter's pages to look at, or why there are none.
#[derive(Debug, Default)]
pub struct Preview {
    /// The first of them.
    pub pages: Vec<PagePicture>,
    /// How many there are in all.
    pub count: usize,
    /// The whole PDF.
    pub pdf: String,
    /// Why it cannot be printed; empty when it can.
    pub error: String,
}

/// A page as a picture.
#[derive(Debug)]
pub struct PagePicture {
    /// Its address.
    pub src: String,
    /// What it shows.
    pub alt: String,
}

/// The picture of a page, counted from 1.
pub fn picture(lang: Lang, id: CircularId, page: usize) -> PagePicture {
    let alt = fill(&lang.text().sheet.page, &[("n", page)]);
    PagePicture { src: paths::LetterPicture { id, page }.to_string(), alt }
}

/// The letter's pages as they will be printed.
///
/// # Errors
/// When the database fails.
pub async fn preview(app: &App, lang: Lang, circular: &Circular) -> Result<Preview, PageError> {
    let id = circular.id;
    let pdf = match actions::print_letter(app, circular, false).await {
        Ok(pdf) => pdf,
        Err(Error::Complaint(complaint)) => {
            return Ok(Preview { error: complaint.sentence(lang), ..Preview::default() });
        }
        Err(error) => return Err(error.into()),
    };
    let drawer = app.drawer();
    let count =
        tokio::task::spawn_blocking(move || drawer.open(pdf).map_or(0, |pages| pages.count())).await?;
    // A draft's pages change with it: their addresses do too, or a browser would show those of before.
    let version = circular.version;
    let of_version = |page: usize| {
        let picture = picture(lang, id, page);
        PagePicture { src: format!("{}?v={version}", picture.src), ..picture }
    };
    Ok(Preview {
        pages: (1..=count.min(SHOWN)).map(of_version).collect(),
        count,
        pdf: paths::LetterPdf { id }.to_string(),
        error: String::new(),
    })
}

/// The PDF.
pub async fn pdf(
    paths::LetterPdf { id }: paths::LetterPdf,
    officer: May<Read>,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let circular = seen(&app, &officer, id).await?;
    let pdf = actions::print_letter(&app, &circular, false).await?;
    Ok(printed(pdf, &format!("letter-{id}.pdf")))
}

/// One of its pages.
pub async fn page(
    paths::LetterPicture { id, page }: paths::LetterPicture,
    officer: May<Read>,
    State(app): State<App>,
) -> Result<Response, PageError> {
    let circular = seen(&app, &officer, id).await?;
    let pdf = actions::print_letter(&app, &circular, false).await?;
    let drawer = app.drawer();
    let drawn = tokio::task::spawn_blocking(move || {
        let index = page.checked_sub(1)?;
        drawer.open(pdf).ok()?.draw(index, DPI)?.png().ok()
    });
    let png = drawn.await?.ok_or(Refusal::NotFound)?;
    Ok(([(header::CONTENT_TYPE, HeaderValue::from_static("image/png"))], png).into_response())
}

/// A draft of the own office, or an issued circular that reached it.
async fn seen(app: &App, officer: &Signed, id: CircularId) -> Result<Circular, PageError> {
    let found = store::circulars::find(&app.db, &officer.actor.scope(), id).await?;
    Ok(found.ok_or(Refusal::NotFound)?)
}
