//! The poster of a circular as a PDF, to print and hang up.

use crate::app::{App, Result};
use crate::domain::circular::Circular;
use crate::domain::letter::Duty;
use crate::letters::paper::poster::{Poster, poster};
use crate::paths;
use crate::text::{Lang, dates};

/// Duties that a poster has room for; the letter tells the others.
const MOST_DUTIES: usize = 4;

/// Prints it; paper is Thai in either language of the site.
///
/// # Errors
/// When the circular is not under way, or it cannot be printed.
pub async fn print_poster(app: &App, circular: &Circular) -> Result<Vec<u8>> {
    let issued = circular.under_way()?;
    let t = Lang::Th.text();
    let told = |duty: &Duty| {
        let kind = t.duty_kinds.word(duty.kind.as_str());
        format!("{kind} {}", dates::range(Lang::Th, duty.from, duty.to))
    };
    let sheet = Poster {
        issuer: circular.letter.owner.office.clone(),
        reference: issued.reference.clone(),
        dated: dates::long_day(Lang::Th, issued.dated),
        subject: circular.title.clone(),
        caption: circular.letter.qr.caption.clone(),
        duties: circular.letter.duties.iter().take(MOST_DUTIES).map(told).collect(),
        address: app.config.public_url(&paths::Letter { code: issued.link.clone() }.to_string()),
        digits: circular.paper.digits,
        at: issued.at,
    };
    Ok(tokio::task::spawn_blocking(move || poster(&sheet)).await??)
}
