//! ผู้ประสานงาน: the person named for questions, and the number to call.

use super::numbered::number_at;
use super::phones::{PhoneText, is_mobile};
use super::reading::Contact;
use super::units::rank;

/// A contact, where it stands in bytes, and which of the telephones are its own and no office's.
pub(super) struct ContactText {
    pub start: usize,
    pub end: usize,
    pub contact: Contact,
}

/// Words that announce a person, and whether they do so without a title before the name.
const LABELS: [(&str, bool); 9] = [
    ("ผู้ประสาน", true),
    ("ผู้รับผิดชอบ", true),
    ("เจ้าของเรื่อง", true),
    ("ผู้ติดต่อ", true),
    ("ประสานงาน", false),
    ("ประสานรายละเอียด", false),
    ("สอบถาม", false),
    ("ติดต่อ", false),
    ("ประสานไปยัง", false),
];

const BETWEEN: [&str; 26] = [
    "ประสานงาน",
    "ประสาน",
    "สอบถาม",
    "ข้อมูล",
    "รายละเอียด",
    "เพิ่มเติม",
    "โครงการฯ",
    "โครงการ",
    "โดยตรง",
    "ได้ที่",
    "ไปยัง",
    "ได้แก่",
    "ชื่อ-สกุล",
    "ชื่อ",
    "คือ",
    "กลาง",
    "กับ",
    "งาน",
    "ได้",
    "ที่",
    "ฯ",
    ":",
    "-",
    "–",
    "\n",
    " ",
];

const TITLES: [&str; 24] = [
    "นางสาว",
    "นาง",
    "นาย",
    "น.ส.",
    "ดร.",
    "ว่าที่",
    "หม่อม",
    "ผศ.",
    "รศ.",
    "ศ.",
    "คุณ",
    "อาจารย์",
    "อ.",
    "ร.ต.",
    "ร.ท.",
    "ร.อ.",
    "จ.ส.อ.",
    "ส.อ.",
    "พ.จ.อ.",
    "พ.จ.ต.",
    "จ.อ.",
    "จ่าเอก",
    "สิบเอก",
    "พันจ่า",
];
/// Words that begin like a title and are none.
const NOT_TITLES: [&str; 5] = ["นายก", "นายอำเภอ", "นายทะเบียน", "คุณภาพ", "คุณสมบัติ"];

/// What ends a name.
const STOPS: [&str; 32] = [
    "โทร",
    "มือถือ",
    "เบอร์",
    "หมายเลข",
    "ตำแหน่ง",
    "อีเมล",
    "ไปรษณีย์",
    "E-mail",
    "E-Mail",
    "e-mail",
    "Email",
    "email",
    "Tel",
    "tel",
    "Line",
    "LINE",
    "ไลน์",
    "นักวิชาการ",
    "นักจัดการ",
    "นักวิเคราะห์",
    "ผู้อำนวยการ",
    "ผู้เชี่ยวชาญ",
    "หัวหน้า",
    "เจ้าพนักงาน",
    "เจ้าหน้าที่",
    "นิติกร",
    "ศึกษานิเทศก์",
    "ปลัด",
    " ต่อ",
    " ได้",
    " ทาง",
    "และ",
];

/// Looked at behind a label, in characters.
const REACH: usize = 160;
/// The longest name, in characters.
const LONGEST_NAME: usize = 60;

/// The first contact of a text.
pub(super) fn contact(text: &str, phones: &[PhoneText]) -> Option<ContactText> {
    let mut labels: Vec<(usize, &str, bool)> = LABELS
        .iter()
        .flat_map(|(word, sure)| text.match_indices(word).map(move |(at, _)| (at, *word, *sure)))
        .collect();
    labels.sort_unstable();
    labels.into_iter().find_map(|(at, word, sure)| contact_at(text, at, word, sure, phones))
}

fn contact_at(text: &str, at: usize, word: &str, sure: bool, phones: &[PhoneText]) -> Option<ContactText> {
    let begin = at + word.len();
    let rest = text.get(begin..)?;
    let reach = rest.char_indices().nth(REACH).map_or(rest.len(), |(end, _)| end);
    let window = rest.get(..reach)?;
    let value = without_lead(window);
    let skipped = window.get(..window.len() - value.len())?;
    // In running text "ผู้ประสานงาน" may be anybody; at the start of a line or before a colon it is a label.
    let labelled = sure && (skipped.contains(':') || starts_line(text, at));
    let name = name(value, labelled)?;
    let start = begin + skipped.len();
    let end = start + name.len();
    let numbers = numbers(phones, start, end, begin + reach);
    if name.is_empty() && numbers.is_empty() {
        return None;
    }
    // Further mobiles are those of further coordinators: theirs as well are no telephones of the office.
    let own = numbers.iter().filter(|found| numbers.first().is_some_and(|first| first.label == found.label));
    let phone = own.map(|found| found.phone.text.as_str()).collect::<Vec<_>>().join(", ");
    let end = numbers.last().map_or(end, |last| last.end);
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(ContactText { start: at, end, contact: Contact { name, phone } })
}

/// Whether only the words "เจ้าหน้าที่" or a mark of a list stand before it on its line.
fn starts_line(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("");
    let reach = before.char_indices().rev().take(20).last().map_or(0, |(start, _)| start);
    let near = before.get(reach..).unwrap_or("");
    let line = near.rsplit('\n').next().unwrap_or("").trim_start_matches("ชื่อ").trim_start_matches("เจ้าหน้าที่");
    line.trim_matches(['-', '•', '*', ' ', '(']).is_empty() && (reach == 0 || near.contains('\n'))
}

fn without_lead(mut text: &str) -> &str {
    while let Some(rest) = BETWEEN
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .or_else(|| number_at(text, 1).and_then(|length| text.get(length..)))
    {
        text = rest;
    }
    text
}

/// The name at the start of a value; empty when a telephone stands in its place.
fn name(value: &str, labelled: bool) -> Option<&str> {
    let value_start = |stops: &[&str]| stops.iter().any(|stop| value.starts_with(stop));
    if value_start(&["โทร", "มือถือ", "เบอร์", "หมายเลข"]) || value.starts_with(is_digit)
    {
        return labelled.then_some("");
    }
    let titled = value_start(&TITLES) && !value_start(&NOT_TITLES);
    let end = STOPS
        .iter()
        .filter_map(|stop| value.find(stop))
        .chain(value.find(|c: char| is_digit(c) || matches!(c, '\n' | ',' | '(' | '/' | '@' | ';')))
        .min()
        .unwrap_or(value.len());
    let name = value.get(..end)?.trim_end_matches([' ', ':', '-', '–', '.']);
    let short = name.chars().take(LONGEST_NAME + 1).count() <= LONGEST_NAME && !name.is_empty();
    (short && (titled || (labelled && looks_like_a_name(name)))).then_some(name)
}

/// Two to four words of Thai letters that name no office.
fn looks_like_a_name(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    (2..=4).contains(&words.len())
        && rank(name).is_none()
        && words.iter().all(|word| word.chars().count() >= 2)
        && name.chars().all(|c| c == ' ' || c == '.' || matches!(c, 'ก'..='ฺ' | 'เ'..='๎'))
}

/// The telephones behind a name, up to a fax or to the first one that a new line of an office leads in.
fn numbers(phones: &[PhoneText], start: usize, end: usize, reach: usize) -> Vec<&PhoneText> {
    let first = phones.partition_point(|found| found.start < start);
    let behind = phones.get(first..).unwrap_or_default();
    let mut taken: Vec<&PhoneText> = Vec::new();
    for found in behind.iter().take_while(|found| found.label < reach.max(end) && !found.phone.fax) {
        let same_label = taken.last().is_some_and(|last| last.label == found.label);
        if taken.is_empty() || same_label || is_mobile(&found.phone.number) {
            taken.push(found);
        }
    }
    taken
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('๐'..='๙').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::super::phones::phones;
    use super::*;

    fn read(text: &str) -> Option<(String, String)> {
        contact(text, &phones(text)).map(|found| (found.contact.name, found.contact.phone))
    }

    fn pair(name: &str, phone: &str) -> (String, String) {
        (name.to_owned(), phone.to_owned())
    }

    #[test]
    fn a_coordinator_is_read_in_every_layout() {
        for text in [
            "ผู้ประสานงาน : ตัวอย่าง ใจดี โทร. 096-0000000",
            "ผู้ประสานงาน\nตัวอย่าง ใจดี\nโทร.\n๐๙๖-๐๐๐๐๐๐๐",
            "เจ้าหน้าที่ผู้ประสานงาน ตัวอย่าง ใจดี (โทร. 096-0000000)",
            "ผู้ประสานงานโครงการฯ: ตัวอย่าง ใจดี นักวิชาการศึกษาชำนาญการ โทรศัพท์เคลื่อนที่ 096-0000000",
        ] {
            assert_eq!(read(text), Some(pair("ตัวอย่าง ใจดี", "096-0000000")), "{text}");
        }
        assert_eq!(
            read("สอบถามรายละเอียดเพิ่มเติมได้ที่ นางสาวตัวอย่าง ใจดี ตำแหน่งนิติกร โทร. 0 2000 0000 ต่อ 12"),
            Some(pair("นางสาวตัวอย่าง ใจดี", "0 2000 0000 ต่อ 12"))
        );
        assert_eq!(
            read("ผู้ประสานงาน\n1. นายตัวอย่าง หนึ่ง โทร 08 0000 0001\n2. นายตัวอย่าง สอง โทร 08 0000 0002"),
            Some(pair("นายตัวอย่าง หนึ่ง", "08 0000 0001"))
        );
        assert_eq!(read("ผู้ประสานงาน โทร. 08 0000 0000"), Some(pair("", "08 0000 0000")));
        assert_eq!(
            read("ผู้ประสานงาน นายตัวอย่าง ใจดี โทร. 08 0000 0000, 09 0000 0000"),
            Some(pair("นายตัวอย่าง ใจดี", "08 0000 0000, 09 0000 0000"))
        );
    }

    #[test]
    fn an_office_or_nobody_in_particular_is_no_contact() {
        for text in [
            "ให้จังหวัดแต่งตั้งผู้ประสานงานจำนวน 2 คน",
            "ผู้ประสานงาน : กลุ่มงานตัวอย่าง โทร. 0 2000 0000",
            "ติดต่อ นายกเทศมนตรีตัวอย่าง โทร. 0 2000 0000",
            "สอบถามได้ที่ กองตัวอย่าง โทร. 0 2000 0000",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
