//! One file of the project as the checks see it: as written, as code alone, and as code that ships.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use regex::{Captures, Regex};

/// Comments, strings and characters: places where the same letters are not code.
static NOT_CODE: LazyLock<Regex> = LazyLock::new(|| {
    let pieces = [
        r"//[^\n]*",
        r"/\*.*?\*/",
        r###"b?r##".*?"##"###,
        r##"b?r#".*?"#"##,
        r#"b?r"[^"]*""#,
        r#"b?"(?:\\.|[^"\\])*""#,
        r"b?'(?:\\(?:u\{[^}]*\}|x..|.)|[^'\\\n])'",
    ];
    Regex::new(&format!("(?s){}", pieces.join("|"))).expect("the pieces are regular expressions")
});

/// A file and what is written in it.
#[derive(Default)]
pub struct Source {
    /// From the project's root, with `/`: `src/web/inbox.rs`.
    pub path: String,
    /// As written.
    pub text: String,
    /// Without comments and without what stands in quotes; the lines stay where they were. Rust only.
    pub code: String,
    /// `code` without tests. Empty for a file of tests.
    pub shipped: String,
}

impl Source {
    /// A file of that content; its path decides what is checked.
    pub fn new(path: &str, text: &str) -> Self {
        let mut source = Self { path: path.to_owned(), text: text.to_owned(), ..Self::default() };
        if source.is("rs") {
            source.code = blank(text, &NOT_CODE);
        }
        if !is_test_file(path) {
            source.shipped = without_tests(&source.code);
        }
        source
    }

    /// Whether it is a file of this kind: `rs`, `html`.
    pub fn is(&self, kind: &str) -> bool {
        Path::new(&self.path).extension().is_some_and(|ending| ending == kind)
    }

    /// Whether its path begins with this one.
    pub fn within(&self, folder: &str) -> bool {
        self.path.starts_with(folder)
    }

    /// The line, from 1, of a byte of `text`, `code` or `shipped`: all three have the same lines.
    pub fn line_of(within: &str, byte: usize) -> usize {
        within[..byte].matches('\n').count() + 1
    }
}

/// Every file that people of the project write, in the order of their paths.
pub fn all() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for folder in ["src", "tests", "migrations/src", "assets"] {
        gather(&root.join(folder), &mut paths);
    }
    paths.sort();
    let read = |path: &PathBuf| {
        let text = std::fs::read_to_string(path).expect("a source is text in UTF-8");
        let inside = path.strip_prefix(root).expect("it was found under the root");
        Source::new(&inside.to_string_lossy().replace('\\', "/"), &text)
    };
    paths.iter().map(read).collect()
}

fn gather(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the folder can be listed").path();
        if path.is_dir() {
            gather(&path, paths);
        } else if path.extension().is_some_and(|kind| ["rs", "html", "css", "js"].iter().any(|k| kind == *k))
        {
            paths.push(path);
        }
    }
}

fn is_test_file(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    path.starts_with("tests/")
        || name == "tests.rs"
        || name.ends_with("_tests.rs")
        || path.contains("/tests/")
}

/// Takes away what matches, all but its line ends.
fn blank(text: &str, what: &Regex) -> String {
    what.replace_all(text, |found: &Captures| lines_of(&found[0])).into_owned()
}

fn lines_of(text: &str) -> String {
    let ends = "\n".repeat(text.matches('\n').count());
    // A space keeps the words on both sides apart.
    if ends.is_empty() { " ".to_owned() } else { ends }
}

/// Takes away each item marked as compiled for tests: up to its `;` or the end of its braces.
fn without_tests(code: &str) -> String {
    const MARK: &str = "#[cfg(test)]";
    let mut shipped = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(start) = rest.find(MARK) {
        let item = &rest[start..];
        let end = item[MARK.len()..].find([';', '{']).map_or(item.len(), |at| {
            let at = at + MARK.len();
            if item.as_bytes()[at] == b';' { at + 1 } else { at + block_len(&item[at..]) }
        });
        shipped.push_str(&rest[..start]);
        shipped.push_str(&lines_of(&item[..end]));
        rest = &item[end..];
    }
    shipped.push_str(rest);
    shipped
}

/// How long the block is that begins with the `{` at the start, in bytes; all of it when the brace is never closed.
pub fn block_len(code: &str) -> usize {
    let mut depth = 0_usize;
    for (at, letter) in code.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => {
                depth -= 1;
                if depth == 0 {
                    return at + 1;
                }
            }
            _ => {}
        }
    }
    code.len()
}
