//! Keys of school names.

use super::abbreviations::expand;
use super::{compact, fold};
use crate::domain::thai::normalise;

/// The key of a school's name: without โรงเรียน, abbreviations written out, no spaces, dots, quotes or brackets.
///
/// "รร.ท.๑ (วัดใน)" and "โรงเรียนเทศบาล 1 วัดใน" give one key. Empty when the text names no school.
pub fn school_key(name: &str) -> String {
    let key = compact(&expand(&fold(name)));
    key.strip_prefix("โรงเรียน").map(str::to_owned).unwrap_or(key)
}

/// A school's name as it is registered: normalised, and รร. written out.
pub fn full_school_name(name: &str) -> String {
    let name = normalise(name);
    let short = ["รร.", "ร.ร.", "รร "].iter().find_map(|word| name.strip_prefix(word));
    short.map_or_else(|| name.clone(), |rest| format!("โรงเรียน{}", rest.trim_start()))
}

/// The key of what stands outside brackets and quotation marks, which officers often leave out.
pub fn school_key_outside_brackets(name: &str) -> String {
    let mut depth = 0_u32;
    let mut quoted = false;
    let outside: String = fold(name)
        .chars()
        .map(|c| match c {
            '(' | '[' | '（' => {
                depth += 1;
                ' '
            }
            ')' | ']' | '）' => {
                depth = depth.saturating_sub(1);
                ' '
            }
            '"' | '“' | '”' => {
                quoted = !quoted;
                ' '
            }
            other if depth == 0 && !quoted => other,
            _ => ' ',
        })
        .collect();
    school_key(&outside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_school_has_one_key_however_an_officer_writes_it() {
        let key = school_key("โรงเรียนเทศบาล 1 (วัดน้ำใส)");
        for name in [
            "รร.เทศบาล ๑ (วัดน้ำใส)",
            "ร.ร. เทศบาล 1 วัดน้ําใส",
            "รร ท.1 วัดน้ำใส",
            "โรงเรียน  ท.๑(วัดนํ้าใส)",
            "เทศบาล  1 \"วัดน้ำใส\"",
            "ท.1  วัดน้ำใสฯ",
        ] {
            assert_eq!(school_key(name), key, "{name}");
        }
    }

    #[test]
    fn the_office_within_a_schools_name_may_be_short_too() {
        let full = school_key("โรงเรียนอนุบาลองค์การบริหารส่วนตำบลท่าช้าง 2");
        assert_eq!(school_key("รร.อนุบาล อบต.ท่าช้าง ๒"), full);
        assert_eq!(school_key("รร.อนุบาลอบต.ท่าช้าง ๒"), full);
        assert_eq!(school_key("รร.ทม.ตัวอย่าง"), school_key("โรงเรียนเทศบาลเมืองตัวอย่าง"));
    }

    #[test]
    fn different_schools_keep_different_keys() {
        assert_ne!(school_key("โรงเรียนเทศบาล 1"), school_key("โรงเรียนเทศบาล 11"));
        assert_ne!(school_key("โรงเรียนเทศบาล 3 \"5 ธันวา\""), school_key("โรงเรียนเทศบาล 35 ธันวา"));
        assert_eq!(school_key(" โรงเรียน "), "");
    }

    #[test]
    fn a_school_is_registered_by_its_name_in_full() {
        for name in ["รร.ตัวอย่าง", "ร.ร. ตัวอย่าง", "รร ตัวอย่าง", "โรงเรียนตัวอย่าง "]
        {
            assert_eq!(full_school_name(name), "โรงเรียนตัวอย่าง");
        }
    }

    #[test]
    fn what_stands_in_brackets_can_be_left_out() {
        let short = school_key("รร.ท.๑");
        assert_eq!(school_key_outside_brackets("โรงเรียนเทศบาล 1 (วัดใน (เก่า))"), short);
        assert_eq!(school_key_outside_brackets("โรงเรียนเทศบาล 1 \"วัดใน\""), short);
    }
}
