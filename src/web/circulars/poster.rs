//! A page to print and hang up: what the letter is about, and the code that opens it.

use askama::Template;
use axum::extract::State;

use super::board::issued_circular;
use crate::app::App;
use crate::domain::ids::CircularId;
use crate::paths;
use crate::paths::deeds::Read;
use crate::text::dates;
use crate::web::guards::May;
use crate::web::{Frame, Page, PageError};

#[derive(Debug, Template)]
#[template(path = "circulars/poster.html")]
struct PosterPage {
    page: Frame,
    id: CircularId,
    title: String,
    reference: String,
    dated: String,
    office: String,
    caption: Vec<String>,
    duties: Vec<(&'static str, String)>,
    address: String,
}

/// Shows it.
pub async fn show(
    paths::Poster { id }: paths::Poster,
    officer: May<Read>,
    State(app): State<App>,
) -> Result<Page<impl Template>, PageError> {
    let circular = issued_circular(&app, &officer, id).await?;
    let page = officer.frame();
    let issued = circular.issued()?;
    let duties = circular.letter.duties.iter().map(|duty| {
        (page.t.duty_kinds.word(duty.kind.as_str()), dates::range(page.lang, duty.from, duty.to))
    });
    Ok(Page(PosterPage {
        id,
        title: circular.title.clone(),
        reference: issued.reference.clone(),
        dated: dates::long_day(page.lang, issued.dated),
        office: circular.letter.owner.office.clone(),
        duties: duties.collect(),
        caption: circular.letter.qr.caption.clone(),
        address: app.config.public_url(&paths::Letter { code: issued.link.clone() }.to_string()),
        page,
    }))
}
