//! Schools acknowledge by their secret links, each answer durable.

use std::path::Path;

use reqwest::StatusCode;

use crate::Result;
use crate::clients::ask;
use crate::limits::raw::Raw;
use crate::report::{Report, Wanted};
use crate::server::{Server, verify};
use crate::stage::Stage;

/// Who acknowledge at the same time.
const CLIENTS: usize = 64;

/// Measures it beside the raw driver writing the same rows in groups, and sees that nothing was lost or done twice.
pub async fn measure(program: &Path, stage: &Stage, report: &mut Report) -> Result<()> {
    let count = stage.scale.acknowledgements();
    let limit = Raw::open(&stage.database(), "grouped.db").await?.acknowledge(count, CLIENTS).await?;
    let single = Raw::open(&stage.database(), "single.db").await?.acknowledge(count, 1).await?;
    let server = Server::start(program, stage.folder.path()).await?;
    let base = server.base.clone();
    let pages: Vec<String> = stage.schools.iter().take(count).cloned().collect();
    let seen = ask(CLIENTS, pages, StatusCode::SEE_OTHER, move |client, page| {
        let typed = [("name", "นางสาวตัวอย่าง"), ("position", "ครู")];
        client.post(format!("{base}{page}/acknowledgement")).form(&typed)
    })
    .await?;
    drop(server);
    let stored = "SELECT COUNT(*) FROM events WHERE what = 'acknowledged'";
    let stored = Raw::open(&stage.database(), "counted.db").await?.count(stored).await?;
    if usize::try_from(stored)? != count {
        return Err(format!("{count} acknowledged, {stored} events are stored").into());
    }
    verify(program, stage.folder.path())?;
    let what = "acknowledgements a second, 64 clients, durable, beside the driver";
    report.add(what, seen.rate, limit, Wanted::AtLeast(0.5));
    report.add("  the same beside the driver one by one", seen.rate, single, Wanted::AtLeast(0.0));
    println!(
        "acknowledging: half in {:.1} ms, 99 of 100 in {:.1} ms",
        seen.percentile_ms(50),
        seen.percentile_ms(99)
    );
    Ok(())
}
