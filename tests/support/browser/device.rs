//! What a person holds: a phone or a desktop, with or without scripts, reading Thai or English.

use std::path::Path;

use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

/// A device with Chromium on it. Thai and with scripts unless told otherwise.
#[derive(Clone, Copy)]
pub struct Device {
    phone: bool,
    scripts: bool,
    any_size: bool,
    language: &'static str,
}

impl Device {
    /// A phone of 390 × 844, two pixels a point, with touch.
    pub const fn phone() -> Self {
        Self { phone: true, scripts: true, any_size: false, language: "th" }
    }

    /// A window of 1280 × 900.
    pub const fn desktop() -> Self {
        Self { phone: false, ..Self::phone() }
    }

    /// A window without a screen of its own: [`Window::screen`](super::Window::screen) gives it one after another.
    pub const fn any_size() -> Self {
        Self { any_size: true, ..Self::desktop() }
    }

    /// The same with scripts switched off.
    pub const fn without_scripts(self) -> Self {
        Self { scripts: false, ..self }
    }

    /// The same, asking for pages in that language: `en`.
    pub const fn reading(self, language: &'static str) -> Self {
        Self { language, ..self }
    }

    /// What chromedriver is told to start.
    pub(super) fn capabilities(self, chromium: &Path, profile: &Path) -> Capabilities {
        let (width, height, scale) = if self.phone { (390, 844, 2) } else { (1280, 900, 1) };
        let args = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // By a pipe instead of a port: it then ends with its driver, however that ends.
            "--remote-debugging-pipe",
        ];
        let mut args: Vec<String> = args.map(ToOwned::to_owned).to_vec();
        args.push(format!("--user-data-dir={}", profile.display()));
        let mut prefs = json!({ "intl.accept_languages": self.language });
        if !self.scripts {
            prefs["profile.managed_default_content_settings.javascript"] = 2.into();
        }
        let mut options = json!({
            "binary": chromium,
            "args": args,
            "prefs": prefs,
        });
        if !self.any_size {
            // A window has a least width of its own, wider than a phone; the screen is emulated instead.
            options["mobileEmulation"] = json!({ "deviceMetrics": {
                "width": width,
                "height": height,
                "pixelRatio": scale,
                "mobile": self.phone,
                // A tap is never answered while scripts are off (chromedriver 156); the mouse does there.
                "touch": self.phone && self.scripts,
            } });
        }
        Capabilities::from_iter([
            ("browserName".to_owned(), Value::from("chrome")),
            ("goog:chromeOptions".to_owned(), options),
        ])
    }
}
