//! The table at the end: what was measured, its limit, and how far the peers are.

use std::path::Path;

use super::fresh::{Job, ROWS, SLIPS, took};
use super::peers::Peers;

/// Slips that the peer prints; the whole stack would take it minutes.
const PEER_SLIPS: u16 = 100;

/// Prints it.
pub fn print(kept: &Path, program: &Path, peers: &mut Peers) {
    println!("\n{:<44}{:>12}{:>14}{:>8}", "", "measured", "limit", "ratio");
    let letter = mean_ms(kept, "letter/wian");
    if let Some(letter) = letter {
        at_least("letters a second on one core", 1e3 / letter, 150.0);
        peer("a letter", "WeasyPrint", letter, mean_ms(kept, "letter/weasyprint"));
    }
    if let Some(long) = mean_ms(kept, "letter/wian, with the lists of 78 schools") {
        println!("{:<44}{:>12.2}", "the same with the lists of 78 schools", 1e3 / long);
    }
    let first = took(program, Job::FirstLetter);
    at_most("first letter after the start, ms", first.ms, 100.0);
    at_most("an ordinary letter, kB", first.kb, 80.0);
    for (name, job) in [("one", Job::SlipsOne), ("four", Job::SlipsFour)] {
        let took = took(program, job);
        at_most(&format!("{SLIPS} slips, {name} a page, s"), took.ms / 1e3, 10.0);
        at_most("  their memory, MB", took.memory_mb, 300.0);
        println!("  their file, MB{:>42.1}", took.kb / 1e3);
        if peers.has_python() && matches!(job, Job::SlipsOne) {
            let theirs = peers.time("slips", PEER_SLIPS.into()).as_secs_f64() * 1e3 / f64::from(PEER_SLIPS);
            peer("a slip", "WeasyPrint", took.ms / f64::from(SLIPS), Some(theirs));
        }
    }
    let year = took(program, Job::Register);
    println!("{:<44}{:>12.2}", format!("a register of {ROWS} letters, s"), year.ms / 1e3);
    at_most("  its memory, MB", year.memory_mb, 300.0);
    if let Some(symbol) = mean_ms(kept, "symbol/wian") {
        at_most("a symbol as a PNG of one bit a pixel, ms", symbol, 1.0);
        peer("a symbol", "segno", symbol, mean_ms(kept, "symbol/segno"));
        peer("a symbol", "qrencode, started for each", symbol, mean_ms(kept, "symbol/qrencode"));
    }
    if let Some(proven) = mean_ms(kept, "symbol/wian, proven") {
        println!("{:<44}{proven:>12.2}", "the same, read back by two decoders, ms");
    }
}

fn at_least(what: &str, measured: f64, limit: f64) {
    println!("{what:<44}{measured:>12.2}{:>14}{:>8.2}", format!("≥ {limit}"), measured / limit);
}

fn at_most(what: &str, measured: f64, limit: f64) {
    println!("{what:<44}{measured:>12.2}{:>14}{:>8.2}", format!("≤ {limit}"), measured / limit);
}

fn peer(what: &str, name: &str, own: f64, theirs: Option<f64>) {
    match theirs {
        Some(theirs) => {
            println!("  {what} by {name} takes {theirs:.2} ms: {:.1} times as long", theirs / own);
        }
        None => println!("  {what} by {name}: not here"),
    }
}

/// The mean that criterion found, in milliseconds; none when a filter left it out.
fn mean_ms(kept: &Path, name: &str) -> Option<f64> {
    let text = std::fs::read_to_string(kept.join(name).join("new/estimates.json")).ok()?;
    let estimates: serde_json::Value = serde_json::from_str(&text).ok()?;
    Some(estimates["mean"]["point_estimate"].as_f64()? / 1e6)
}
