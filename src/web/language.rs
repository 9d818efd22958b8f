//! The language of the pages, kept in a cookie.

use serde::Deserialize;

use super::cookies;
use super::errors::PageError;
use super::form::OpenForm;
use super::guards::Anyone;
use super::page::Done;
use crate::domain::refusal::Refusal;
use crate::paths;
use crate::text::Lang;

/// The language wished for, and the page it was wished on.
#[derive(Debug, Deserialize)]
pub struct Wish {
    to: String,
    #[serde(default)]
    back: String,
}

/// Keeps the wish. It needs no token: whoever forges it changes the words of a page and nothing else.
pub async fn create(
    _: paths::Language,
    _: Anyone,
    OpenForm(wish): OpenForm<Wish>,
) -> Result<Done, PageError> {
    let lang: Lang = wish.to.parse().map_err(|_| Refusal::FormUnreadable)?;
    Ok(Done::back(&wish.back).keeping(cookies::LANG, Some(lang.as_str().to_owned())))
}
