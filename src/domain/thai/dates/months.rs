//! The twelve months in Thai and English, with the short forms met in the wild.

/// Full name, short form, and English name of each month, January first.
const MONTHS: [(&str, &str, &str); 12] = [
    ("มกราคม", "ม.ค.", "January"),
    ("กุมภาพันธ์", "ก.พ.", "February"),
    ("มีนาคม", "มี.ค.", "March"),
    ("เมษายน", "เม.ย.", "April"),
    ("พฤษภาคม", "พ.ค.", "May"),
    ("มิถุนายน", "มิ.ย.", "June"),
    ("กรกฎาคม", "ก.ค.", "July"),
    ("สิงหาคม", "ส.ค.", "August"),
    ("กันยายน", "ก.ย.", "September"),
    ("ตุลาคม", "ต.ค.", "October"),
    ("พฤศจิกายน", "พ.ย.", "November"),
    ("ธันวาคม", "ธ.ค.", "December"),
];

/// The Thai name of a month, "พฤษภาคม" for 5; empty for a number outside 1 to 12.
pub fn month_name(month: u32) -> &'static str {
    entry(month).0
}

/// The Thai short form of a month, "พ.ค." for 5; empty for a number outside 1 to 12.
pub fn month_abbr(month: u32) -> &'static str {
    entry(month).1
}

/// The English name of a month, "May" for 5; empty for a number outside 1 to 12.
pub fn month_name_en(month: u32) -> &'static str {
    entry(month).2
}

fn entry(month: u32) -> (&'static str, &'static str, &'static str) {
    let index = usize::try_from(month).ok().and_then(|month| month.checked_sub(1));
    index.and_then(|index| MONTHS.get(index)).copied().unwrap_or(("", "", ""))
}
