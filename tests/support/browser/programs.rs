//! Chromium and its driver on this machine, and what a test does without them.

use std::env;
use std::path::{Path, PathBuf};

/// Where the two programs are.
pub struct Programs {
    /// The browser.
    pub chromium: PathBuf,
    /// What drives it.
    pub chromedriver: PathBuf,
}

impl Programs {
    /// Looks for both in `PATH`, by the names that Debian, Ubuntu and Google give them.
    ///
    /// # Errors
    /// The name of what is missing.
    pub fn find() -> Result<Self, &'static str> {
        let path = env::var_os("PATH").unwrap_or_default();
        let find = |names: &[&str]| {
            let folders: Vec<PathBuf> = env::split_paths(&path).collect();
            names
                .iter()
                .flat_map(|name| folders.iter().map(move |at| at.join(name)))
                .find(|at| Path::is_file(at))
        };
        let chromium =
            find(&["chromium", "chromium-browser", "google-chrome", "chrome"]).ok_or("chromium")?;
        let chromedriver = find(&["chromedriver"]).ok_or("chromedriver")?;
        Ok(Self { chromium, chromedriver })
    }
}

/// Whether a test may not do without a browser: in CI, and under `tests/run`, which installs one.
pub fn required() -> bool {
    let is = |name, value: &str| env::var(name).is_ok_and(|set| set == value);
    is("CI", "true") || is("WIAN_TEST_REQUIRE_BROWSER", "1")
}

/// The programs; or `None`, said aloud, where a machine may go without them.
///
/// # Panics
/// When one is missing and a browser is required.
pub fn or_skip(found: Result<Programs, &str>, required: bool) -> Option<Programs> {
    match found {
        Ok(programs) => Some(programs),
        Err(missing) if required => {
            panic!("{missing} is not in PATH and a browser is required: run tests/run")
        }
        Err(missing) => {
            eprintln!("SKIPPED: {missing} is not in PATH; tests/run installs it");
            None
        }
    }
}
