//! Characters that a word processor or a copy lost (U+FFFD).

use super::quoted;
use crate::domain::letter::finding::Finding;
use crate::domain::letter::reading::Reading;
use crate::domain::thai::normalise;

const LOST: char = '\u{FFFD}';

pub(super) fn check(reading: &Reading, source: Option<&str>, findings: &mut Vec<Finding>) {
    let Some(source) = source else { return };
    let Some(at) = source.find(LOST) else { return };
    let count = source.matches(LOST).count();
    let (before, after) = source.split_at(at);
    let before = tail(before, 16);
    let after = head(after.trim_start_matches(LOST), 16);
    let words = quoted(&format!("{before}□{after}"));
    let place = if is_in_caption(reading, after) { "qr" } else { "body" };
    findings.push(Finding::warning(
        "lost_characters",
        place,
        format!("มีอักขระที่อ่านไม่ได้ {count} ตัว ตรง {words} โปรดตรวจว่าข้อความครบถ้วน"),
        format!("{count} character(s) were lost at {words}: check that the text is whole."),
    ));
}

fn is_in_caption(reading: &Reading, after: &str) -> bool {
    let after = normalise(after);
    !after.is_empty() && reading.qr.caption.iter().any(|line| line.starts_with(&after))
}

/// The last characters of a text, on its last line.
fn tail(text: &str, count: usize) -> &str {
    let start = text.char_indices().rev().take(count).last().map_or(text.len(), |(at, _)| at);
    let tail = text.get(start..).unwrap_or("");
    // Marks belong to a letter that was cut off.
    tail.rsplit(['\n', '\r']).next().unwrap_or("").trim_start_matches(|c| matches!(c, 'ะ'..='ฺ' | '็'..='๎'))
}

/// The first characters of a text, on its first line.
fn head(text: &str, count: usize) -> &str {
    let end = text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or("").split(['\n', '\r', LOST]).next().unwrap_or("")
}
