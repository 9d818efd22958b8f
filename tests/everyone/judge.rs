//! Who judges a page: axe-core, from `target/tools`, and the browser's own clock and scales.

use std::path::Path;

use serde::Deserialize;

use crate::support::browser::{Window, programs};

/// Where `tests/run` puts it.
const AXE: &str = "target/tools/axe-core-4.12.1/axe.min.js";

/// Its script; or none, said aloud, where a machine may go without a browser.
pub fn or_skip() -> Option<String> {
    let script = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(AXE)).ok();
    assert!(script.is_some() || !programs::required(), "{AXE} is missing: run tests/run");
    if script.is_none() {
        eprintln!("SKIPPED: {AXE} is missing; tests/run fetches it");
    }
    script
}

/// What the page shown has against WCAG 2.2 AA, a line each.
pub async fn violations(window: &Window) -> Vec<String> {
    let said = window
        .run(
            "const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
            const asked = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] };
            return axe.run(document, asked).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
                nodes.slice(0, 3).map(node => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`)))",
        )
        .await;
    serde_json::from_value(said).expect("a list of lines")
}

/// The elements that stand out of the page's right edge.
pub async fn widest(window: &Window) -> String {
    let said = window
        .run(
            "const edge = document.documentElement.clientWidth;
            return [...document.querySelectorAll('body *')].filter(one => !one.closest('nav, table.cards thead'))
                .filter(one => one.getBoundingClientRect().right > edge + 1)
                .slice(0, 5).map(one => one.outerHTML.slice(0, 120)).join(' | ')",
        )
        .await;
    said.as_str().unwrap_or_default().to_owned()
}

/// How a page came.
#[derive(Debug, Deserialize)]
pub struct Loaded {
    /// Status of the answer.
    pub status: u16,
    /// How often the reader was led elsewhere.
    pub redirects: u32,
    /// Its bytes and those of all it loaded but the fonts.
    pub bytes: u64,
    /// By how much it jumped.
    pub shift: f64,
    /// What moved.
    pub moved: Vec<String>,
    /// What had to be there before the first words were shown.
    pub before_paint: Vec<String>,
}

/// How the page shown came.
pub async fn loaded(window: &Window) -> Loaded {
    let said = window
        .run(
            "const kind = name => performance.getEntriesByType(name);
            const all = [...kind('navigation'), ...kind('resource')].filter(one => !one.name.includes('.woff2'));
            return document.fonts.ready.then(() => new Promise(done => {
                let shift = 0;
                const moved = [];
                const watch = new PerformanceObserver(seen => seen.getEntries().forEach(one => {
                    shift += one.value;
                    moved.push(...one.sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? node?.textContent ?? ''));
                }));
                watch.observe({ type: 'layout-shift', buffered: true });
                setTimeout(() => done({
                    status: kind('navigation')[0].responseStatus,
                    redirects: kind('navigation')[0].redirectCount,
                    bytes: all.reduce((sum, one) => sum + one.encodedBodySize, 0),
                    shift,
                    moved,
                    before_paint: kind('resource').filter(one => one.renderBlockingStatus === 'blocking')
                        .map(one => one.name),
                }), 60);
            }))",
        )
        .await;
    serde_json::from_value(said).expect("how the page came")
}
