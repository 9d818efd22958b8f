//! Thai digits in the text of a page, as it stands in HTML.

use std::borrow::Cow;
use std::net::SocketAddr;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::domain::thai::thai_digits_in_prose;

/// What stands between spaces and Thai letters.
static RUN: LazyLock<Regex> = LazyLock::new(|| Regex::new("[!-~]+").expect("a regular expression"));

/// A sign written as `&#39;` or `&amp;`: its digits and letters are none of the text's.
static SIGN: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("&#?[0-9A-Za-z]+;").expect("a regular expression"));

/// Replaces 0-9 by ๐-๙ in prose, counts, dates and references; an address or a code keeps its own.
pub fn thai(text: &str) -> Cow<'_, str> {
    RUN.replace_all(text, |found: &Captures| {
        let run = &found[0];
        let bare = SIGN.replace_all(run, "\u{a0}");
        if bare.contains(|c: char| c.is_ascii_alphabetic()) || bare.parse::<SocketAddr>().is_ok() {
            return run.to_owned();
        }
        let mut signs = SIGN.find_iter(run).map(|sign| sign.as_str());
        let pieces = bare.split('\u{a0}').map(thai_digits_in_prose);
        pieces.reduce(|done, piece| done + signs.next().unwrap_or_default() + &piece).unwrap_or_default()
    })
}
