//! What an inbox's address asks for: a tab, words, an urgency. The same makes tabs, pages and saved views.

use serde::Deserialize;

use crate::domain::letter::Urgency;
use crate::paths;
use crate::web::query::with_query;

/// A part of the inbox.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct View {
    /// The word of a tab.
    pub state: String,
    /// Words of the number, the title or the sender.
    pub q: String,
    /// The word of an urgency.
    pub urgency: String,
    /// The page of the list, from 1.
    pub page: Option<u64>,
}

impl View {
    /// Whether something beside the tab is asked for.
    pub fn is_narrow(&self) -> bool {
        !self.q.trim().is_empty() || self.urgency().is_some()
    }

    /// The urgency, when it is one.
    pub fn urgency(&self) -> Option<Urgency> {
        self.urgency.parse().ok()
    }

    /// Its address, with another tab or page.
    pub fn address(&self, state: &str, page: Option<u64>) -> String {
        let page = page.map(|page| page.to_string()).unwrap_or_default();
        let urgency = self.urgency().map(Urgency::as_str).unwrap_or_default();
        let pairs = [("state", state), ("q", self.q.trim()), ("urgency", urgency), ("page", page.as_str())];
        with_query(paths::Deliveries, &pairs)
    }

    /// The query of its address without a page, as it is kept under a name.
    pub fn query(&self) -> String {
        let address = self.address(&self.state, None);
        address.split_once('?').map(|(_, query)| query.to_owned()).unwrap_or_default()
    }
}
