//! What a text asks for: the words of sending something in and of something taking place, and where its clauses begin.

/// A word of doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Act {
    pub start: usize,
    pub end: usize,
    /// Something is sent in, else something takes place.
    pub sends: bool,
}

/// All acts and clauses of a text.
pub(super) struct Acts {
    found: Vec<Act>,
    /// Where clauses begin.
    clauses: Vec<usize>,
    /// Where something is told as done.
    past: Vec<usize>,
    length: usize,
}

const SENDS: [&str; 27] = [
    "ส่ง",
    "สมัคร",
    "ลงทะเบียน",
    "ยื่น",
    "ตอบแบบ",
    "ตอบรับ",
    "ตอบกลับ",
    "กรอก",
    "บันทึกข้อมูล",
    "นำเข้าข้อมูล",
    "อัปโหลด",
    "อัพโหลด",
    "เสนอชื่อ",
    "เสนอรายชื่อ",
    "เสนอขอ",
    "แจ้งรายชื่อ",
    "แจ้งชื่อ",
    "แจ้งความประสงค์",
    "แจ้งยืนยัน",
    "แจ้งผล",
    "แจ้งข้อมูล",
    "รายงานผล",
    "รายงานข้อมูล",
    "รายงานให้",
    "รายงานการ",
    "สำรวจ",
    "เบิกจ่าย",
];

/// "ส่ง" is also the start of other words, and people are sent to events, not in to an office.
const NOT_SENT: [&str; 13] = [
    "เสริม",
    "ต่อ",
    "มาด้วย",
    "มาพร้อม",
    "ออก",
    "บุคลากร",
    "ผู้",
    "เจ้าหน้าที่",
    "ครู",
    "นักเรียน",
    "ตัวแทน",
    "ทีม",
    "พนักงาน",
];

const HOLDS: [&str; 34] = [
    "ประชุม",
    "อบรม",
    "สัมมนา",
    "เสวนา",
    "แข่งขัน",
    "ประกวด",
    "พิธี",
    "กิจกรรม",
    "นิทรรศการ",
    "มหกรรม",
    "ค่าย",
    "ทัศนศึกษา",
    "ศึกษาดูงาน",
    "ปฐมนิเทศ",
    "ปัจฉิมนิเทศ",
    "จัดขึ้น",
    "จัดงาน",
    "จัดให้มี",
    "จัดเวที",
    "กำหนดจัด",
    "จัดการเรียนการสอน",
    "จัดสอบ",
    "การสอบ",
    "สอบคัดเลือก",
    "สอบแข่ง",
    "ทดสอบ",
    "ตรวจประเมิน",
    "ตรวจเยี่ยม",
    "ลงพื้นที่",
    "ประกาศผล",
    "รับฟัง",
    "ถ่ายทอด",
    "ร่วมงาน",
    "เดินทาง",
];

/// What may join "สมัคร" to what one enters for: "ลงทะเบียนเข้ารับการอบรม" is registering, not training.
const GLUE: [&str; 17] = [
    "เพื่อ",
    "เข้าร่วม",
    "เข้ารับ",
    "เข้า",
    "ร่วม",
    "รับ",
    "การ",
    "กิจกรรม",
    "โครงการ",
    "หลักสูตร",
    "รายชื่อ",
    "ผู้",
    "ผลงาน",
    "แบบ",
    "ใบ",
    "ทีม",
    " ",
];

/// Words that begin another clause.
const CLAUSES: [&str; 11] =
    ["\n\n", "ทั้งนี้", "อนึ่ง", "ในการนี้", "จึงขอ", "จึงเรียน", "จึงแจ้ง", "พร้อมนี้", "พร้อมทั้ง", "สำหรับ", "และขอ"];

const PAST: [&str; 4] = ["ได้จัด", "ได้ดำเนินการ", "ได้เข้าร่วม", "ได้แจ้ง"];

impl Acts {
    pub fn of(text: &str) -> Self {
        let mut acts: Vec<Act> = Vec::new();
        for (words, sends) in [(SENDS.as_slice(), true), (HOLDS.as_slice(), false)] {
            for word in words {
                let places = text.match_indices(word).filter(|(at, _)| is_act(text, *at, word));
                acts.extend(places.map(|(at, _)| Act { start: at, end: at + word.len(), sends }));
            }
        }
        acts.sort_unstable_by_key(|act| (act.start, act.end));
        Self {
            found: entered_for(text, acts),
            clauses: places(text, &CLAUSES),
            past: places(text, &PAST),
            length: text.len(),
        }
    }

    /// Where the clause around a place begins.
    pub fn clause_start(&self, at: usize) -> usize {
        before(&self.clauses, at).unwrap_or(0)
    }

    /// Where the next clause begins.
    pub fn clause_end(&self, at: usize) -> usize {
        let next = self.clauses.partition_point(|clause| *clause < at);
        self.clauses.get(next).copied().unwrap_or(self.length)
    }

    /// The last act of a stretch.
    pub fn last_between(&self, from: usize, to: usize) -> Option<Act> {
        let last = self.found.partition_point(|act| act.start < to).checked_sub(1)?;
        self.found.get(last).copied().filter(|act| act.start >= from)
    }

    /// The first act of a stretch.
    pub fn first_between(&self, from: usize, to: usize) -> Option<Act> {
        let first = self.found.partition_point(|act| act.start < from);
        self.found.get(first).copied().filter(|act| act.start < to)
    }

    /// Whether the clause around a place tells what was done.
    pub fn told_as_past(&self, at: usize) -> bool {
        before(&self.past, at).is_some_and(|told| told >= self.clause_start(at))
    }
}

fn is_act(text: &str, at: usize, word: &str) -> bool {
    let before = text.get(..at).unwrap_or("");
    let after = text.get(at + word.len()..).unwrap_or("");
    match word {
        "ส่ง" => {
            let result =
                after.starts_with("ผล") && !after.starts_with("ผลงาน") && !after.starts_with("ผลการ");
            !result && !NOT_SENT.iter().any(|word| after.starts_with(word)) && !before.ends_with("ขน")
        }
        "ประชุม" => !before.ends_with("ห้อง") && !before.ends_with("ที่"),
        "ค่าย" => !before.ends_with("เครือ"),
        _ => true,
    }
}

/// Leaves out what one only enters for.
fn entered_for(text: &str, acts: Vec<Act>) -> Vec<Act> {
    let mut kept: Vec<Act> = Vec::with_capacity(acts.len());
    for act in acts {
        let entered = kept.last().is_some_and(|last| {
            last.sends && !act.sends && act.start < last.end + 120 && is_glue(text, last.end, act.start)
        });
        if !entered {
            kept.push(act);
        }
    }
    kept
}

fn is_glue(text: &str, from: usize, to: usize) -> bool {
    let mut rest = text.get(from..to).unwrap_or("");
    while let Some(next) = GLUE.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = next;
    }
    rest.is_empty()
}

fn places(text: &str, words: &[&str]) -> Vec<usize> {
    let mut places: Vec<usize> =
        words.iter().flat_map(|word| text.match_indices(word).map(|(at, _)| at)).collect();
    places.sort_unstable();
    places
}

fn before(places: &[usize], at: usize) -> Option<usize> {
    places.partition_point(|place| *place <= at).checked_sub(1).and_then(|last| places.get(last)).copied()
}
