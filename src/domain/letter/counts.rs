//! How many of what: "จำนวน 102 แห่ง", "1,254 โรงเรียน".

use super::reading::Count;
use crate::domain::thai::dates::find_dates;
use crate::domain::thai::fold_digits;

/// A count and where it stands, in bytes.
pub(super) struct CountText {
    pub start: usize,
    pub end: usize,
    pub count: Count,
}

/// Units that count whatever stands before them. Longer ones first where one begins another.
const UNITS: [&str; 33] = [
    "แห่ง",
    "คน",
    "รายการ",
    "รายชื่อ",
    "ราย",
    "ท่าน",
    "ทีม",
    "ชุด",
    "ฉบับ",
    "เล่ม",
    "แผ่น",
    "หน้า",
    "สถานศึกษา",
    "องค์กรปกครองส่วนท้องถิ่น",
    "อปท.",
    "หน่วยงาน",
    "หลักสูตร",
    "ผลงาน",
    "เครื่อง",
    "ห้องเรียน",
    "ครั้ง",
    "รางวัล",
    "เรื่อง",
    "สำเนา",
    "รุ่น",
    "อัตรา",
    "ตำแหน่ง",
    "ทุน",
    "ประเภท",
    "หมู่บ้าน",
    "ชุมชน",
    "ครัวเรือน",
    "แปลง",
];

/// Units that also begin a name: "เทศบาล 5 จังหวัดเชียงใหม่" counts nothing.
const UNITS_OR_NAMES: [&str; 8] = ["โรงเรียน", "จังหวัด", "อำเภอ", "ตำบล", "ศูนย์", "เทศบาล", "โครงการ", "กลุ่ม"];

/// What may follow such a unit directly.
const AFTER: [&str; 20] = [
    "ที่",
    "และ",
    "ทั่ว",
    "ใน",
    "นั้น",
    "ได้",
    "ซึ่ง",
    "เข้า",
    "ดัง",
    "ตาม",
    "เป็น",
    "โดย",
    "เพื่อ",
    "ของ",
    "นี้",
    "สังกัด",
    "ขอ",
    "จึง",
    "แจ้ง",
    "ให้",
];

/// What makes a number an ordinal or a name.
const NOT_A_COUNT: [&str; 12] =
    ["ที่", "ข้อ", "มาตรา", "ปี", "พ.ศ.", "เทศบาล", "หมู่", "เลข", "ช่อง", "รุ่น", "โทร.", "ต่อ"];

/// All counts of a text, in their order.
pub(super) fn counts(text: &str) -> Vec<CountText> {
    let mut found = Vec::new();
    let dates = find_dates(text);
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find(is_digit)).map(|offset| at + offset) {
        let rest = text.get(start..).unwrap_or("");
        let length: usize = rest
            .char_indices()
            .take_while(|(_, c)| is_digit(*c) || *c == ',')
            .map(|(_, c)| c.len_utf8())
            .sum();
        let written = rest.get(..length).unwrap_or("").trim_end_matches(',');
        at = start + length;
        // The year of a date counts nothing, whatever the next line begins with.
        let date = dates.partition_point(|date| date.end <= start);
        if dates.get(date).is_some_and(|date| date.start <= start) {
            continue;
        }
        if let Some(count) = count_at(text, start, written) {
            found.push(count);
        }
    }
    found
}

fn count_at(text: &str, start: usize, written: &str) -> Option<CountText> {
    let digits = fold_digits(written);
    let grouped = !digits.contains(',') || is_grouped(&digits);
    if digits.len() > 15 || !grouped {
        return None;
    }
    let before = text.get(..start)?;
    let lead = before.trim_end();
    let counted = lead.ends_with("จำนวน");
    let touches = before.ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '/' | '-' | ':'));
    if touches || (!counted && NOT_A_COUNT.iter().any(|word| lead.ends_with(word))) {
        return None;
    }
    let after = text.get(start + written.len()..)?;
    let gap = after.len() - after.trim_start_matches([' ', '\n']).len();
    let parted = gap > 2 || after.starts_with("\n\n");
    let unit = unit(after.get(gap..)?, counted).filter(|_| !parted)?;
    let begin = if counted { lead.len() - "จำนวน".len() } else { start };
    let end = start + written.len() + gap + unit.len();
    let words = text.get(begin..end)?.split_whitespace().collect::<Vec<_>>().join(" ");
    let count =
        Count { n: digits.replace(',', "").parse().ok()?, unit: unit.to_owned(), text: fold_digits(&words) };
    Some(CountText { start: begin, end, count })
}

fn unit(text: &str, counted: bool) -> Option<&'static str> {
    let sure = UNITS.iter().find(|unit| text.starts_with(**unit)).copied();
    sure.or_else(|| {
        let unit = UNITS_OR_NAMES.iter().find(|unit| text.starts_with(**unit)).copied()?;
        let after = text.get(unit.len()..)?;
        let name = after.starts_with(is_thai_letter) && !AFTER.iter().any(|word| after.starts_with(word));
        (counted || !name).then_some(unit)
    })
}

/// "1,254" and "12,345,678", but not "12,3".
fn is_grouped(digits: &str) -> bool {
    let mut groups = digits.split(',');
    let first = groups.next().unwrap_or("");
    (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3)
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('๐'..='๙').contains(&c)
}

fn is_thai_letter(c: char) -> bool {
    matches!(c, 'ก'..='ฺ' | 'เ'..='๎')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(u64, String)> {
        counts(text).into_iter().map(|found| (found.count.n, found.count.unit)).collect()
    }

    #[test]
    fn numbers_with_units_are_counts() {
        assert_eq!(read("จำนวน 102 แห่ง"), [(102, "แห่ง".to_owned())]);
        assert_eq!(read("รวม 1,254 แห่ง"), [(1254, "แห่ง".to_owned())]);
        assert_eq!(read("จำนวน ๑๐๒\nโรงเรียน"), [(102, "โรงเรียน".to_owned())]);
        assert_eq!(read("ทั้ง 76 จังหวัดทั่วประเทศ"), [(76, "จังหวัด".to_owned())]);
        assert_eq!(counts("จำนวน  ๑,๒๕๔  แห่ง")[0].count.text, "จำนวน 1,254 แห่ง");
    }

    #[test]
    fn ordinals_names_and_money_are_not() {
        for text in [
            "โรงเรียนเทศบาล 5 จังหวัดเชียงใหม่",
            "ครั้งที่ 3 ราย",
            "5,000 บาท",
            "2566 โรงเรียนบ้านตัวอย่าง",
            "12,3 แห่ง",
            "มท 0816.3 ราย",
            "9 กันยายน 2566 รุ่นที่ 2",
            "ข้อ 5\n\nคนละเรื่อง",
        ] {
            assert!(read(text).is_empty(), "{text}");
        }
    }
}
