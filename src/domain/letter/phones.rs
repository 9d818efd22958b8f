//! Telephones: a label, numbers with blanks and dashes, ranges of lines, extensions.

use super::reading::Phone;
use crate::domain::thai::fold_digits;

/// A telephone and where its number stands, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PhoneText {
    pub label: usize,
    pub start: usize,
    pub end: usize,
    pub phone: Phone,
}

const LABELS: [(&str, bool); 14] = [
    ("โทรสาร", true),
    ("โทรศัพท์", false),
    ("โทร", false),
    ("แฟกซ์", true),
    ("แฟ็กซ์", true),
    ("Fax", true),
    ("FAX", true),
    ("fax", true),
    ("Tel", false),
    ("TEL", false),
    ("tel", false),
    ("มือถือ", false),
    ("หมายเลขติดต่อ", false),
    ("เบอร์ติดต่อ", false),
];

/// What may stand between a label and its number.
const FILLERS: [&str; 22] = [
    "โทรสาร",
    "โทรศัพท์",
    "โทร",
    "ศัพท์",
    "เคลื่อนที่",
    "มือถือ",
    "ภายใน",
    "หมายเลข",
    "เบอร์",
    "ติดต่อ",
    "ephone",
    "และ",
    "หรือ",
    "ที่",
    ".",
    ":",
    " ",
    "\n",
    "/",
    "(",
    "-",
    "ฯ",
];

/// The longest stretch after a label in which its numbers are looked for, in characters.
const REACH: usize = 160;

/// All telephones of a text, in their order.
pub(super) fn phones(text: &str) -> Vec<PhoneText> {
    let mut labels: Vec<(usize, usize, bool)> = LABELS
        .iter()
        .flat_map(|(word, fax)| text.match_indices(word).map(move |(at, _)| (at, word.len(), *fax)))
        .collect();
    labels.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
    let mut found: Vec<PhoneText> = Vec::new();
    let mut looked_at = 0;
    for (at, length, fax) in labels {
        // A label inside what was skipped on the way to a number led there already.
        if at < looked_at {
            continue;
        }
        let start = at + length;
        let reach = text
            .get(start..)
            .unwrap_or("")
            .char_indices()
            .nth(REACH)
            .map_or(text.len(), |(end, _)| start + end);
        let window = text.get(start..reach).unwrap_or("");
        let mut rest = skip_fillers(window);
        looked_at = start + (window.len() - rest.len());
        while let Some(number) = Number::at(rest) {
            let begin = start + (window.len() - rest.len());
            rest = rest.get(number.length..).unwrap_or("");
            let end = start + (window.len() - rest.len());
            looked_at = end;
            if found.last().is_none_or(|last| begin >= last.end) {
                let spoken =
                    text.get(begin..end).unwrap_or("").split_whitespace().collect::<Vec<_>>().join(" ");
                let phone = Phone {
                    text: fold_digits(&spoken),
                    number: number.digits,
                    extension: number.extension,
                    fax,
                };
                found.push(PhoneText { label: at, start: begin, end, phone });
            }
            let Some(next) = another(rest) else { break };
            rest = next;
        }
    }
    found
}

fn skip_fillers(mut text: &str) -> &str {
    while let Some(rest) = FILLERS.iter().find_map(|filler| text.strip_prefix(filler)) {
        // A label left empty does not take the number of the fax on the next line.
        if text.starts_with('\n') && LABELS.iter().any(|(label, fax)| *fax && rest.starts_with(label)) {
            break;
        }
        text = rest;
    }
    text
}

/// After one number a comma, "หรือ" or "และ" may lead to another, which then begins with 0.
fn another(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(' ');
    let rest = [",", "หรือ", "และ", "/", ";"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    let rest = rest.trim_start_matches(' ');
    rest.starts_with(['0', '๐']).then_some(rest)
}

struct Number {
    digits: String,
    extension: Option<String>,
    length: usize,
}

impl Number {
    fn at(text: &str) -> Option<Self> {
        let (abroad, local) = match text.strip_prefix("+66").or_else(|| text.strip_prefix("(+66)")) {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mut digits, mut rest) = Self::subscriber(local, abroad);
        if digits.len() < 3 {
            return None;
        }
        if abroad && !digits.starts_with('0') {
            digits.insert(0, '0');
        }
        rest = more_lines(rest);
        let (extension, rest) = extension(rest);
        Some(Self { digits, extension, length: text.len() - rest.len() })
    }

    /// The digits of one line: ten for a mobile, nine for a landline, fewer for a short number.
    fn subscriber(text: &str, abroad: bool) -> (String, &str) {
        let mut digits = String::new();
        let mut rest = text;
        let mut gap = 0;
        for (at, c) in text.char_indices() {
            if let Some(digit) = digit(c) {
                let full = digits.len() >= full_length(&digits, abroad);
                if full && gap > 0 || digits.len() >= 15 {
                    break;
                }
                digits.push(digit);
                gap = 0;
                rest = text.get(at + c.len_utf8()..).unwrap_or("");
            } else if matches!(c, ' ' | '-' | '–' | '.' | '(' | ')') && gap < 3 {
                gap += 1;
            } else {
                break;
            }
        }
        (digits, rest)
    }
}

/// How many digits a number has, judged by its first ones; a short number ("1567") ends at its first gap.
fn full_length(digits: &str, abroad: bool) -> usize {
    let mut leading = digits.bytes();
    let first = if abroad && !digits.starts_with('0') { Some(b'0') } else { leading.next() };
    match (first, leading.next()) {
        (Some(b'0'), Some(b'6' | b'8' | b'9')) => 10 - usize::from(abroad && !digits.starts_with('0')),
        (Some(b'0'), _) => 9 - usize::from(abroad && !digits.starts_with('0')),
        _ => 3,
    }
}

/// "9021-3", "9000 ถึง 5": lines that follow the first, which alone is the number.
fn more_lines(text: &str) -> &str {
    let trimmed = text.trim_start_matches(' ');
    let Some(after) = ["-", "–", "ถึง"].iter().find_map(|dash| trimmed.strip_prefix(dash)) else {
        return text;
    };
    let after = after.trim_start_matches(' ');
    let end = after.trim_start_matches(|c| digit(c).is_some());
    let taken = after.get(..after.len() - end.len()).unwrap_or("").chars().count();
    if (1..=4).contains(&taken) { end } else { text }
}

/// "ต่อ 5313", "ต่อ 12, 14", "ext. 12-14".
fn extension(text: &str) -> (Option<String>, &str) {
    let trimmed = text.trim_start_matches([' ', ',', '(', '\n']);
    let word = ["ต่อ", "กด", "ext", "Ext", "EXT", "#"].iter().find_map(|word| trimmed.strip_prefix(word));
    let Some(after) = word else { return (None, text) };
    let after = after.trim_start_matches([' ', '.', ':', '\n']);
    let mut end = 0;
    let mut at = 0;
    while let Some(rest) = after.get(at..) {
        let run: usize = rest.chars().take_while(|c| digit(*c).is_some()).map(char::len_utf8).sum();
        if !(1..=8).contains(&rest.get(..run).unwrap_or("").chars().count()) {
            break;
        }
        end = at + run;
        let tail = after.get(end..).unwrap_or("");
        let joined = tail.trim_start_matches(' ');
        let Some(next) = [",", "-", "–", "หรือ", "และ", "/"].iter().find_map(|join| joined.strip_prefix(join))
        else {
            break;
        };
        let next = next.trim_start_matches(' ');
        // "ต่อ 12, 0 2241 9021" goes on with another number, not with an extension.
        if next.starts_with(['0', '๐']) {
            break;
        }
        at = after.len() - next.len();
    }
    match after.get(..end) {
        Some(digits) if end > 0 => (Some(fold_digits(digits)), after.get(end..).unwrap_or("")),
        _ => (None, text),
    }
}

fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '๐'..='๙' => fold_digits(c.encode_utf8(&mut [0; 4])).chars().next(),
        _ => None,
    }
}

/// Whether a number is a mobile: ten digits that begin with 06, 08 or 09.
pub(super) fn is_mobile(number: &str) -> bool {
    let digits: String = fold_digits(number).chars().filter(char::is_ascii_digit).collect();
    digits.len() == 10 && ["06", "08", "09"].iter().any(|start| digits.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, Option<String>, bool)> {
        phones(text)
            .into_iter()
            .map(|found| (found.phone.number, found.phone.extension, found.phone.fax))
            .collect()
    }

    fn one(number: &str, extension: Option<&str>, fax: bool) -> Vec<(String, Option<String>, bool)> {
        vec![(number.to_owned(), extension.map(str::to_owned), fax)]
    }

    #[test]
    fn numbers_are_read_in_every_spacing() {
        assert_eq!(read("โทร. ๐ ๒๒๔๑ ๙000 ต่อ 5313"), one("022419000", Some("5313"), false));
        assert_eq!(read("โทรสาร ๐ ๒๒๔๑ ๙0๒๑-๓ ต่อ 218"), one("022419021", Some("218"), true));
        assert_eq!(read("โทรศัพท์ : 0-2241-9000-5 ต่อ 12, 14"), one("022419000", Some("12, 14"), false));
        assert_eq!(read("โทร\n\n0 4324 1234 - 36"), one("043241234", None, false));
        assert_eq!(read("โทร. (02) 241-9000 ext. 12"), one("022419000", Some("12"), false));
        assert_eq!(read("Tel. +66 2241 9000"), one("022419000", None, false));
        assert_eq!(read("โทร. 08 1234 5678"), one("0812345678", None, false));
        assert_eq!(read("โทร. 096-1234567"), one("0961234567", None, false));
        assert_eq!(read("สายด่วน โทร. 1567"), one("1567", None, false));
    }

    #[test]
    fn one_label_may_lead_to_several_numbers() {
        let numbers: Vec<_> =
            read("โทร. 0 2241 9000 ต่อ 12, 0 2241 9021-3 หรือ 08 1234 5678").into_iter().map(|n| n.0).collect();
        assert_eq!(numbers, ["022419000", "022419021", "0812345678"]);
        assert_eq!(read("โทรศัพท์/โทรสาร 0 4324 1234").len(), 1);
        assert_eq!(read("โทร. -\nโทรสาร 0 4324 1234"), one("043241234", None, true));
    }

    #[test]
    fn words_that_begin_alike_are_no_labels() {
        assert!(phones("โทรทัศน์ 12 ช่อง โทรคมนาคม 2566 อิเล็กโทรนิกส์").is_empty());
    }
}
