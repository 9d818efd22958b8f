//! A year's register of invented letters.

use chrono::{DateTime, TimeZone as _, Utc};
use wian::domain::paper::PaperDigits;
use wian::letters::paper::register::{Entry, Register};

/// When it is printed.
pub fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2023, 5, 24, 2, 30, 0).single().expect("a moment")
}

fn entry(n: usize) -> Entry {
    let subjects = [
        "การคัดเลือกผลงานโรงเรียนตัวอย่าง ปี 2566",
        "แจ้งแนวทางการดำเนินโครงการโรงเรียนคุณภาพขององค์กรปกครองส่วนท้องถิ่น และหลักสูตรอบรมต่าง ๆ สำหรับครูและผู้ที่เกี่ยวข้อง",
        "ขอความร่วมมือตอบแบบสำรวจ",
    ];
    let remark =
        if n.is_multiple_of(97) { "ยกเลิก ออกเลขผิดฉบับ" } else { "" };
    let cells = [
        &n.to_string(),
        &format!("มท 0816.3/ว {}", 600 + n),
        "24 พ.ค. 2566",
        "กรมตัวอย่าง",
        "สถจ.ตัวอย่างเหนือ",
        subjects[n % 3],
        "ส่งต่อแล้ว 1/1 แห่ง",
        remark,
    ];
    Entry { cells: cells.map(|text: &str| text.to_owned()), void: !remark.is_empty() }
}

/// A register of so many letters, every 97th of them cancelled.
pub fn sample(entries: usize) -> Register {
    let columns = ["เลขทะเบียนรับ", "ที่", "ลงวันที่", "จาก", "ถึง", "เรื่อง", "การปฏิบัติ", "หมายเหตุ"];
    Register {
        title: "ทะเบียนหนังสือรับ".to_owned(),
        form: "แบบที่ 13".to_owned(),
        office: "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดตัวอย่างเหนือ".to_owned(),
        year: 2566,
        columns: columns.map(str::to_owned),
        entries: (1..=entries).map(entry).collect(),
        findings: vec!["เลข 1 ถึง 214 ครบถ้วน ไม่มีเลขซ้ำ".to_owned()],
        digits: PaperDigits::Thai,
    }
}
