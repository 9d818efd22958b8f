//! The walls and the habits: what may stand where, and what may stand nowhere.

use std::sync::LazyLock;

use regex::Regex;

use super::source::Source;

/// The longest a file may be, in lines; most are under a quarter of it.
const LONGEST: usize = 400;

/// A word and the part of the project it is kept out of.
struct Wall {
    /// What must not be written.
    word: Regex,
    /// The rule in a few words.
    rule: &'static str,
    /// The files it guards.
    guards: fn(&Source) -> bool,
    /// Where the word is looked for.
    within: fn(&Source) -> &str,
}

static WALLS: LazyLock<Vec<Wall>> = LazyLock::new(|| {
    let shipped: fn(&Source) -> &str = |source| &source.shipped;
    let code: fn(&Source) -> &str = |source| &source.code;
    let text: fn(&Source) -> &str = |source| &source.text;
    let wall = |word: &str, rule, guards, within| {
        let word = Regex::new(word).expect("every wall is a regular expression");
        Wall { word, rule, guards, within }
    };
    vec![
        wall(
            r"\b(?:sea_orm|sea_query|sqlx)\b",
            "only src/store knows the database",
            |source| source.within("src/") && !source.within("src/store/"),
            code,
        ),
        wall(
            r"(?:\.|::)begin(?:_with_\w+)?\s*\(",
            "only actions and jobs begin a transaction",
            // The store's own `begin`, which they call, is made of the library's.
            |source| {
                source.within("src/")
                    && !["src/actions", "src/jobs", "src/store/db.rs", "src/store/writer"]
                        .iter()
                        .any(|there| source.within(there))
            },
            shipped,
        ),
        wall(
            r"\basync\b|\.await\b|\b(?:tokio|axum)::|\bstd::(?:fs|io|net|env|process|time::SystemTime)\b|\b(?:Utc|Local)::now\b",
            "the domain does no I/O, waits for nothing and reads no clock",
            |source| source.within("src/domain"),
            shipped,
        ),
        wall(
            r"\.unwrap\(\)|\bpanic!|\bunimplemented!|\btodo!",
            "a request must never panic: return an error, or `expect` with the reason why it cannot fail",
            |source| source.within("src/"),
            shipped,
        ),
        wall(r"\b(?:dbg|todo)!", "left behind", |source| source.is("rs"), code),
        // Put together here, or this line would be its own breach.
        wall(concat!(r"\b(?:TO", "DO|FIX", r"ME)\b"), "left behind: do it, or file it", |_| true, text),
        wall(
            r"(?i)\sstyle\s*=|<style\b",
            "styles stand in assets/static: the pages' policy refuses inline ones",
            |source| source.is("html"),
            text,
        ),
        wall(
            r"(?i)<script(?:\s[^>]*)?>\s*[^<\s]|\son[a-z]+\s*=|javascript:",
            "scripts stand in assets/static: the pages' policy refuses inline ones",
            |source| source.is("html"),
            text,
        ),
    ]
});

/// Words on the wrong side of a wall.
pub fn walls(source: &Source) -> Vec<String> {
    let mut breaches = Vec::new();
    for wall in WALLS.iter().filter(|wall| (wall.guards)(source)) {
        let within = (wall.within)(source);
        for found in wall.word.find_iter(within) {
            let line = Source::line_of(within, found.start());
            breaches.push(format!("{}:{line}: `{}`: {}", source.path, found.as_str().trim(), wall.rule));
        }
    }
    breaches
}

/// A file that is too long to be read in one go.
pub fn length(source: &Source) -> Vec<String> {
    let lines = source.text.lines().count();
    let long = lines > LONGEST;
    long.then(|| format!("{}: {lines} lines, {LONGEST} at most", source.path)).into_iter().collect()
}

/// A Rust file that does not begin with a line saying what it is.
pub fn opening(source: &Source) -> Vec<String> {
    let silent = source.is("rs") && !source.text.starts_with("//! ");
    silent
        .then(|| format!("{}: begin it with a `//!` line that says what it is", source.path))
        .into_iter()
        .collect()
}
