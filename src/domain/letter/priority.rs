//! The stamps of urgency and secrecy: a line of their own, or the start of the line with the number.

use super::kind::{Secrecy, Urgency};

/// The urgency that a line is stamped with.
pub(super) fn urgency(line: &str) -> Option<Urgency> {
    let line = stamp(line, "ชั้นความเร็ว")?;
    [("ด่วนที่สุด", Urgency::MostUrgent), ("ด่วนมาก", Urgency::VeryUrgent), ("ด่วน", Urgency::Urgent)]
        .into_iter()
        .find(|(word, _)| is_stamp(&line, word))
        .map(|(_, urgency)| urgency)
}

/// The secrecy that a line is stamped with.
pub(super) fn secrecy(line: &str) -> Option<Secrecy> {
    let line = stamp(line, "ชั้นความลับ")?;
    [("ลับที่สุด", Secrecy::TopSecret), ("ลับมาก", Secrecy::Secret), ("ลับ", Secrecy::Confidential)]
        .into_iter()
        .find(|(word, _)| is_stamp(&line, word))
        .map(|(_, secrecy)| secrecy)
}

/// The line without blanks, brackets and its label; long lines are no stamps.
fn stamp(line: &str, label: &str) -> Option<String> {
    if line.chars().take(81).count() > 80 {
        return None;
    }
    let bare: String =
        line.chars().filter(|c| !matches!(c, ' ' | '(' | ')' | '*' | '"' | '-' | ':')).collect();
    Some(bare.strip_prefix(label).unwrap_or(&bare).to_owned())
}

/// The word alone, or before "ที่" and a number.
fn is_stamp(line: &str, word: &str) -> bool {
    line.strip_prefix(word).is_some_and(|rest| {
        rest.is_empty()
            || (rest.starts_with("ที่") && rest.contains('/'))
            || rest == "ลับ"
            || rest.starts_with("ด่วน")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_stands_alone_or_before_the_number() {
        assert_eq!(urgency("ด่วนที่สุด"), Some(Urgency::MostUrgent));
        assert_eq!(urgency("( ด่วน มาก )"), Some(Urgency::VeryUrgent));
        assert_eq!(urgency("ด่วน"), Some(Urgency::Urgent));
        assert_eq!(urgency("ด่วนที่สุด ที่ มท 0816.3/ว 12"), Some(Urgency::MostUrgent));
        assert_eq!(urgency("ด่วนที่ มท 0816.3/ว 12"), Some(Urgency::Urgent));
        assert_eq!(urgency("สายด่วน 1567"), None);
        assert_eq!(urgency("ด่วนเพื่อพิจารณา"), None);
        assert_eq!(secrecy("ลับมาก"), Some(Secrecy::Secret));
    }
}
