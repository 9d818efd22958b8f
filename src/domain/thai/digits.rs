//! Thai and ASCII digits: one number may mix both, because some fonts draw 0-9 as ๐-๙.

/// Replaces ๐-๙ by 0-9; everything else stays.
pub fn fold_digits(text: &str) -> String {
    text.chars().map(fold_digit).collect()
}

/// Replaces 0-9 by ๐-๙; everything else stays.
pub fn thai_digits(text: &str) -> String {
    text.chars().map(thai_digit).collect()
}

/// Replaces 0-9 by ๐-๙ as letters print them: an e-mail or web address, a code or a name with Latin letters in it keeps
/// its own digits.
pub fn thai_digits_in_prose(text: &str) -> String {
    let mut written = String::with_capacity(text.len() * 2);
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let ascii = first.is_ascii_graphic();
        let end = rest.find(|c: char| c.is_ascii_graphic() != ascii).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        if run.contains(|c: char| c.is_ascii_alphabetic()) {
            written.push_str(run);
        } else {
            written.extend(run.chars().map(thai_digit));
        }
        rest = after;
    }
    written
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
    #[test]
    fn a_letter_has_thai_digits_but_addresses_keep_theirs() {
        let prose = "ส่งทางอีเมล works2@science9.example ภายในวันที่ 8 มิถุนายน 2569 ที่ https://x.example/7 จำนวน 1,254 แห่ง (Windows 11)";
        assert_eq!(
            thai_digits_in_prose(prose),
            "ส่งทางอีเมล works2@science9.example ภายในวันที่ ๘ มิถุนายน ๒๕๖๙ ที่ https://x.example/7 จำนวน ๑,๒๕๔ แห่ง (Windows ๑๑)"
        );
        assert_eq!(thai_digits_in_prose("มท 0816.3/ว 12"), "มท ๐๘๑๖.๓/ว ๑๒");
    }
}
