//! The command line: `wian help` lists the commands and every setting.

use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    wian::cli::run().await
}
