//! Thai dictionary order as a plain string, so that any database sorts names rightly byte by byte.

use super::fold;

/// Numbers are padded to so many digits; longer ones sort as text.
const NUMBER_WIDTH: usize = 10;

/// A key whose byte order is the order of the Royal Institute's dictionary.
///
/// A vowel written before its consonant sorts after it, tone marks count only between words that are otherwise equal,
/// spaces and punctuation do not count, and numbers sort by value ("เทศบาล 2" before "เทศบาล 10").
pub fn sort_key(name: &str) -> String {
    let mut letters = String::with_capacity(name.len() + 8);
    let mut marks = String::new();
    let mut waiting_vowel = None;
    let mut number = String::new();
    for c in fold(name).chars() {
        if c.is_ascii_digit() {
            number.push(c);
            continue;
        }
        end_number(&mut number, &mut letters, &mut marks);
        if let Some(rank) = mark_rank(c) {
            marks.push(rank);
        } else if is_leading_vowel(c) {
            end_vowel(&mut waiting_vowel, &mut letters, &mut marks);
            waiting_vowel = Some(c);
        } else if super::is_letter_or_digit(c) {
            letters.push(c);
            marks.push('0');
            end_vowel(&mut waiting_vowel, &mut letters, &mut marks);
        }
    }
    end_vowel(&mut waiting_vowel, &mut letters, &mut marks);
    end_number(&mut number, &mut letters, &mut marks);
    let marks = marks.trim_end_matches('0');
    // A space sorts before every letter and digit, so a word comes before its longer neighbours.
    if marks.is_empty() { letters } else { format!("{letters} {marks}") }
}

fn end_vowel(waiting: &mut Option<char>, letters: &mut String, marks: &mut String) {
    if let Some(vowel) = waiting.take() {
        letters.push(vowel);
        marks.push('0');
    }
}

fn end_number(number: &mut String, letters: &mut String, marks: &mut String) {
    if !number.is_empty() {
        let digits = number.trim_start_matches('0');
        letters.extend(std::iter::repeat_n('0', NUMBER_WIDTH.saturating_sub(digits.len())));
        letters.push_str(digits);
        marks.push('0');
        number.clear();
    }
}

fn is_leading_vowel(c: char) -> bool {
    ('\u{0E40}'..='\u{0E44}').contains(&c)
}

/// The weight of a mark that counts at the second level only; the order is that of the Unicode collation algorithm.
fn mark_rank(c: char) -> Option<char> {
    match c {
        '\u{0E4E}' => Some('1'),
        '\u{0E4C}' => Some('2'),
        '\u{0E47}' => Some('3'),
        '\u{0E48}' => Some('4'),
        '\u{0E49}' => Some('5'),
        '\u{0E4A}' => Some('6'),
        '\u{0E4B}' => Some('7'),
        '\u{0E4D}' => Some('8'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::sort_key;

    fn assert_sorted(names: &[&str]) {
        for pair in names.windows(2) {
            assert!(sort_key(pair[0]) < sort_key(pair[1]), "{} before {}", pair[0], pair[1]);
        }
    }

    #[test]
    fn words_stand_as_in_the_dictionary() {
        assert_sorted(&[
            "กระบี่",
            "กาญจนบุรี",
            "กาฬสินธุ์",
            "กำแพงเพชร",
            "ขอนแก่น",
            "ชลบุรี",
            "เชียงราย",
            "เชียงใหม่",
            "ตราด",
        ]);
        assert_sorted(&[
            "แพร่",
            "ภูเก็ต",
            "มหาสารคาม",
            "แม่ฮ่องสอน",
            "ยโสธร",
            "ยะลา",
            "ร้อยเอ็ด",
            "ระนอง",
            "ระยอง",
            "ราชบุรี",
        ]);
        assert_sorted(&["กก", "กะ", "กัน", "กา", "กิน", "เก", "แก", "โก", "ใก", "ไก"]);
    }

    #[test]
    fn tone_marks_decide_only_between_equals() {
        assert_sorted(&["กา", "ก่า", "ก้า", "กาก", "ก่าข"]);
        assert_sorted(&["ปา", "ป่า", "ป้า", "ป๊า", "ป๋า", "ปาก", "ป่าตอง"]);
    }

    #[test]
    fn numbers_stand_by_value_whatever_their_script() {
        assert_sorted(&["เทศบาล ๑", "เทศบาล 2", "เทศบาล ๑๐", "เทศบาลวัดใน"]);
    }
}
