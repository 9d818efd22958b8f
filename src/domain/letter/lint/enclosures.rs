//! What the letter says it encloses, against the files that are attached.

use super::{LintContext, several};
use crate::domain::letter::finding::Finding;
use crate::domain::letter::reading::Reading;
use crate::domain::thai::search_key;

/// Words that tell what a document is: two titles that share one mean the same document.
const KINDS: [&str; 12] = [
    "รายชื่อ",
    "คู่มือ",
    "แนวทาง",
    "กำหนดการ",
    "ประกาศ",
    "ใบสมัคร",
    "แบบตอบรับ",
    "แบบรายงาน",
    "แบบฟอร์ม",
    "หลักเกณฑ์",
    "โครงการ",
    "รายละเอียด",
];

pub(super) fn check(reading: &Reading, context: &LintContext<'_>, findings: &mut Vec<Finding>) {
    let Some(attached) = context.enclosures else { return };
    if let Some(missing) = missing(&reading.enclosures, attached) {
        findings.push(finding(
            "enclosures",
            &format!("หนังสือระบุสิ่งที่ส่งมาด้วย {missing} แต่ยังไม่ได้แนบไฟล์"),
            &format!("The letter names the enclosure {missing}, but no such file is attached."),
        ));
    } else if reading.qr.mentioned && reading.enclosures.is_empty() {
        let missing = missing(&documents(&reading.qr.caption), attached);
        if let Some(missing) = missing {
            findings.push(finding(
                "qr",
                &format!("หนังสืออ้างถึงเอกสารตาม QR Code {missing} แต่ยังไม่ได้แนบไฟล์"),
                &format!("The letter points by QR code to {missing}, but no such file is attached."),
            ));
        } else if attached.is_empty() {
            findings.push(finding(
                "qr",
                "หนังสืออ้างถึงเอกสารตาม QR Code แต่ยังไม่ได้แนบไฟล์",
                "The letter points to documents by QR code, but no file is attached.",
            ));
        }
    }
}

fn finding(place: &str, thai: &str, english: &str) -> Finding {
    Finding::warning("enclosure_missing", place, thai, english)
}

/// The lines of a caption that name a document.
fn documents(caption: &[String]) -> Vec<String> {
    let named = |line: &&String| KINDS.iter().any(|kind| line.contains(kind));
    caption.iter().filter(named).map(|line| line.trim_start_matches("และ").trim().to_owned()).collect()
}

/// Those named for which no file is left, in words; a file of another title may stand for any of the others.
fn missing(named: &[String], attached: &[String]) -> Option<String> {
    let keys: Vec<String> = attached.iter().take(200).map(|title| search_key(title)).collect();
    let mut free = vec![true; keys.len()];
    let mut wanting: Vec<&String> = Vec::new();
    for name in named.iter().take(200) {
        let key = search_key(name);
        let same = keys
            .iter()
            .enumerate()
            .find(|(at, title)| free.get(*at).copied().unwrap_or(false) && is_same(&key, title));
        match same {
            Some((at, _)) => {
                if let Some(free) = free.get_mut(at) {
                    *free = false;
                }
            }
            None => wanting.push(name),
        }
    }
    let spare = free.iter().filter(|free| **free).count();
    let lacking = wanting.len().saturating_sub(spare);
    (lacking > 0).then(|| several(wanting.iter().rev().take(lacking).rev().map(|name| name.as_str())))
}

/// One title holds the other, or both are of the same kind of document.
fn is_same(named: &str, title: &str) -> bool {
    let holds = !title.is_empty() && !named.is_empty() && (named.contains(title) || title.contains(named));
    holds || KINDS.iter().any(|kind| named.contains(kind) && title.contains(kind))
}
