//! Registers by Buddhist year: circulars that the office issued, letters that it received.

mod circulars;
mod received;

use serde::Deserialize;

use super::Site;
use crate::domain::clock::buddhist_year;
use crate::paths::Routes;

/// The routes of registers.
pub fn routes(routes: Routes<Site>) -> Routes<Site> {
    routes.get(circulars::show).get(received::show)
}

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    year: Option<i32>,
    #[serde(default)]
    format: String,
}

impl Asked {
    /// The Buddhist year: this one in Thailand unless another is asked for.
    fn year(&self, today: chrono::NaiveDate) -> i32 {
        self.year.unwrap_or_else(|| buddhist_year(today))
    }
}

/// The years to choose from: this one and those before, the shown one marked.
fn years(today: chrono::NaiveDate, shown: i32) -> Vec<(i32, bool)> {
    let this = buddhist_year(today);
    let oldest = shown.min(this - 4);
    (oldest..=this.max(shown)).rev().map(|year| (year, year == shown)).collect()
}
