//! The department issues a letter to every provincial office and local administration.

use std::path::Path;
use std::time::{Duration, Instant};

use reqwest::{Client, StatusCode};
use serde_json::json;

use crate::Result;
use crate::limits::raw::Raw;
use crate::report::{Report, Wanted};
use crate::server::{Server, verify};
use crate::stage::Stage;

/// Measures it beside statements that make the same rows, and sees that all of them are there.
pub async fn measure(program: &Path, stage: &Stage, report: &mut Report) -> Result<()> {
    let mut limit = Duration::MAX;
    let mut raw = Raw::open(&stage.database(), "issued.db").await?;
    for draft in &stage.drafts {
        limit = limit.min(raw.fan_out(draft.0).await?);
    }
    let server = Server::start(program, stage.folder.path()).await?;
    let client = Client::new();
    let mut least = Duration::MAX;
    for draft in &stage.drafts {
        let begun = Instant::now();
        let answer = client
            .post(format!("{}/api/v1/circulars/{draft}/issuance", server.base))
            .bearer_auth(&stage.token)
            .json(&json!({ "accept_warnings": true }))
            .send()
            .await?;
        if !answer.status().is_success() {
            let status: StatusCode = answer.status();
            return Err(format!("{status}: {}", answer.text().await?).into());
        }
        least = least.min(begun.elapsed());
    }
    drop(server);
    let made = "SELECT COUNT(*) FROM deliveries WHERE tier <> 'school' AND circular_id > 1";
    let made = Raw::open(&stage.database(), "made.db").await?.count(made).await?;
    if usize::try_from(made)? != stage.reach * stage.drafts.len() {
        return Err(format!("{made} deliveries were made, not {}", stage.reach * stage.drafts.len()).into());
    }
    verify(program, stage.folder.path())?;
    let what = format!("issue to {}, ms, beside INSERT … SELECT", stage.reach);
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    report.add(&what, ms(least), ms(limit), Wanted::AtMost(2.0));
    report.add("  the same beside a second", ms(least), 1_000.0, Wanted::AtMost(1.0));
    Ok(())
}
