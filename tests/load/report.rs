//! The table at the end, and the same as JSON.

use serde::Serialize;

use super::scale::Scale;

/// Everything that was measured.
#[derive(Debug, Serialize)]
pub struct Report {
    scale: Scale,
    cores: usize,
    rows: Vec<Row>,
}

/// One figure beside its limit.
#[derive(Debug, Serialize)]
pub struct Row {
    /// What was measured, with its unit.
    pub what: String,
    /// The figure.
    pub measured: f64,
    /// What is possible, measured in the same run, or what is asked for.
    pub limit: f64,
    /// What the ratio of the two has to reach.
    pub wanted: Wanted,
}

/// What a ratio has to be.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Wanted {
    /// At least so much.
    AtLeast(f64),
    /// At most so much.
    AtMost(f64),
}

impl Row {
    fn ratio(&self) -> f64 {
        self.measured / self.limit
    }

    fn is_reached(&self) -> bool {
        match self.wanted {
            Wanted::AtLeast(ratio) => self.ratio() >= ratio,
            Wanted::AtMost(ratio) => self.ratio() <= ratio,
        }
    }
}

impl Report {
    /// An empty one.
    pub fn new(scale: Scale) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Self { scale, cores, rows: Vec::new() }
    }

    /// Takes in a figure.
    pub fn add(&mut self, what: &str, measured: f64, limit: f64, wanted: Wanted) {
        self.rows.push(Row { what: what.to_owned(), measured, limit, wanted });
    }

    /// Prints the table.
    pub fn print(&self) {
        println!("\n{:?}, {} cores", self.scale, self.cores);
        println!("{:<62}{:>12}{:>12}{:>8}  {:<8}reached", "", "measured", "limit", "ratio", "wanted");
        for row in &self.rows {
            let wanted = match row.wanted {
                Wanted::AtLeast(ratio) => format!("≥ {ratio}"),
                Wanted::AtMost(ratio) => format!("≤ {ratio}"),
            };
            let reached = if row.is_reached() { "yes" } else { "NO" };
            let Row { what, measured, limit, .. } = row;
            println!("{what:<62}{measured:>12.2}{limit:>12.2}{:>8.2}  {wanted:<8}{reached}", row.ratio());
        }
    }
}
