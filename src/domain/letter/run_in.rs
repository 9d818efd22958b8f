//! Lines that were run together: a number and its addressee on one line, or a whole letter pasted as a single line.

use super::labels::{Label, label, opens_body};
use super::reference::reference;
use super::tail::can_open;

/// A line this long in bytes is a letter that lost its line breaks; a paragraph of prose begins with no label.
const WHOLE_LETTER: usize = 600;

/// The longest stretch of words without a mark of the foot, in bytes: what stands above it is the text.
const LONGEST_FOOT_LINE: usize = 240;

/// Where further lines begin in a line, in bytes; for most lines nowhere.
pub(super) fn line_starts(line: &str) -> Vec<usize> {
    let first = line.len() - line.trim_start().len();
    let opening = line.get(first..).unwrap_or("");
    if !is_head(opening) {
        return Vec::new();
    }
    let words: Vec<(usize, &str)> = word_starts(line).filter(|(at, _)| *at > first).collect();
    let mut starts = head_starts(&words);
    if opening.len() > WHOLE_LETTER {
        let text = starts.last().copied().unwrap_or(first);
        starts.extend(foot_starts(line, &words, text));
    }
    starts
}

/// A line that begins with the letter's number, or with what stands beside or below it.
fn is_head(line: &str) -> bool {
    match label(line) {
        Some((Label::Reference, offset)) => {
            line.get(offset..).and_then(reference).is_some() && !line.contains("ลงวันที่")
        }
        Some((Label::Salutation(_) | Label::Subject, _)) => line.len() > WHOLE_LETTER,
        _ => line.starts_with("ด่วน") && line.len() > WHOLE_LETTER,
    }
}

/// The labels of the head one after the other, and the first word of the text.
fn head_starts(words: &[(usize, &str)]) -> Vec<usize> {
    let mut starts = Vec::new();
    for (at, rest) in words {
        if opens_body(rest) {
            starts.push(*at);
            break;
        }
        let is_label = match label(rest) {
            Some((Label::Salutation(_) | Label::Subject | Label::Refers | Label::Enclosures, _)) => true,
            Some((Label::Reference, offset)) => rest.get(offset..).and_then(reference).is_some(),
            _ => false,
        };
        if is_label {
            starts.push(*at);
        }
    }
    starts
}

/// From the end upwards: what can open a line of the foot, until a stretch too long for one.
fn foot_starts(line: &str, words: &[(usize, &str)], text: usize) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut below = line.len();
    for (at, rest) in words.iter().rev().take_while(|(at, _)| *at > text) {
        if below - at > LONGEST_FOOT_LINE {
            break;
        }
        if can_open(line.get(..*at).unwrap_or(""), rest) {
            starts.push(*at);
            below = *at;
        }
    }
    starts.reverse();
    starts
}

/// Each word's place, with all that follows it.
fn word_starts(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_start = |at: usize| line.get(..at).is_some_and(|before| before.ends_with(char::is_whitespace));
    line.char_indices()
        .filter(move |(at, c)| !c.is_whitespace() && is_start(*at))
        .filter_map(|(at, _)| Some((at, line.get(at..)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(line: &str) -> Vec<&str> {
        let mut starts = vec![0];
        starts.extend(line_starts(line));
        let ends = starts.iter().skip(1).copied().chain([line.len()]);
        starts.iter().zip(ends).map(|(start, end)| line[*start..end].trim()).collect()
    }

    #[test]
    fn a_number_and_its_addressee_stand_apart() {
        assert_eq!(
            lines("ที่ มท 0816.3/ว 12  ถึง สำนักงานตัวอย่าง ทุกจังหวัด  ด้วยกรมตัวอย่าง"),
            ["ที่ มท 0816.3/ว 12", "ถึง สำนักงานตัวอย่าง ทุกจังหวัด", "ด้วยกรมตัวอย่าง"]
        );
    }

    #[test]
    fn what_is_no_head_stays_a_line() {
        for line in [
            "ด้วยกรมตัวอย่าง จะเดินทางไป ถึง จังหวัดตัวอย่าง",
            "ที่ มท 0816.2/ว 99 ลงวันที่ 3 เมษายน 2567 เรื่อง การประชุม",
            "ที่ประชุม เรียน ท่านประธาน",
        ] {
            assert_eq!(line_starts(line), [0; 0], "{line}");
        }
    }
}
