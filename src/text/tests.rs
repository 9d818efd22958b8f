//! Both languages say the same things, and a reader of Thai meets Thai.

use super::{Lang, Text, UnknownLang, fill};

/// Words of the Thai file that are rightly Latin: the name of the other language.
const LATIN_ON_PURPOSE: [&str; 1] = ["site.other_language"];

fn placeholders(sentence: &str) -> Vec<&str> {
    let mut names: Vec<_> =
        sentence.split('{').skip(1).filter_map(|after| after.split_once('}').map(|(name, _)| name)).collect();
    names.sort_unstable();
    names
}

#[test]
fn both_languages_fill_the_same_places() {
    for ((name, thai), (_, english)) in Lang::Th.text().all().iter().zip(Lang::En.text().all()) {
        assert_eq!(placeholders(thai), placeholders(english), "{name}");
    }
}

#[test]
fn no_word_is_empty_or_has_loose_ends() {
    for lang in [Lang::Th, Lang::En] {
        for (name, word) in lang.text().all() {
            assert!(!word.is_empty() && word == word.trim(), "{name} in {}: {word:?}", lang.as_str());
            assert_eq!(word.matches('{').count(), placeholders(word).len(), "{name}: {word:?}");
        }
    }
}

#[test]
fn a_reader_of_thai_meets_thai() {
    for (name, word) in Lang::Th.text().all() {
        let thai = word.chars().any(|letter| ('\u{0E01}'..='\u{0E5B}').contains(&letter));
        assert!(thai || LATIN_ON_PURPOSE.contains(&name) || is_only_places(word), "{name}: {word:?}");
    }
}

/// A word that is nothing but places to fill and signs between them.
fn is_only_places(word: &str) -> bool {
    let names = placeholders(word);
    let left = names.iter().fold(word.to_owned(), |rest, name| rest.replace(&format!("{{{name}}}"), ""));
    !left.chars().any(char::is_alphabetic)
}

#[test]
fn a_missing_word_and_a_word_too_many_are_refused() {
    let file = include_str!("../../assets/text/th.toml");
    let lacking = file.replacen("skip = ", "skipped = ", 1);
    let surplus = file.replacen("[site]", "[site]\nsurplus = \"เกิน\"", 1);
    assert!(toml::from_str::<Text>(file).is_ok());
    assert!(toml::from_str::<Text>(&lacking).is_err());
    assert!(toml::from_str::<Text>(&surplus).is_err());
}

#[test]
fn a_sentence_is_filled_once() {
    assert_eq!(fill("ลงรับ {n} ฉบับ", &[("n", "3")]), "ลงรับ 3 ฉบับ");
    assert_eq!(fill("{a} และ {b}", &[("a", "{b}"), ("b", "ข")]), "{b} และ ข");
    assert_eq!(fill("{missing} {", &[("n", "3")]), "{missing} {");
}

#[test]
fn a_code_unknown_to_the_words_is_shown_as_it_is() {
    assert_eq!(Lang::Th.text().states.word("received"), "ลงรับแล้ว");
    assert_eq!(Lang::Th.text().states.word("evaporated"), "evaporated");
}

#[test]
fn a_browser_asks_for_its_language() {
    assert_eq!("en".parse(), Ok(Lang::En));
    assert_eq!("fr".parse::<Lang>(), Err(UnknownLang("fr".into())));
    assert_eq!(Lang::accepted("fr-FR, en-GB;q=0.8, th;q=0.5"), Some(Lang::En));
    assert_eq!(Lang::accepted("TH"), Some(Lang::Th));
    assert_eq!(Lang::accepted("*"), None);
}
