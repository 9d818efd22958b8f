//! The keyboard alone: keys go to whatever has the focus, as they do under somebody's hands.

use super::window::{Window, expected};

/// Keys without a letter, by their code points in `WebDriver` (§17.4.2).
pub mod key {
    /// To the next thing that takes keys.
    pub const TAB: &str = "\u{E004}";
    /// Presses what has the focus.
    pub const ENTER: &str = "\u{E007}";
    /// Down a list.
    pub const DOWN: &str = "\u{E015}";
    /// Closes what is open.
    pub const ESCAPE: &str = "\u{E00C}";
}

impl Window {
    /// Presses keys one after the other.
    pub async fn press(&self, keys: &str) {
        let focused = expected("something with the focus", self.client().active_element()).await;
        expected(&format!("{keys:?} are pressed"), focused.send_keys(keys)).await;
    }
}
