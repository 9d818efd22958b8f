//! Teachers open a letter's public page.

use std::path::Path;

use reqwest::StatusCode;

use crate::Result;
use crate::clients::ask;
use crate::limits::bare::Bare;
use crate::report::{Report, Wanted};
use crate::server::Server;
use crate::stage::Stage;

/// Who open it at the same time.
const CLIENTS: usize = 64;

/// Measures it beside a handler that sends the same bytes.
pub async fn measure(program: &Path, stage: &Stage, report: &mut Report) -> Result<()> {
    let server = Server::start(program, stage.folder.path()).await?;
    let url = format!("{}{}", server.base, stage.page);
    let body = reqwest::get(&url).await?.error_for_status()?.bytes().await?;
    let urls = |url: &str| vec![url.to_owned(); stage.scale.openings()];
    let open = |client: &reqwest::Client, url: &String| client.get(url);
    let seen = ask(CLIENTS, urls(&url), StatusCode::OK, open).await?;
    report.add("memory under load, MB", server.memory_mb()?, 300.0, Wanted::AtMost(1.0));
    drop(server);
    let bare = Bare::start(&body)?;
    let limit = ask(CLIENTS, urls(&bare.url), StatusCode::OK, open).await?;
    println!("a page of {} bytes", body.len());
    report.add(
        "public pages a second, hot, beside a bare handler",
        seen.rate,
        limit.rate,
        Wanted::AtLeast(0.6),
    );
    let (own, bare) = (seen.percentile_ms(99), limit.percentile_ms(99));
    report.add("  the slowest of a hundred, ms", own, bare, Wanted::AtMost(3.0));
    Ok(())
}
