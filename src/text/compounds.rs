//! Thai compounds that stay on one line in headings, buttons and names: browsers break Thai by a dictionary of its
//! parts and would write ท้อง at the end of one line and ถิ่น at the beginning of the next.

use std::sync::LazyLock;

use regex::Regex;

/// Each is cut by the dictionary of browsers, and is short enough for the narrowest screen.
pub const COMPOUNDS: [&str; 70] = [
    // Deeds and states.
    "ลงรับ",
    "ผู้ลงรับ",
    "รอลงรับ",
    "รับทราบ",
    "รอรับทราบ",
    "ผู้รับทราบ",
    "ส่งต่อ",
    "ส่งคืน",
    "ดึงกลับ",
    "แจ้งเวียน",
    "แจ้งเตือน",
    "เวียนแก้ไข",
    "แทนโดย",
    "ออกเลข",
    "เปิดอ่าน",
    "ครบกำหนด",
    "เกินกำหนด",
    "บันทึกแทน",
    "ลงทะเบียน",
    "ตรวจสอบ",
    "ไม่สอดคล้อง",
    "ข้ามขั้น",
    "เข้าสู่ระบบ",
    "ออกจากระบบ",
    // Things.
    "หนังสือเวียน",
    "ร่างหนังสือ",
    "ทะเบียนรับ",
    "เลขรับ",
    "เลขที่",
    "เส้นเวลา",
    "หลักฐาน",
    "รายชื่อ",
    "แนบท้าย",
    "รหัสผ่าน",
    "วันที่",
    "วันทำการ",
    "ด่วนที่สุด",
    // Offices and people.
    "ท้องถิ่น",
    "ส่วนท้องถิ่น",
    "ส่วนตำบล",
    "ส่วนจังหวัด",
    "การปกครอง",
    "ส่งเสริม",
    "หน่วยงาน",
    "เทศบาลเมือง",
    "เทศบาลนคร",
    "เทศบาลตำบล",
    "สถานศึกษา",
    "การศึกษา",
    "เจ้าหน้าที่",
    "ผู้ดูแล",
    "ผู้ใช้",
    "ผู้ตรวจสอบ",
    "ผู้อำนวยการ",
    "ครูผู้สอน",
    // What circulars are about.
    "เข้าร่วม",
    "เข้าใช้",
    "เรียนรู้",
    "เด็กเล็ก",
    "ภาคเรียน",
    "ประจำปี",
    "งบประมาณ",
    "เงินอุดหนุน",
    "อาหารกลางวัน",
    "สิ่งที่ส่งมาด้วย",
    "ประกวด",
    "สวนพฤกษศาสตร์",
    "ใบรับ",
    "ต้นทาง",
    "ปลายทาง",
];

/// Finds the longest compound first where one begins with another.
static FOUND: LazyLock<Regex> = LazyLock::new(|| {
    let mut longest_first = COMPOUNDS;
    longest_first.sort_unstable_by_key(|word| std::cmp::Reverse(word.len()));
    Regex::new(&longest_first.join("|")).expect("the list holds Thai letters alone")
});

/// The stretches of a text in their order, and whether each is a compound.
pub fn stretches(text: &str) -> Vec<(&str, bool)> {
    let mut stretches = Vec::new();
    let mut at = 0;
    for found in FOUND.find_iter(text) {
        if found.start() > at {
            stretches.push((&text[at..found.start()], false));
        }
        stretches.push((found.as_str(), true));
        at = found.end();
    }
    if at < text.len() {
        stretches.push((&text[at..], false));
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compounds_are_found_the_longest_first() {
        let name = "องค์การบริหารส่วนตำบลท้องถิ่นสมมุติ";
        let found = [("องค์การบริหาร", false), ("ส่วนตำบล", true), ("ท้องถิ่น", true), ("สมมุติ", false)];
        assert_eq!(stretches(name), found);
        assert_eq!(stretches("ผู้ลงรับ"), [("ผู้ลงรับ", true)]);
        assert_eq!(stretches("English"), [("English", false)]);
        assert!(stretches("").is_empty());
    }

    #[test]
    fn each_stands_in_the_list_once_and_fits_the_narrowest_screen() {
        for (at, word) in COMPOUNDS.iter().enumerate() {
            assert!(!COMPOUNDS[..at].contains(word), "{word} twice");
            assert!(word.chars().count() <= 16, "{word} is too long to stay on one line");
        }
    }
}
