//! Whether a register's numbers are complete, in sentences.

use super::{Text, fill};
use crate::domain::numbering_report::{Gap, NumberingReport};

/// The most numbers or ranges that a sentence names.
const MOST: usize = 60;

/// What was found, a sentence each: one alone when all is well.
pub fn sentences(t: &Text, report: &NumberingReport) -> Vec<String> {
    let words = &t.numbering;
    let mut said = Vec::new();
    match report.span {
        None => said.push(words.none.clone()),
        Some((first, last)) => {
            let template = if report.is_complete() { &words.well } else { &words.span };
            said.push(fill(template, &[("first", first), ("last", last)]));
        }
    }
    said.extend(report.begins().map(|first| fill(&words.begins, &[("n", first)])));
    said.extend(report.ahead.map(|last| fill(&words.ahead, &[("n", last), ("next", last + 1)])));
    if !report.gaps.is_empty() {
        let numbers = listed(t, report.gaps.iter().map(|gap| range(*gap)));
        said.push(fill(&words.missing, &[("n", report.missing().to_string()), ("numbers", numbers)]));
    }
    for (template, numbers) in [(&words.twice, &report.twice), (&words.cancelled, &report.cancelled)] {
        if !numbers.is_empty() {
            said.push(fill(template, &[("numbers", listed(t, numbers.iter().cloned()))]));
        }
    }
    said
}

/// "8–11", "8".
fn range(gap: Gap) -> String {
    if gap.from == gap.to { gap.from.to_string() } else { format!("{}–{}", gap.from, gap.to) }
}

fn listed(t: &Text, numbers: impl ExactSizeIterator<Item = String>) -> String {
    let more = numbers.len().saturating_sub(MOST);
    let mut named = numbers.take(MOST).collect::<Vec<_>>().join(", ");
    if more > 0 {
        named.push(' ');
        named.push_str(&fill(&t.numbering.more, &[("n", more)]));
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::numbering_report::UsedNumber;
    use crate::text::Lang;

    fn said(texts: &[&str], last: i64) -> Vec<String> {
        let used = |text: &&str| UsedNumber { text: (*text).to_owned(), cancelled: *text == "2" };
        let numbers: Vec<UsedNumber> = texts.iter().map(used).collect();
        sentences(Lang::Th.text(), &NumberingReport::of(&numbers, last))
    }

    #[test]
    fn one_sentence_is_enough_when_all_is_well() {
        assert_eq!(said(&["1", "3/1", "4", "3"], 4), ["ใช้เลข 1 ถึง 4", "เลขที่ขาด 1 เลข: 2"]);
        assert_eq!(said(&["1"], 1), ["เลข 1 ถึง 1 ครบถ้วน ไม่มีเลขซ้ำ"]);
        assert_eq!(said(&[], 0), ["ยังไม่ได้ใช้เลขในปีนี้"]);
    }

    #[test]
    fn whatever_is_wrong_is_named() {
        let all = said(&["2", "2", "9"], 11);
        assert_eq!(
            all,
            [
                "ใช้เลข 2 ถึง 9",
                "ทะเบียนในระบบนี้เริ่มที่เลข 2",
                "ตั้งเลขล่าสุดไว้ที่ 11 เลขถัดไปคือ 12",
                "เลขที่ขาด 6 เลข: 3–8",
                "เลขที่ใช้ซ้ำ: 2",
                "เลขที่ยกเลิก: 2",
            ]
        );
        let odd: Vec<String> = (0..100).map(|n| (2 * n + 1).to_string()).collect();
        let odd: Vec<&str> = odd.iter().map(String::as_str).collect();
        assert!(said(&odd, 199)[1].ends_with("120 และอีก 39 ช่วง"));
    }
}
