//! The linter: what is missing or odd in a letter, as an officer would say it before the letter leaves.

mod addressing;
mod days;
mod digits;
mod enclosures;
mod lost;
mod people;
mod roster;

use chrono::NaiveDate;

use super::finding::Finding;
use super::reading::Reading;

/// What is known beside the letter itself; nothing known is the default.
#[derive(Debug, Clone, Copy, Default)]
pub struct LintContext<'a> {
    /// ชื่อเรื่องสำหรับทะเบียน, for a letter without เรื่อง.
    pub register_title: Option<&'a str>,
    /// The day the letter will bear, when it is about to be issued.
    pub dated: Option<NaiveDate>,
    /// How many schools its roster holds.
    pub roster_schools: Option<u64>,
    /// The titles of all files attached, roster and handbook among them; `None` while nobody was asked for any.
    pub enclosures: Option<&'a [String]>,
}

/// All findings about a letter. `source` is the text it was read from, which alone shows mixed digits and lost
/// characters; a reading without it is judged by its fields.
pub fn lint(reading: &Reading, source: Option<&str>, context: &LintContext<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    addressing::check(reading, context, &mut findings);
    days::check(reading, context, &mut findings);
    digits::check(reading, source, &mut findings);
    lost::check(reading, source, &mut findings);
    roster::check(reading, context, &mut findings);
    enclosures::check(reading, context, &mut findings);
    people::check(reading, &mut findings);
    // The heaviest first; within a level in the order of the letter.
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.level));
    findings
}

/// The first words of a text, for naming it in a sentence.
fn quoted(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut words: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = words.char_indices().nth(LONGEST) {
        words.truncate(end);
        words.push('…');
    }
    format!("“{words}”")
}

/// Several things named one after the other, the first few of them.
fn several<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    const MOST: usize = 4;
    let quoted: Vec<String> = texts.into_iter().take(MOST + 1).map(quoted).collect();
    let more = if quoted.len() > MOST { " …" } else { "" };
    format!("{}{more}", quoted.get(..quoted.len().min(MOST)).unwrap_or_default().join(", "))
}

#[cfg(test)]
mod tests;
