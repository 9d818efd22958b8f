//! Drives the release program over HTTP from a process of its own, on a fresh database, and measures the limit beside each
//! row: `cargo run --release -p load -- --scale small`.

mod clients;
mod country;
mod limits;
mod report;
mod scale;
mod scenarios;
mod server;
mod stage;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use report::Report;
use scale::Scale;

/// What goes wrong ends the run: its figures would mean nothing.
type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Measures the program beside its limits.
#[derive(Debug, Parser)]
struct CommandLine {
    /// How large the country is, and how much is done in it
    #[arg(long, value_enum, default_value_t = Scale::Small)]
    scale: Scale,
    /// Where the report is written as JSON
    #[arg(long)]
    json: Option<PathBuf>,
    #[command(subcommand)]
    limit: Option<Limit>,
}

/// What this program is when it starts itself once more.
#[derive(Debug, Subcommand)]
enum Limit {
    /// Sends the same bytes to whoever asks, on a free port that it prints
    #[command(hide = true)]
    Bare {
        /// What is sent
        body: PathBuf,
    },
}

#[tokio::main]
async fn main() -> Result<()> {
    let line = CommandLine::parse();
    if let Some(Limit::Bare { body }) = line.limit {
        return limits::bare::serve(&body).await;
    }
    let program = server::build()?;
    let stage = stage::set(line.scale).await?;
    let mut report = Report::new(line.scale);
    scenarios::start::measure(&program, &stage, &mut report).await?;
    scenarios::page::measure(&program, &stage, &mut report).await?;
    scenarios::acknowledge::measure(&program, &stage, &mut report).await?;
    scenarios::issue::measure(&program, &stage, &mut report).await?;
    report.print();
    if let Some(file) = line.json {
        std::fs::write(file, serde_json::to_vec_pretty(&report)?)?;
    }
    Ok(())
}
