//! Behind every word of a state, a grade or a stamp stands its explanation.

use std::collections::BTreeSet;

use wian::domain::circular::CircularState;
use wian::domain::delivery::State;
use wian::domain::evidence::Evidence;
use wian::domain::letter::Urgency;

use crate::everyone::pages::PAGES;
use crate::support::app::TestApp;
use crate::support::demo::Demo;

/// Every word that pages show as a badge, as its place on the help page.
fn words() -> Vec<String> {
    let states = State::ALL.iter().map(|word| format!("state-{word}"));
    let circulars = CircularState::ALL.iter().map(|word| format!("state-{word}"));
    let grades = Evidence::ALL.iter().map(|word| format!("evidence-{word}"));
    let urgency = Urgency::ALL.iter().map(|word| format!("urgency-{word}"));
    let due = ["soon", "today", "late"].map(|word| format!("due-{word}"));
    let odd = ["passed_over", "unheard", "unconfirmed", "rejected"].map(|word| format!("odd-{word}"));
    states.chain(circulars).chain(grades).chain(urgency).chain(due).chain(odd).collect()
}

#[tokio::test]
async fn every_word_is_explained_in_both_languages() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    for language in ["th", "en"] {
        visitor.posts("/language", &[("to", language)]).await;
        let page = visitor.opens("/help").await.body;
        for word in words() {
            let place = format!("<dt id=\"{word}\">");
            assert_eq!(page.matches(&place).count(), 1, "{word} in {language}");
            let told = page.split(&place).nth(1).and_then(|rest| rest.split("<dd>").nth(1));
            let told = told.and_then(|rest| rest.split("</dd>").next()).unwrap_or_default();
            assert!(told.chars().count() > 12, "{word} in {language}: {told:?}");
            let thai = told.chars().any(|c| ('ก'..='ฮ').contains(&c));
            assert_eq!(thai, language == "th", "{word} in {language}: {told:?}");
        }
    }
}

#[tokio::test]
async fn no_page_leads_to_an_explanation_that_is_not_there() {
    let demo = Box::pin(Demo::start()).await;
    let help = demo.app.visitor().opens("/help").await.body;
    let mut used = BTreeSet::new();
    for reader in ["", "issuer@dla", "officer@province", "officer@local", "officer@school"] {
        let person = demo.reader(reader).await;
        for page in PAGES.iter().filter(|page| page.reader == reader) {
            let address = page.address(&demo).replacen(&demo.app.base, "", 1);
            let body = person.opens(&address).await.body;
            for place in body.split("href=\"/help#").skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(help.contains(&format!("id=\"{place}\"")), "{address} leads to /help#{place}");
                used.insert(place.to_owned());
            }
        }
    }
    for kind in ["state-", "evidence-", "urgency-", "due-", "odd-", "states", "evidence", "circulars"] {
        assert!(used.iter().any(|place| place.starts_with(kind)), "no page explains {kind}: {used:?}");
    }
}
