//! What the linter says of a draft as it stands, with its roster, its enclosures and its recipients.

use crate::app::{App, Result};
use crate::domain::circular::{Audience, Circular};
use crate::domain::letter::{Finding, LintContext, lint};
use crate::domain::roster::RowState;
use crate::store::{self, Reads};

/// The title of the roster that is made from the matched rows, in the words of letters.
pub(super) const ROSTER_TITLE: &str = "บัญชีรายชื่อโรงเรียน";

/// Every finding of a draft. Errors block issuing, warnings are to be confirmed, notes tell.
///
/// # Errors
/// When the database fails.
pub async fn findings(on: &impl Reads, circular: &Circular) -> Result<Vec<Finding>> {
    let rows = store::rosters::counts(on, circular.id).await?;
    let count = |state: RowState| rows.get(&state).copied().unwrap_or_default();
    let matched = count(RowState::Matched);
    let open = count(RowState::Ambiguous) + count(RowState::Unknown) + count(RowState::Rejected);
    let has_roster = circular.audience == Audience::Roster;
    let mut enclosures = store::enclosures::titles(on, circular.id).await?;
    if has_roster && matched > 0 {
        enclosures.push(ROSTER_TITLE.to_owned());
    }
    let context = LintContext {
        register_title: Some(&circular.title),
        roster_schools: if has_roster { u64::try_from(matched).ok() } else { None },
        enclosures: Some(&enclosures),
        ..LintContext::default()
    };
    let source = (!circular.source.is_empty()).then_some(circular.source.as_str());
    let mut findings = lint(&circular.letter, source, &context);
    if has_roster && open > 0 {
        findings.push(Finding::warning(
            "roster_rows_rejected",
            "roster",
            format!("บัญชีรายชื่อมี {open} แถวที่ยังไม่ตรงกับทะเบียน โรงเรียนในแถวเหล่านี้จะไม่ได้รับหนังสือ"),
            format!("{open} rows of the roster are not matched: those schools will not get the circular."),
        ));
    }
    let reach = store::audience::reach(on, circular.id).await?;
    if reach.unplaced > 0 {
        findings.push(Finding::warning(
            "schools_without_local",
            "audience",
            format!("ยังไม่ทราบว่าโรงเรียน {} แห่งสังกัด อปท. ใด จึงส่งหนังสือไปไม่ถึง", reach.unplaced),
            format!("{} schools have no known local administration and cannot be reached.", reach.unplaced),
        ));
    }
    if reach.provinces == 0 {
        findings.push(Finding::error(
            "nobody_to_reach",
            "audience",
            "ยังไม่มีผู้รับ เพิ่มบัญชีรายชื่อโรงเรียนหรือเลือกผู้รับก่อน",
            "Nobody to reach yet: add a roster or choose recipients.",
        ));
    }
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.level));
    Ok(findings)
}

/// The code before the slash that a draft's number will get: its own, the office's last one, or that of the settings.
///
/// # Errors
/// When the database fails.
pub async fn prefix(app: &App, on: &impl Reads, circular: &Circular) -> Result<String> {
    if let Some(reference) = circular.letter.reference.as_ref().filter(|found| !found.prefix.is_empty()) {
        return Ok(reference.prefix.clone());
    }
    let last = store::circulars::last_prefix(on, circular.office).await?;
    Ok(last.unwrap_or_else(|| app.config.reference_prefix.clone()))
}
