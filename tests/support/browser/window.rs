//! One window: what a person does in it and sees there. What cannot be done or is not there fails the test.

use std::fmt::Display;
use std::path::Path;
use std::time::{Duration, Instant};

use data_encoding::BASE64;
use fantoccini::elements::Element;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, Locator};
use reqwest::{Method, Url};
use serde_json::{Value, json};

/// How long a person waits for something to appear.
const PATIENCE: Duration = Duration::from_secs(15);

/// How long one answer of the browser may take.
const LIMIT: Duration = Duration::from_mins(1);

/// The most that is typed key by key, in bytes: a busy machine takes minutes for the keys of a letter.
const LONGEST_TYPED: usize = 500;

/// A window of the browser.
pub struct Window {
    client: Client,
}

impl Window {
    pub(super) const fn new(client: Client) -> Self {
        Self { client }
    }

    pub(super) const fn client(&self) -> &Client {
        &self.client
    }

    /// Opens that address and waits until the page has loaded.
    pub async fn goto(&self, address: &str) {
        expected(&format!("{address} opens"), self.client.goto(address)).await;
    }

    /// Goes back to the page before. A script that does so itself may be run twice when it is cut off by the new page.
    pub async fn back(&self) {
        expected("the page before", self.client.back()).await;
    }

    /// The address of the page shown.
    pub async fn address(&self) -> String {
        expected("an address", self.client.current_url()).await.into()
    }

    /// Clicks the link, button, label or summary that shows this text; exactly it where there is one, else with more
    /// around it.
    pub async fn click(&self, text: &str) {
        let quoted = if text.contains('"') { format!("'{text}'") } else { format!("\"{text}\"") };
        let clickable = "//*[self::a or self::button or self::label or self::summary]";
        let exact = format!("{clickable}[normalize-space()={quoted}]|//input[@value={quoted}]");
        let within = format!("{clickable}[contains(normalize-space(), {quoted})]");
        let start = Instant::now();
        // A page left before it has loaded whole leaves no trace in the browser's history.
        while !self.is_whole().await {
            self.still_waiting(start, "the whole page").await;
        }
        loop {
            for path in [&exact, &within] {
                if let Some(element) = self.first_shown(Locator::XPath(path)).await {
                    return expected(&format!("a click on {text}"), element.click()).await;
                }
            }
            self.still_waiting(start, &format!("something to click that says {text}")).await;
        }
    }

    /// Clicks the first element that the selector finds.
    pub async fn click_css(&self, css: &str) {
        expected(&format!("a click on {css}"), self.find(css).await.click()).await;
    }

    /// Types a value into a field, in place of what was in it; a long one is pasted.
    pub async fn fill(&self, css: &str, value: &str) {
        let field = self.find(css).await;
        expected(&format!("{css} can be cleared"), field.clear()).await;
        if value.len() > LONGEST_TYPED {
            expected(&format!("a click on {css}"), field.click()).await;
            self.devtools("Input.insertText", json!({ "text": value })).await;
        } else {
            expected(&format!("{css} takes text"), field.send_keys(value)).await;
        }
    }

    /// Chooses from a list what it shows as this text.
    pub async fn choose(&self, css: &str, text: &str) {
        expected(&format!("{css} offers {text}"), self.find(css).await.select_by_label(text)).await;
    }

    /// Chooses a file of this machine in a file field.
    pub async fn upload(&self, css: &str, file: &Path) {
        let file = file.canonicalize().expect("the file to upload is there");
        expected(&format!("{css} takes a file"), self.find(css).await.send_keys(&file.to_string_lossy()))
            .await;
    }

    /// The text that the page shows.
    pub async fn text(&self) -> String {
        let body = expected("a page", self.client.find(Locator::Css("body"))).await;
        expected("the text of the page", body.text()).await
    }

    /// Waits until the page shows this text.
    pub async fn wait_for(&self, text: &str) {
        let start = Instant::now();
        // A page that is being replaced has no text for a moment.
        while !matches!(self.try_text().await, Some(shown) if shown.contains(text)) {
            self.still_waiting(start, text).await;
        }
    }

    /// Waits until a script of one's own returns true.
    pub async fn wait_until(&self, script: &str) {
        let start = Instant::now();
        while self.run(script).await != true {
            self.still_waiting(start, script).await;
        }
    }

    /// Waits until another page than the one at this address has loaded: a click is over before its answer comes.
    pub async fn wait_to_leave(&self, address: &str) {
        let start = Instant::now();
        while self.address().await == address || !self.is_whole().await {
            self.still_waiting(start, &format!("another page than {address}")).await;
        }
    }

    /// What a script of one's own returns: `return document.title`.
    pub async fn run(&self, script: &str) -> Value {
        expected("the script runs", self.client.execute(script, Vec::new())).await
    }

    /// Whether the page is wider than the screen.
    pub async fn scrolls_sideways(&self) -> bool {
        let wider = "const page = document.documentElement; return page.scrollWidth > page.clientWidth";
        self.run(wider).await.as_bool().expect("a yes or a no")
    }

    /// What the page and all it loaded weighed on the wire, in bytes; what came from the cache weighs nothing.
    pub async fn weight(&self) -> u64 {
        let sum = "return ['navigation', 'resource'].flatMap(kind => performance.getEntriesByType(kind))
            .reduce((sum, entry) => sum + entry.transferSize, 0)";
        self.run(sum).await.as_u64().expect("a number of bytes")
    }

    /// The whole page as a PNG, also what lies below the screen.
    pub async fn screenshot(&self) -> Vec<u8> {
        let page = &self.devtools("Page.getLayoutMetrics", json!({})).await["cssContentSize"];
        let clip = json!({ "x": 0, "y": 0, "width": page["width"], "height": page["height"], "scale": 1 });
        let whole = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        let picture = self.devtools("Page.captureScreenshot", whole).await;
        BASE64.decode(picture["data"].as_str().expect("a picture").as_bytes()).expect("base64")
    }

    /// What a phone's camera reads from the page: the text of every QR code on it.
    pub async fn qr_codes(&self) -> Vec<String> {
        let picture = image::load_from_memory(&self.screenshot().await).expect("a screenshot is a picture");
        let (width, pixels) = (picture.width() as usize, picture.to_luma8().into_raw());
        let seen = decoders::Greys { width, pixels: &pixels }.read_with_rqrr();
        seen.into_iter().map(|symbol| symbol.text).collect()
    }

    async fn find(&self, css: &str) -> Element {
        let wait = self.client.wait().at_most(PATIENCE);
        expected(&format!("{css} on the page"), wait.for_element(Locator::Css(css))).await
    }

    async fn first_shown(&self, locator: Locator<'_>) -> Option<Element> {
        for element in self.client.find_all(locator).await.ok()? {
            if element.is_displayed().await.unwrap_or(false) {
                return Some(element);
            }
        }
        None
    }

    /// Whether the page has loaded. One that is being replaced may not answer.
    async fn is_whole(&self) -> bool {
        let asked = self.client.execute("return document.readyState === 'complete'", Vec::new()).await;
        asked.is_ok_and(|answer| answer == true)
    }

    async fn try_text(&self) -> Option<String> {
        self.client.find(Locator::Css("body")).await.ok()?.text().await.ok()
    }

    async fn still_waiting(&self, since: Instant, what: &str) {
        let in_vain = since.elapsed() > PATIENCE;
        assert!(!in_vain, "waited in vain for: {what}\nat {}\n{}", self.address().await, self.text().await);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }

    pub(super) async fn devtools(&self, command: &'static str, parameters: Value) -> Value {
        expected(command, self.client.issue_cmd(DevTools { command, parameters })).await
    }
}

/// Waits for what must come about; nothing that a browser does may hang a test.
pub(super) async fn expected<T>(what: &str, answer: impl Future<Output = Result<T, impl Display>>) -> T {
    let Ok(answer) = tokio::time::timeout(LIMIT, answer).await else {
        panic!("expected: {what}; but the browser did not answer for {LIMIT:?}");
    };
    answer.unwrap_or_else(|error| panic!("expected: {what}; but: {error}"))
}

/// A command of Chromium's own protocol, handed on by chromedriver.
#[derive(Debug)]
struct DevTools {
    command: &'static str,
    parameters: Value,
}

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, <Url as std::str::FromStr>::Err> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({ "cmd": self.command, "params": self.parameters }).to_string()))
    }
}
