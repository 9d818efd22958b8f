//! What a public code leads to. A wrong code is counted against its address, so that nobody finds letters by trying.

use std::fmt::Display;

use axum::response::Redirect;

use crate::actions::letter_hash;
use crate::app::App;
use crate::domain::circular::{Circular, CircularState, Issued};
use crate::domain::code::{Code, open_secret_link};
use crate::domain::delivery::Delivery;
use crate::domain::ids::DeliveryId;
use crate::domain::refusal::Refusal;
use crate::paths;
use crate::store::{circulars, deliveries};
use crate::text::{Lang, fill};
use crate::web::{Anyone, Limit, PageError};

/// The issued circular whose public page has this code.
///
/// # Errors
/// When there is none, or this address tried too many wrong codes.
pub async fn letter(app: &App, visitor: &Anyone, code: &Code) -> Result<(Circular, Issued), PageError> {
    visitor.check(Limit::WrongCodes)?;
    let found = circulars::find_by_link(&app.db, code).await?;
    let found = found.and_then(|circular| circular.issued.clone().map(|issued| (circular, issued)));
    found.ok_or_else(|| wrong(visitor))
}

/// The delivery whose secret link has this code, with its circular.
///
/// # Errors
/// When this program never made the code, or this address tried too many wrong codes.
pub async fn school(
    app: &App,
    visitor: &Anyone,
    code: &Code,
) -> Result<(Delivery, Circular, Issued), PageError> {
    let id = secret(app, visitor, code)?;
    let delivery = deliveries::get(&app.db, id).await?.ok_or_else(|| wrong(visitor))?;
    let circular = circulars::get(&app.db, delivery.circular).await?.ok_or(Refusal::UnknownCode)?;
    let issued = circular.issued.clone().ok_or(Refusal::UnknownCode)?;
    Ok((delivery, circular, issued))
}

/// The delivery whose secret link has this code; the code itself tells, and nothing is read.
///
/// # Errors
/// When this program never made the code, or this address tried too many wrong codes.
pub fn secret(app: &App, visitor: &Anyone, code: &Code) -> Result<DeliveryId, PageError> {
    visitor.check(Limit::WrongCodes)?;
    open_secret_link(code, app.secret.bytes()).ok_or_else(|| wrong(visitor))
}

/// A wrong code: counted, and refused; beyond the limit the refusal says how long to wait.
pub fn wrong(visitor: &Anyone) -> PageError {
    visitor.spend(Limit::WrongCodes).err().unwrap_or(Refusal::UnknownCode).into()
}

/// Where a code that was typed in small letters or with hyphens has its page.
pub fn canonical(visitor: &Anyone, code: &impl Display) -> Option<Redirect> {
    let (typed, code) = (visitor.path.split(['/', '?']).nth(2)?, code.to_string());
    (typed != code).then(|| Redirect::permanent(&visitor.path.replacen(typed, &code, 1)))
}

/// Whether the letter as it is kept is the one that got the number: its hash is computed anew.
pub fn is_genuine(circular: &Circular, issued: &Issued) -> bool {
    // Its state, its end and what took its place are no part of what was hashed.
    letter_hash(circular, &issued.reference, issued.dated) == issued.letter_hash
}

/// What became of a letter that does not stand any more.
#[derive(Debug)]
pub struct Void {
    /// The sentence.
    pub words: String,
    /// The letter in its place; empty for none.
    pub href: String,
    /// Its number.
    pub reference: String,
}

/// The banner of a cancelled or superseded letter.
///
/// # Errors
/// When the database fails.
pub async fn void(app: &App, lang: Lang, circular: &Circular) -> Result<Option<Void>, PageError> {
    let words = &lang.text().letter_page;
    let reason = circular.void.as_ref().map(|void| void.reason.clone()).unwrap_or_default();
    let plain = |words: String| Void { words, href: String::new(), reference: String::new() };
    Ok(match circular.state {
        CircularState::Cancelled => Some(plain(fill(&words.cancelled, &[("reason", reason)]))),
        CircularState::Superseded => {
            let by = match circular.superseded_by {
                Some(by) => circulars::get(&app.db, by).await?.and_then(|by| by.issued),
                None => None,
            };
            let banner = plain(words.superseded.clone());
            Some(match by {
                Some(by) => Void {
                    href: paths::Letter { code: by.link.clone() }.to_string(),
                    reference: by.reference,
                    ..banner
                },
                None => banner,
            })
        }
        CircularState::Draft | CircularState::Issued => None,
    })
}
