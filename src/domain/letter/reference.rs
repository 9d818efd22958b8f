//! ที่: the letter's number, "มท 0816.3/ว 1247", in all the ways it is typed.

use super::reading::Reference;
use crate::domain::thai::fold_digits;

/// The longest prefix met is "กค (กวจ) 0405.2"; more than this is running text.
const LONGEST_PREFIX: usize = 40;

/// The reference at the start of `text`, and how many bytes of `text` it takes.
///
/// The number may be missing, and a draft may have dots in its place.
pub(super) fn reference(text: &str) -> Option<(Reference, usize)> {
    let slash = text.char_indices().take(LONGEST_PREFIX).find(|(_, c)| *c == '/').map(|(at, _)| at)?;
    let (before, after) = (text.get(..slash)?, text.get(slash + 1..)?);
    let prefix = prefix(before)?;
    let rest = after.trim_start();
    let (circular, rest) = match rest.strip_prefix('ว').filter(|rest| !rest.starts_with(is_thai_letter)) {
        Some(rest) => (true, rest.trim_start_matches(['.', ' '])),
        None => (false, rest),
    };
    let blank = rest.trim_start_matches(['.', '…', '_', '-', ' ']);
    let digits: String =
        fold_digits(&blank.chars().take_while(|c| is_digit(*c)).take(19).collect::<String>());
    let number = digits.parse().ok();
    let end = text.len() - blank.trim_start_matches(is_digit).len();
    let word = if circular { "ว" } else { "" };
    let text = match number {
        Some(number) if circular => format!("{prefix}/ว {number}"),
        Some(number) => format!("{prefix}/{number}"),
        None => format!("{prefix}/{word}"),
    };
    Some((Reference { text, prefix, circular, number }, end))
}

/// A code of letters and figures, "มท 0816.3", "กค (กวจ) 0405.2": nothing else stands before the slash.
fn prefix(text: &str) -> Option<String> {
    let text = fold_digits(text.trim());
    let is_part =
        |c: char| is_thai_letter(c) || c.is_ascii_digit() || matches!(c, ' ' | '.' | '(' | ')' | '-');
    let letters_first = text.starts_with(is_consonant);
    let has_figures = text.contains(|c: char| c.is_ascii_digit());
    if !letters_first || !has_figures || !text.chars().all(is_part) {
        return None;
    }
    // "มท0816.3" and "มท. 0816.3" are the same code as "มท 0816.3".
    let split = text.find(|c: char| c.is_ascii_digit())?;
    let (letters, figures) = text.split_at(split);
    let letters = letters.trim_end_matches([' ', '.']);
    let figures = figures.replace(' ', "");
    if figures.contains(is_thai_letter) {
        return None;
    }
    (letters.chars().count() <= 12).then(|| format!("{letters} {figures}"))
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('๐'..='๙').contains(&c)
}

fn is_consonant(c: char) -> bool {
    ('ก'..='ฮ').contains(&c)
}

fn is_thai_letter(c: char) -> bool {
    matches!(c, 'ก'..='ฺ' | 'เ'..='๎')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, Option<u64>) {
        let (reference, _) = reference(text).expect("a reference");
        (reference.text, reference.number)
    }

    #[test]
    fn every_way_of_typing_it_reads_the_same() {
        for text in [
            "มท 0816.3/ว 1247",
            "มท ๐๘๑๖.๓/ว ๑๒๔๗",
            "มท ๐๘๑๖.๓ / ว.๑๒47",
            "มท0816.3/ว1247",
            "มท 0816.3/ว 01247",
            "มท. 0816.3/ ว. 1247",
        ] {
            assert_eq!(read(text), ("มท 0816.3/ว 1247".to_owned(), Some(1247)), "{text}");
        }
        assert_eq!(read("นม 51001/12"), ("นม 51001/12".to_owned(), Some(12)));
        assert_eq!(read("กค (กวจ) 0405.2/ว 845"), ("กค (กวจ) 0405.2/ว 845".to_owned(), Some(845)));
    }

    #[test]
    fn a_number_not_yet_issued_is_missing_not_zero() {
        assert_eq!(read("มท 0816.3/ว"), ("มท 0816.3/ว".to_owned(), None));
        assert_eq!(read("มท 0816.3/ว ........."), ("มท 0816.3/ว".to_owned(), None));
        assert_eq!(read("มท 0816.3/"), ("มท 0816.3/".to_owned(), None));
    }

    #[test]
    fn what_follows_is_left() {
        let text = "มท 0816.3/ว 12 วันที่ 5 มิถุนายน 2566";
        let (_, end) = reference(text).expect("a reference");
        assert_eq!(&text[end..], " วันที่ 5 มิถุนายน 2566");
    }

    #[test]
    fn running_text_is_no_reference() {
        for text in ["123/2566", "ประชุม/สัมมนา 5", "มท/ว", "ทำการ 1 และ/หรือ 2 นะ, ครับ/1"]
        {
            assert!(reference(text).is_none(), "{text}");
        }
    }
}
