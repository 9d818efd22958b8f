//! Spellings that look alike are made alike before anything is compared; what was typed is kept elsewhere.

use unicode_normalization::UnicodeNormalization as _;

use super::fold_digits;

const NIKHAHIT: char = '\u{0E4D}';
const SARA_AA: char = '\u{0E32}';
const SARA_AM: char = '\u{0E33}';
const SARA_E: char = '\u{0E40}';
const SARA_AE: char = '\u{0E41}';

/// Text for reading: look-alike spellings repaired, invisible characters gone, white space single, ends trimmed.
///
/// Line breaks become spaces; digits keep their script.
pub fn normalise(text: &str) -> String {
    let mut out: Vec<char> = Vec::with_capacity(text.len() / 3);
    for c in text.nfc() {
        if is_invisible(c) {
            continue;
        }
        if c.is_whitespace() || c == '\u{FFFD}' {
            if out.last().is_some_and(|&last| last != ' ') {
                out.push(' ');
            }
            continue;
        }
        place(&mut out, c);
    }
    if out.last() == Some(&' ') {
        out.pop();
    }
    out.into_iter().collect()
}

/// A key for substring search and comparison: normalised, ASCII digits, lower case, no white space and no dots.
pub fn search_key(text: &str) -> String {
    fold_digits(&normalise(text))
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '.' | '"' | '“' | '”' | '\''))
        .flat_map(char::to_lowercase)
        .collect()
}

/// Adds one character, joining it with what stands before where the pair is a known look-alike.
fn place(out: &mut Vec<char>, c: char) {
    match (out.last().copied(), c) {
        (Some(NIKHAHIT), SARA_AA) => replace_last(out, SARA_AM),
        (Some(SARA_E), SARA_E) => replace_last(out, SARA_AE),
        (Some(tone), SARA_AA) if is_tone(tone) && out.len() > 1 && out[out.len() - 2] == NIKHAHIT => {
            out.truncate(out.len() - 2);
            out.extend([tone, SARA_AM]);
        }
        (Some(tone), vowel) if is_tone(tone) && is_mark_vowel(vowel) => {
            out.pop();
            if out.last() != Some(&vowel) {
                out.push(vowel);
            }
            out.push(tone);
        }
        (Some(SARA_AM), tone) if is_tone(tone) => {
            out.pop();
            out.extend([tone, SARA_AM]);
        }
        (Some(last), mark) if last == mark && (is_tone(mark) || is_mark_vowel(mark)) => {}
        _ => out.push(c),
    }
}

fn replace_last(out: &mut Vec<char>, c: char) {
    out.pop();
    out.push(c);
}

/// Tone marks and ์, which are written after an upper or lower vowel.
fn is_tone(c: char) -> bool {
    matches!(c, '\u{0E48}'..='\u{0E4C}')
}

/// Vowels written above or below a consonant: ั ิ ี ึ ื ุ ู ฺ ็.
fn is_mark_vowel(c: char) -> bool {
    matches!(c, '\u{0E31}' | '\u{0E34}'..='\u{0E3A}' | '\u{0E47}')
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}')
        || (c.is_control() && !c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn look_alikes_become_one() {
        assert_eq!(normalise("บ้านนํ้าใส"), "บ้านน้ำใส");
        assert_eq!(normalise("นำ้"), "น้ำ");
        assert_eq!(normalise("เเม่"), "แม่");
        assert_eq!(normalise("ที่่  อยู่\u{200B}\u{00A0}"), "ที่ อยู่");
        assert_eq!(normalise("ท่ี"), "ที่");
    }

    #[test]
    fn keys_ignore_spaces_dots_and_the_script_of_digits() {
        assert_eq!(search_key("ที่ มท ๐๘๑๖.๓/ว ๑๒๔๗"), search_key("ที่มท 0816.3/ว1247"));
    }
}
