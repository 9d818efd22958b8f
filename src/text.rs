//! The words of the site, in Thai and in English: `assets/text/{th,en}.toml` read into one struct.
//!
//! A template writes `{{ page.t.states.received }}`; a misspelt word does not compile, and a word that one of the
//! files lacks, or has beyond the list in `words.rs`, does not parse. To add a word: one line in each file and its
//! name in `words.rs`.

pub mod amounts;
pub mod compounds;
pub mod dates;
mod digits;
mod faults;
pub mod numbering;
mod refusals;
mod words;
pub use digits::{Digits, UnknownDigits};
pub use faults::fault;
pub use refusals::refusal;
pub use words::*;

use std::{fmt::Display, str::FromStr, sync::LazyLock};

/// The languages a page can be read in; Thai is the one served unless another is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// ไทย
    #[default]
    Th,
    /// English
    En,
}

/// A language code other than `th` and `en`.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("no words in the language {0:?}: th or en")]
pub struct UnknownLang(pub String);

static TH: LazyLock<Text> = LazyLock::new(|| parse(include_str!("../assets/text/th.toml")));
static EN: LazyLock<Text> = LazyLock::new(|| parse(include_str!("../assets/text/en.toml")));

/// The files are compiled in and a test parses both, so a program that was tested cannot fail here.
fn parse(file: &str) -> Text {
    toml::from_str(file).expect("assets/text holds the words of words.rs, no more and no fewer")
}

impl Lang {
    /// The code in addresses, cookies and the `lang` attribute: `th` or `en`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Th => "th",
            Self::En => "en",
        }
    }

    /// The language that the switch in every page's foot offers.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Th => Self::En,
            Self::En => Self::Th,
        }
    }

    /// The words of this language.
    pub fn text(self) -> &'static Text {
        match self {
            Self::Th => &TH,
            Self::En => &EN,
        }
    }

    /// The first language of an `Accept-Language` header that there are words for. Its order is taken as the wish;
    /// browsers write the weights in that order.
    pub fn accepted(header: &str) -> Option<Self> {
        header.split(',').find_map(|wish| wish.trim().get(..2)?.to_ascii_lowercase().parse().ok())
    }
}

impl FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(code: &str) -> Result<Self, UnknownLang> {
        match code {
            "th" => Ok(Self::Th),
            "en" => Ok(Self::En),
            other => Err(UnknownLang(other.to_owned())),
        }
    }
}

/// Puts values into a sentence: `fill("ลงรับ {n} ฉบับ", &[("n", 3)])`; in a template, which borrows arguments itself,
/// `crate::text::fill(words, [("n", 3)])`. Values are not read again for braces, and a name that is not given stays
/// as it was written.
pub fn fill<V: Display>(template: &str, pairs: &[(&str, V)]) -> String {
    let mut filled = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let known = after.split_once('}').and_then(|(name, tail)| {
            pairs.iter().find(|(wanted, _)| *wanted == name).map(|(_, value)| (value, tail))
        });
        if let Some((value, tail)) = known {
            filled.push_str(&value.to_string());
            rest = tail;
        } else {
            filled.push('{');
            rest = after;
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests;
