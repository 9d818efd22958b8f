//! The digits of Thai pages, kept in a cookie.

use serde::Deserialize;

use super::cookies;
use super::errors::PageError;
use super::form::OpenForm;
use super::guards::Anyone;
use super::page::Done;
use crate::domain::refusal::Refusal;
use crate::paths;
use crate::text::Digits;

/// The digits wished for, and the page they were wished on.
#[derive(Debug, Deserialize)]
pub struct Wish {
    to: String,
    #[serde(default)]
    back: String,
}

/// Keeps the wish. As with the language, whoever forges it changes how a page looks and nothing else.
pub async fn create(_: paths::Digits, _: Anyone, OpenForm(wish): OpenForm<Wish>) -> Result<Done, PageError> {
    let digits: Digits = wish.to.parse().map_err(|_| Refusal::FormUnreadable)?;
    Ok(Done::back(&wish.back).keeping(cookies::DIGITS, Some(digits.as_str().to_owned())))
}
