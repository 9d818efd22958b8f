//! Personal telephones, which public pages mask.

use crate::domain::letter::finding::Finding;
use crate::domain::letter::phones::is_mobile;
use crate::domain::letter::reading::Reading;

pub(super) fn check(reading: &Reading, findings: &mut Vec<Finding>) {
    let contact = reading.contact.as_ref().map(|contact| contact.phone.as_str());
    if let Some(mobile) =
        contact.into_iter().flat_map(|phones| phones.split(", ")).find(|phone| is_mobile(phone))
    {
        findings.push(finding("contact", mobile));
    }
    if let Some(phone) = reading.phones.iter().find(|phone| is_mobile(&phone.number)) {
        findings.push(finding("phones", &phone.text));
    }
}

fn finding(place: &str, number: &str) -> Finding {
    let number = masked(number);
    Finding::note(
        "personal_mobile",
        place,
        format!("หมายเลข {number} เป็นโทรศัพท์มือถือส่วนบุคคล ระบบจะปิดบังในหน้าสาธารณะ"),
        format!("The number {number} is a personal mobile; it will be masked on public pages."),
    )
}

/// The first three digits and the shape of the rest.
fn masked(number: &str) -> String {
    let mut shown = 0;
    let mask = |c: char| {
        shown += u32::from(c.is_ascii_digit());
        if c.is_ascii_digit() && shown > 3 { 'x' } else { c }
    };
    number.chars().map(mask).collect()
}
