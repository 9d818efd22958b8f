//! Thai and ASCII digits: one number may mix both, because some fonts draw 0-9 as ๐-๙.

/// Replaces ๐-๙ by 0-9; everything else stays.
pub fn fold_digits(text: &str) -> String {
    text.chars().map(fold_digit).collect()
}

/// Replaces 0-9 by ๐-๙; everything else stays.
pub fn thai_digits(text: &str) -> String {
    text.chars().map(thai_digit).collect()
}

fn fold_digit(c: char) -> char {
    match c {
        '๐'..='๙' => char::from(b'0' + u8::try_from(u32::from(c) - u32::from('๐')).unwrap_or(0)),
        other => other,
    }
}

fn thai_digit(c: char) -> char {
    match c {
        '0'..='9' => char::from_u32(u32::from('๐') + u32::from(c) - u32::from('0')).unwrap_or(c),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_number_with_mixed_digits_reads_as_one() {
        assert_eq!(fold_digits("๐ ๒๒๔๑ ๙000 ต่อ 5313"), "0 2241 9000 ต่อ 5313");
        assert_eq!(thai_digits("24 พ.ค. 2566"), "๒๔ พ.ค. ๒๕๖๖");
    }
}
