//! The one rule: a module uses what stands to its right. The steps are read from the map in `src/lib.rs`.

use std::sync::LazyLock;

use regex::Regex;

use super::source::{Source, block_len};

/// `crate::x`, `crate::{x::y, z}`, and the same by the crate's name or by climbing over the top.
static PATHS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b(?:crate|wian|(?P<up>super(?:::super)*))::(?P<name>\w+!?|\{)")
        .expect("a regular expression")
});

/// The modules of each step, from the left: `[["cli"], ["web", "api", "jobs"], …]`.
pub struct Steps(Vec<Vec<String>>);

impl Steps {
    /// From the line of the map that has the arrows.
    pub fn read(lib: &str) -> Self {
        let map =
            lib.lines().find(|line| line.contains('→')).expect("src/lib.rs shows the steps with arrows");
        let step = |step: &str| step.split_whitespace().map(ToOwned::to_owned).collect();
        Self(map.trim_start_matches("//!").split('→').map(step).collect())
    }

    fn of(&self, module: &str) -> Option<usize> {
        self.0.iter().position(|step| step.iter().any(|name| name == module))
    }

    /// The uses in this file that point left, at a neighbour, or at something that stands on no step.
    pub fn breaches(&self, source: &Source) -> Vec<String> {
        let Some(module) = module_of(&source.path) else { return Vec::new() };
        let Some(here) = self.of(module) else {
            return vec![format!("{}: `{module}` stands on no step of the map in src/lib.rs", source.path)];
        };
        let wrong = |(line, used): (usize, String)| {
            let why = match self.of(&used) {
                _ if used == module => return None,
                Some(there) if there > here => return None,
                Some(there) if there == here => "a neighbour of its own step",
                Some(_) => "which stands to its left",
                None => "which stands on no step of the map in src/lib.rs",
            };
            Some(format!("{}:{line}: `{module}` uses `{used}`, {why}", source.path))
        };
        self.uses(source).into_iter().filter_map(wrong).collect()
    }

    /// The modules of the crate that a file names, with their lines.
    fn uses(&self, source: &Source) -> Vec<(usize, String)> {
        let code = &source.code;
        let depth = depth_of(&source.path);
        let mut uses = Vec::new();
        for found in PATHS.captures_iter(code) {
            let name = found.name("name").expect("every path names something");
            let names = if name.as_str() == "{" { heads(&code[name.start()..]) } else { vec![name.as_str()] };
            // Below the top `super` is the module itself; above it, it is the crate.
            let climbs = found.name("up").map(|up| up.as_str().matches("super").count());
            if climbs.is_some_and(|climbs| climbs < depth) {
                continue;
            }
            let line = Source::line_of(code, name.start());
            for name in names.into_iter().filter(|name| !name.ends_with('!')) {
                if climbs.is_none() || self.of(name).is_some() {
                    uses.push((line, name.to_owned()));
                }
            }
        }
        uses
    }
}

/// `src/web/inbox.rs` and `src/web.rs` → `web`; the command line is the leftmost step; `lib.rs` only lists.
fn module_of(path: &str) -> Option<&str> {
    let inside = path.strip_prefix("src/")?;
    match inside.split('/').next()?.trim_end_matches(".rs") {
        "lib" => None,
        "main" => Some("cli"),
        module => Some(module),
    }
}

/// How many `super` lead from a file's module to the crate: `src/store/db.rs` → 2, `src/store/mod.rs` → 1.
fn depth_of(path: &str) -> usize {
    let steps = path.matches('/').count();
    if path.ends_with("/mod.rs") { steps - 1 } else { steps }
}

/// The first word of each path in `{a::b, c::{d, e}}`.
fn heads(from_brace: &str) -> Vec<&str> {
    let group = &from_brace[..block_len(from_brace)];
    let mut heads = Vec::new();
    let (mut depth, mut fresh) = (0_usize, false);
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' => {}
            _ if fresh && depth == 1 && letter.is_alphabetic() => {
                let word = &group[at..];
                let end = word.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(word.len());
                heads.push(&word[..end]);
                fresh = false;
                continue;
            }
            _ => continue,
        }
        fresh = depth == 1 && letter != '}';
    }
    heads
}
