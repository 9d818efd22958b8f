//! The checks checked: each must catch a breach, and must not cry at what only looks like one.

use super::source::{self, Source};
use super::{habits, layers, steps};

/// The breaches of one rule in a file that exists only here.
fn found(rule: impl Fn(&Source) -> Vec<String>, path: &str, text: &str) -> Vec<String> {
    rule(&Source::new(path, text))
}

fn layer(path: &str, text: &str) -> Vec<String> {
    let map = "//! cli → web  api  jobs → actions → app → store  letters → paths  text → domain";
    found(|source| layers::Steps::read(map).breaches(source), path, text)
}

fn wall(path: &str, text: &str) -> usize {
    found(habits::walls, path, text).len()
}

#[test]
fn a_use_that_points_left_is_caught() {
    assert_eq!(
        layer("src/store/offices.rs", "//! x\n\nuse crate::actions::issue;"),
        ["src/store/offices.rs:3: `store` uses `actions`, which stands to its left"]
    );
    assert_eq!(layer("src/domain/ids.rs", "fn f() { crate::text::fill(\"\", []) }").len(), 1);
    assert_eq!(
        layer("src/actions/issue.rs", "use crate::{\n  domain::{ids, web},\n  web::inbox,\n};").len(),
        1
    );
    assert_eq!(layer("src/store/db.rs", "use super::super::web::inbox;").len(), 1);
    assert_eq!(layer("src/text.rs", "use super::store;").len(), 1);
    assert_eq!(layer("src/cli/serve.rs", "use crate::web;"), [""; 0]);
    assert_eq!(layer("src/main.rs", "use wian::cli::run;"), [""; 0]);
}

#[test]
fn a_use_of_a_neighbour_is_caught() {
    assert_eq!(
        layer("src/api/v1/inbox.rs", "use crate::web::inbox;"),
        ["src/api/v1/inbox.rs:1: `api` uses `web`, a neighbour of its own step"]
    );
}

#[test]
fn a_module_without_a_step_is_caught() {
    assert_eq!(layer("src/utils.rs", "").len(), 1);
    assert_eq!(layer("src/web/inbox.rs", "use crate::helpers;").len(), 1);
}

#[test]
fn a_use_that_points_right_or_at_home_is_fine() {
    let text = "use crate::{domain::ids::OfficeId, store::{self, Db}, web::page::Page};\nuse super::page;";
    assert_eq!(layer("src/web/inbox.rs", text), [""; 0]);
}

#[test]
fn comments_and_strings_are_not_code() {
    let text = "//! Not like [`crate::web`].\n/* crate::web */ const A: &str = r#\"crate::web \".unwrap()\"#;\n\
                const Q: char = '\"'; // \"\nfn f<'a>(x: &'a str) {} const B: &str = \"\\\"panic!\";";
    assert_eq!(layer("src/domain/word.rs", text), [""; 0]);
    assert_eq!(wall("src/domain/word.rs", text), 0);
}

#[test]
fn the_database_is_named_in_the_store_alone() {
    assert_eq!(wall("src/web/inbox.rs", "use sea_orm::EntityTrait;"), 1);
    assert_eq!(wall("src/store/offices.rs", "use sea_orm::EntityTrait;"), 0);
}

#[test]
fn transactions_begin_in_actions_and_jobs_alone() {
    let text = "async fn f(db: &Db) { let tx = db.begin().await; }";
    assert_eq!(wall("src/web/inbox.rs", text), 1);
    assert_eq!(wall("src/store/offices.rs", text), 1);
    assert_eq!(wall("src/actions/issue.rs", text), 0);
    assert_eq!(wall("src/jobs/remind.rs", text), 0);
}

#[test]
fn the_domain_waits_for_nothing() {
    assert_eq!(wall("src/domain/roster/mod.rs", "use std::fs;\nfn now() { Utc::now() }"), 2);
}

#[test]
fn panics_are_for_tests() {
    let text = "fn f() { x.unwrap(); }\n#[cfg(test)]\nmod tests {\n fn g() { if a { panic!() } }\n}\nfn h() { panic!() }";
    assert_eq!(
        found(habits::walls, "src/web/inbox.rs", text).iter().map(|b| &b[..18]).collect::<Vec<_>>(),
        ["src/web/inbox.rs:1", "src/web/inbox.rs:6"]
    );
    assert_eq!(wall("src/web/tests.rs", "fn f() { x.unwrap(); panic!() }"), 0);
}

#[test]
fn what_was_left_behind_is_caught() {
    assert_eq!(wall("tests/journey.rs", concat!("// TO", "DO: later")), 1);
    assert_eq!(wall("tests/journey.rs", "fn f() { dbg!(1); }"), 1);
}

#[test]
fn pages_hold_no_styles_and_no_scripts() {
    assert_eq!(wall("assets/templates/a.html", "<p style=\"color: red\" onclick=\"go()\">"), 2);
    assert_eq!(wall("assets/templates/a.html", "<script>go()</script><style>p {}</style>"), 2);
    assert_eq!(wall("assets/templates/a.html", "<script src=\"/static/keys.js\" defer></script>"), 0);
}

#[test]
fn long_and_silent_files_are_caught() {
    let long = format!("//! x\n{}", "\n".repeat(400));
    assert_eq!(found(habits::length, "assets/static/site.css", &long).len(), 1);
    assert_eq!(found(habits::opening, "src/a.rs", "use std::fmt;").len(), 1);
    assert_eq!(found(habits::opening, "src/a.rs", &long), [""; 0]);
}

#[test]
fn the_checks_do_read_the_project() {
    let files = source::all();
    for known in
        ["src/lib.rs", "src/store/db.rs", "tests/tidy.rs", "migrations/src/lib.rs", "assets/static/base.css"]
    {
        assert!(files.iter().any(|file| file.path == known), "{known} was not read");
    }
    let store = files.iter().find(|file| file.path == "src/store/db.rs").expect("it was just seen");
    let elsewhere = Source::new("src/domain/db.rs", &store.text);
    assert!(!habits::walls(&elsewhere).is_empty() && steps().breaches(store).is_empty());
}
