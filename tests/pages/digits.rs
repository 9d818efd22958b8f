//! Digits as a reader of Thai wishes them: every page, every text of it, and nothing but its text.

use std::sync::LazyLock;

use regex::Regex;

use crate::everyone::pages::PAGES;
use crate::support::app::TestApp;
use crate::support::demo::Demo;
use crate::support::person::Person;

static TAG: LazyLock<Regex> = LazyLock::new(|| Regex::new("<[^>]*>").expect("a regular expression"));
static SIGN: LazyLock<Regex> = LazyLock::new(|| Regex::new("&#?\\w+;").expect("a regular expression"));
static MIXED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("[0-9][.,/]?[๐-๙]|[๐-๙][.,/]?[0-9]").expect("a regular expression"));
/// What keeps its digits, with all that stands in it; none of these holds another of its own name.
static AS_WRITTEN: LazyLock<Regex> = LazyLock::new(|| {
    let marked = ["p", "b", "dd", "td", "span", "div", "figcaption", "button"]
        .map(|name| format!("(?s)<{name}\\b[^>]*translate=\"no\"[^>]*>.*?</{name}>"));
    let fields = ["textarea", "kbd", "title"].map(|name| format!("(?s)<{name}\\b[^>]*>.*?</{name}>"));
    Regex::new(&[&marked[..], &fields[..]].concat().join("|")).expect("a regular expression")
});

async fn wants_thai_digits(person: &Person) {
    person.posts("/digits", &[("to", "thai"), ("back", "/help")]).await.leads_to("/help");
}

#[tokio::test]
async fn thai_digits_are_a_wish_that_either_reader_can_take_back() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    visitor
        .opens("/help")
        .await
        .says(200, "24 พ.ค. 2566")
        .says(200, "๑๒๓</button>")
        .says(200, "<html lang=\"th\">");
    wants_thai_digits(&visitor).await;
    let thai = visitor.opens("/help").await;
    thai.says(200, "๒๔ พ.ค. ๒๕๖๖ เวลา ๐๙.๓๐ น.")
        .says(200, "123</button>")
        .says(200, "<html lang=\"th-u-nu-thai\">");
    visitor.posts("/language", &[("to", "en")]).await.leads_to("/");
    visitor.opens("/help").await.says(200, "As of 24 May 2023").says(200, "<html lang=\"en\">");
    visitor.posts("/language", &[("to", "th")]).await.leads_to("/");
    visitor.posts("/digits", &[("to", "western"), ("back", "https://evil.example")]).await.leads_to("/");
    visitor.opens("/help").await.says(200, "24 พ.ค. 2566");
    visitor.posts("/digits", &[("to", "roman")]).await.says(422, "อ่านแบบฟอร์มนี้ไม่ได้");
}

#[tokio::test]
async fn no_page_mixes_digits_or_changes_what_is_not_text() {
    let demo = Box::pin(Demo::start()).await;
    for reader in
        ["", "issuer@dla", "administrator@dla", "officer@province", "officer@local", "officer@school"]
    {
        let person = demo.reader(reader).await;
        let pages = PAGES.iter().filter(|page| page.reader == reader);
        let addresses: Vec<String> =
            pages.map(|page| page.address(&demo).replacen(&demo.app.base, "", 1)).collect();
        let mut western = Vec::new();
        for address in &addresses {
            western.push(person.opens(address).await.body);
        }
        wants_thai_digits(&person).await;
        for (address, western) in addresses.iter().zip(&western) {
            let thai = person.opens(address).await.body;
            check(address, western, &thai);
        }
    }
}

/// Compares a page with itself in the other digits.
fn check(address: &str, western: &str, thai: &str) {
    let workings = |page: &str| {
        let tags: Vec<String> = TAG.find_iter(page).map(|tag| tag.as_str().to_owned()).collect();
        tags.into_iter().filter(|tag| !tag.starts_with("<html") && !is_of_the_switch(tag)).collect::<Vec<_>>()
    };
    let (before, after) = (workings(western), workings(thai));
    let differs = before.iter().zip(&after).find(|(one, other)| one != other);
    assert_eq!(differs, None, "{address}: a tag has changed");
    assert_eq!(before.len(), after.len(), "{address}: tags have come or gone");
    let kept = |page: &str| {
        let found = AS_WRITTEN.find_iter(page).map(|kept| kept.as_str().to_owned());
        found.filter(|kept| !is_of_the_switch(kept) && !kept.starts_with("<title")).collect::<Vec<_>>()
    };
    assert_eq!(kept(western), kept(thai), "{address}: what is to stay has changed");
    let prose = SIGN.replace_all(&AS_WRITTEN.replace_all(thai, " "), " ").into_owned();
    for text in TAG.split(&prose) {
        assert!(!MIXED.is_match(text), "{address} mixes digits: {text}");
        let western = text.split(|c: char| !c.is_ascii_graphic()).find(|run| {
            run.contains(|c: char| c.is_ascii_digit())
                && !run.contains(|c: char| c.is_ascii_alphabetic())
                && !run.starts_with("127.0.0.1:")
        });
        assert_eq!(western, None, "{address} leaves digits behind: {text}");
    }
}

/// The switch itself is meant to differ, and so is a token that is made anew for each answer.
fn is_of_the_switch(tag: &str) -> bool {
    tag.contains("value=\"thai\"") || tag.contains("value=\"western\"") || tag.contains("csrf")
}

#[tokio::test]
async fn files_are_the_same_in_either_digits() {
    let demo = Box::pin(Demo::start()).await;
    let person = demo.app.visitor();
    let csv = format!("/L/{}/roster.csv", demo.letter);
    let before = person.opens(&csv).await.body;
    wants_thai_digits(&person).await;
    assert_eq!(person.opens(&csv).await.body, before);
    assert!(!before.contains(|c: char| ('๐'..='๙').contains(&c)), "{before}");
}
