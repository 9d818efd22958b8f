//! The number of schools that the text names, against its roster.

use super::{LintContext, several};
use crate::domain::letter::counts::counts;
use crate::domain::letter::finding::Finding;
use crate::domain::letter::reading::Reading;

const SCHOOLS: [&str; 2] = ["โรงเรียน", "สถานศึกษา"];
const OTHERS: [&str; 9] =
    ["องค์กรปกครอง", "อปท.", "เทศบาล", "องค์การบริหาร", "จังหวัด", "อำเภอ", "ศูนย์", "หน่วยงาน", "ห้อง"];

/// Words before a count in which its noun is looked for, in characters.
const REACH: usize = 120;

pub(super) fn check(reading: &Reading, context: &LintContext<'_>, findings: &mut Vec<Finding>) {
    let Some(roster) = context.roster_schools else { return };
    let counted: Vec<(u64, String)> = counts(&reading.body)
        .into_iter()
        .filter(|found| counts_schools(&reading.body, found.start, &found.count.unit))
        .map(|found| (found.count.n, found.count.text))
        .collect();
    if counted.is_empty() || counted.iter().any(|(n, _)| *n == roster) {
        return;
    }
    let words = several(counted.iter().map(|(_, text)| text.as_str()));
    findings.push(Finding::warning(
        "count_differs_from_roster",
        "counts",
        format!("หนังสือระบุ {words} แต่บัญชีรายชื่อมี {roster} แห่ง"),
        format!("The letter says {words}, but its roster holds {roster} schools."),
    ));
}

/// "แห่ง" counts what was named last before it; what something belongs to ("ในสังกัด…") is not it.
fn counts_schools(body: &str, at: usize, unit: &str) -> bool {
    if SCHOOLS.contains(&unit) {
        return true;
    }
    let before = body.get(..at).unwrap_or("");
    let start = before.char_indices().rev().take(REACH).last().map_or(0, |(start, _)| start);
    let near = before.get(start..).unwrap_or("");
    let last = |words: &[&str]| {
        let places = words.iter().flat_map(|word| near.match_indices(word).map(|(at, _)| at));
        places.filter(|at| !near.get(..*at).unwrap_or("").ends_with("สังกัด")).max()
    };
    unit == "แห่ง" && last(&SCHOOLS) > last(&OTHERS)
}
