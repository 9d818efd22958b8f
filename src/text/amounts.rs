//! Counts and sizes as they are read.

use super::Text;
use crate::domain::office::Tier;

/// A count with commas between thousands: "1,254".
pub fn count(n: i64) -> String {
    let digits = n.unsigned_abs().to_string();
    let mut written = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if n < 0 {
        written.push('-');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}

/// What the offices of a tier are counted in: "102 schools".
pub fn unit(t: &Text, tier: Tier) -> &str {
    match tier {
        Tier::Department => t.tiers_short.word(tier.as_str()),
        Tier::Province => &t.parts.provinces,
        Tier::Local => &t.parts.locals,
        Tier::School => &t.parts.schools,
    }
}

/// The size of a file, in units of a thousand as file managers show it: "48 KB", "1.2 MB".
pub fn size(bytes: i64) -> String {
    let tenths_of_megabytes = (bytes.max(0) + 50_000) / 100_000;
    if tenths_of_megabytes < 10 {
        return format!("{} KB", ((bytes.max(0) + 500) / 1000).max(1));
    }
    format!("{}.{} MB", tenths_of_megabytes / 10, tenths_of_megabytes % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_have_their_comma() {
        let written = [0, 7, 102, 1254, 7849, 1_300_000, -1200].map(count);
        assert_eq!(written, ["0", "7", "102", "1,254", "7,849", "1,300,000", "-1,200"]);
    }

    #[test]
    fn a_file_s_size_is_told_in_the_unit_that_fits() {
        let written = [0, 480, 48_000, 949_000, 1_240_000, 50_000_000].map(size);
        assert_eq!(written, ["1 KB", "1 KB", "48 KB", "949 KB", "1.2 MB", "50.0 MB"]);
    }
}
