//! What public pages show of a coordinator: a mobile number without its middle, and no name.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::reading::Contact;
use crate::domain::thai::fold_digits;

/// A Thai mobile number, ten digits from 06, 08 or 09, however it is grouped; or its international form.
static MOBILE: LazyLock<Regex> = LazyLock::new(|| {
    let digit = "[0-9๐-๙]";
    let gap = r"[\s.\-–‐‑()]{0,2}";
    let rest = format!("(?:{gap}{digit}){{8}}");
    Regex::new(&format!(r"(?:[+]?(?:66|๖๖){gap}[0๐]?|[0๐]){gap}[689๖๘๙]{rest}")).expect("a fixed pattern")
});

/// The text with every mobile number as `08x-xxx-xx00`: enough to know one's own, too little to call.
pub fn mask_mobiles(text: &str) -> String {
    MOBILE.replace_all(text, |found: &Captures| masked(&found[0])).into_owned()
}

/// The text as public pages show it: mobile numbers masked, the coordinator's name replaced by `instead`.
pub fn mask_personal(text: &str, contact: Option<&Contact>, instead: &str) -> String {
    let masked = mask_mobiles(text);
    match contact.map(|contact| contact.name.trim()).filter(|name| name.chars().count() > 3) {
        Some(name) => masked.replace(name, instead),
        None => masked,
    }
}

fn masked(number: &str) -> String {
    let digits: String = fold_digits(number).chars().filter(char::is_ascii_digit).collect();
    let first =
        digits.get(digits.len().saturating_sub(9)..digits.len().saturating_sub(8)).unwrap_or_default();
    let last = digits.get(digits.len().saturating_sub(2)..).unwrap_or_default();
    format!("0{first}x-xxx-xx{last}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mobile_loses_its_middle_however_it_is_written() {
        for written in
            ["081-234-5600", "0812345600", "08 1234 5600", "๐๘๑-๒๓๔-๕๖๐๐", "+66 81 234 5600", "081-2345600"]
        {
            assert_eq!(mask_mobiles(&format!("โทร. {written} ครับ")), "โทร. 08x-xxx-xx00 ครับ", "{written}");
        }
    }

    #[test]
    fn office_numbers_dates_and_references_stay() {
        for text in ["โทร. 0 2241 9000 ต่อ 5313", "วันที่ 9 - 10 กันยายน 2566", "มท 0816.3/ว 1247", "053-219876"]
        {
            assert_eq!(mask_mobiles(text), text);
        }
    }

    #[test]
    fn the_coordinators_name_is_replaced_in_prose() {
        let contact = Contact {
            name: "นางสาวตัวอย่าง ใจดี".into(), phone: String::new()
        };
        let text = "สอบถามได้ที่ นางสาวตัวอย่าง ใจดี โทร. 089 000 0011";
        assert_eq!(
            mask_personal(text, Some(&contact), "ผู้ประสานงาน"),
            "สอบถามได้ที่ ผู้ประสานงาน โทร. 08x-xxx-xx11"
        );
    }
}
