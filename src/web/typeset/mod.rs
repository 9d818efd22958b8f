//! The last hand on every page: digits as its reader wishes them, and Thai compounds held together by markup.
//!
//! It works on the finished page, so no page can forget it, and on its text alone: an attribute, an address or what
//! stands in a field is never touched. Whatever must keep its own digits is marked `translate="no"`, as for machines
//! that translate.

mod digits;

use std::borrow::Cow;
use std::cell::Cell;
use std::rc::Rc;
use std::sync::LazyLock;

use axum::body::{Body, to_bytes};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use lol_html::html_content::{ContentType, Element, TextChunk};
use lol_html::{DocumentContentHandlers, ElementContentHandlers, RewriteStrSettings, Selector, rewrite_str};

use super::errors::PageError;
use crate::text::{Digits, compounds};

/// What keeps the digits it was written with.
static AS_WRITTEN: LazyLock<Selector> = LazyLock::new(|| {
    selector("[translate=no], code, kbd, textarea, script, style, option:not([value]), a[href^='mailto:']")
});

/// Headings, buttons, tabs, figures, names and what explains a word: a line that breaks inside a word is seen at once in them.
static HEADINGS: LazyLock<Selector> = LazyLock::new(|| {
    selector(
        "h1, h2, h3, nav a, button, .btn, summary, .name, .title, .lead, .what, .two, th, legend, label, dd",
    )
});

/// Drawings and texts without elements in them.
static UNBROKEN: LazyLock<Selector> =
    LazyLock::new(|| selector("svg, title, textarea, script, style, option"));

fn selector(list: &str) -> Selector {
    list.parse().expect("a list of selectors that a test has parsed")
}

/// Sets a page; an answer that is no page stays as it is.
pub async fn set(response: Response, digits: Digits) -> Response {
    let kind = response.headers().get(header::CONTENT_TYPE);
    if !kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let typeset = match to_bytes(body, usize::MAX).await {
        Ok(bytes) => page(&String::from_utf8_lossy(&bytes), digits).map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    };
    match typeset {
        Ok(html) => {
            parts.headers.remove(header::CONTENT_LENGTH);
            Response::from_parts(parts, Body::from(html))
        }
        Err(error) => PageError::broken(&format!("a page could not be set: {error}")).into_response(),
    }
}

/// How many of the marked elements the parser stands in.
type Depth = Rc<Cell<u32>>;

fn page(html: &str, digits: Digits) -> Result<String, lol_html::errors::RewritingError> {
    let [as_written, headings, unbroken]: [Depth; 3] = Default::default();
    let here = (Rc::clone(&as_written), Rc::clone(&headings), Rc::clone(&unbroken));
    let mut text = String::new();
    let of_text = DocumentContentHandlers::default().text(move |chunk: &mut TextChunk| {
        // A text may come in pieces; it is set when the last of them is here.
        text.push_str(chunk.as_str());
        if !chunk.last_in_text_node() {
            chunk.remove();
            return Ok(());
        }
        let whole = std::mem::take(&mut text);
        let thai = digits == Digits::Thai && here.0.get() == 0;
        let written = if thai { digits::thai(&whole) } else { Cow::Borrowed(whole.as_str()) };
        let markup = if here.1.get() > 0 && here.2.get() == 0 { held(written) } else { written };
        chunk.replace(&markup, ContentType::Html);
        Ok(())
    });
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(counted(&HEADINGS, &headings))
        .append_element_content_handler(counted(&UNBROKEN, &unbroken))
        .append_element_content_handler(counted(&AS_WRITTEN, &as_written))
        .append_document_content_handler(of_text);
    rewrite_str(html, settings)
}

/// Keeps count of the elements of a selector that are open.
fn counted<'a>(selector: &'a Selector, depth: &Depth) -> (Cow<'a, Selector>, ElementContentHandlers<'a>) {
    let depth = Rc::clone(depth);
    let open = move |element: &mut Element| {
        if !element.can_have_content() {
            return Ok(());
        }
        depth.set(depth.get() + 1);
        let depth = Rc::clone(&depth);
        element.on_end_tag(Box::new(move |_| {
            depth.set(depth.get().saturating_sub(1));
            Ok(())
        }))
    };
    (Cow::Borrowed(selector), ElementContentHandlers::default().element(open))
}

/// Markup with its compounds held together. All of it stands in one more element: a button lays its texts out side by
/// side, and would part a word from its neighbours.
fn held(markup: Cow<'_, str>) -> Cow<'_, str> {
    let stretches = compounds::stretches(&markup);
    if !stretches.iter().any(|(_, is_compound)| *is_compound) {
        return markup;
    }
    let mut held = String::with_capacity(markup.len() * 2);
    held.push_str("<span class=\"words\">");
    for (words, is_compound) in stretches {
        if is_compound {
            held.push_str("<span class=\"w\">");
            held.push_str(words);
            held.push_str("</span>");
        } else {
            held.push_str(words);
        }
    }
    held.push_str("</span>");
    held.into()
}

#[cfg(test)]
mod tests;
