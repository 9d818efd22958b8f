//! Lists whose entries are numbered 1., 2., 3. over one line or many.

use crate::domain::thai::fold_digits;

/// The entries of a list, without their numbers. Only numbers that run 1, 2, 3 … part it; without them it is one entry.
pub(super) fn entries(text: &str) -> Vec<String> {
    let mut entries = Vec::new();
    let mut entry_start = 0;
    let mut next = 1;
    let mut boundary = true;
    for (at, c) in text.char_indices() {
        if boundary && let Some(length) = number_at(text.get(at..).unwrap_or(""), next) {
            push(&mut entries, text.get(entry_start..at));
            entry_start = at + length;
            next += 1;
        }
        boundary = c == ' ' || c == '\n';
    }
    push(&mut entries, text.get(entry_start..));
    entries
}

/// The length of "3." or "(3)" at the start of a text, when 3 is the number wanted.
pub(super) fn number_at(text: &str, wanted: u32) -> Option<usize> {
    let open = text.strip_prefix('(');
    let inner = open.unwrap_or(text);
    let digits: String =
        inner.chars().take_while(|c| c.is_ascii_digit() || ('๐'..='๙').contains(c)).take(3).collect();
    if digits.is_empty() || fold_digits(&digits).parse() != Ok(wanted) {
        return None;
    }
    let after = inner.get(digits.len()..)?;
    let close = after.starts_with([')', '.']) || (open.is_none() && after.starts_with(" ."));
    let mark = if after.starts_with(" .") { 2 } else { 1 };
    // "1.5" is a figure and "1)" is not the end of "(ข้อ 1)".
    let figure = after.starts_with('.') && after.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    (close && !figure).then_some(usize::from(open.is_some()) + digits.len() + mark)
}

fn push(entries: &mut Vec<String>, entry: Option<&str>) {
    let entry = entry.unwrap_or("").split_whitespace().collect::<Vec<_>>().join(" ");
    if !entry.is_empty() {
        entries.push(entry);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_part_a_list_over_lines_or_in_one() {
        assert_eq!(entries("1. รายชื่อ จำนวน 1 ชุด\n๒. คู่มือ\nฉบับย่อ"), ["รายชื่อ จำนวน 1 ชุด", "คู่มือ ฉบับย่อ"]);
        assert_eq!(entries("1.รายชื่อ 2.คู่มือ"), ["รายชื่อ", "คู่มือ"]);
        assert_eq!(entries("รายละเอียด จำนวน 1 ชุด"), ["รายละเอียด จำนวน 1 ชุด"]);
        assert!(entries("").is_empty());
    }

    #[test]
    fn a_figure_is_no_number_of_the_list() {
        assert_eq!(entries("1. แบบ 2.5 หน้า"), ["แบบ 2.5 หน้า"]);
    }
}
