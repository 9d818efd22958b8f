//! The word that leads a date in: by then, until then, on that day, or long ago.

use crate::domain::thai::dates::{DateText, DateValue};
use crate::domain::thai::fold_digits;

/// How the words before a date bind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    /// "ภายในวันที่".
    By,
    /// "จนถึงวันที่", the first day not given.
    Until,
    /// "ในวันที่", "ระหว่างวันที่".
    On,
    /// "ลงวันที่", "เมื่อวันที่": a date that sets nothing.
    Past,
    /// "ตั้งแต่วันที่ … เป็นต้นไป": no last day.
    Onwards,
    /// Nothing of these.
    None,
}

const BY: [&str; 12] = [
    "ภายใน",
    "ไม่เกิน",
    "ไม่ช้ากว่า",
    "อย่างช้า",
    "ก่อน",
    "หมดเขต",
    "ปิดรับสมัคร",
    "ปิดรับ",
    "สิ้นสุด",
    "ครบกำหนด",
    "กำหนดส่ง",
    "กำหนดเวลา",
];
const UNTIL: [&str; 3] = ["จนถึง", "ถึง", "จนกระทั่ง"];
const ON: [&str; 7] = ["ระหว่าง", "ในวัน", "ใน", "ตั้งแต่", "กำหนด", "กำหนดการ", "ช่วง"];
const PAST: [&str; 9] =
    ["ลง", "เมื่อ", "ณ", "ประกาศ", "ใช้บังคับตั้งแต่", "ใช้บังคับ", "บังคับใช้ตั้งแต่", "มีผลตั้งแต่", "มีผลใช้บังคับ"];

/// What may stand between "ภายใน" and its date: "ภายในเวลา 16.30 น. ของวันที่".
const BETWEEN: [&str; 15] = [
    "เวลาราชการ",
    "กำหนดเวลา",
    "เวลา",
    "กำหนด",
    "นาฬิกา",
    "ของ",
    "วัน",
    "ที่",
    "น.",
    "ใน",
    "คือ",
    "และ",
    ".",
    ":",
    " ",
];

/// What stands before the date of one of several: "รุ่นที่ 2 วันที่ …".
const ROUNDS: [&str; 7] = ["รุ่นที่", "ครั้งที่", "กลุ่มที่", "จุดที่", "ระยะที่", "รอบ", "ภาค"];

/// Looked at before a date, in characters.
const REACH: usize = 40;

impl Lead {
    /// The lead of a date; nothing before `floor` belongs to it.
    pub fn of(text: &str, floor: usize, date: &DateText) -> Self {
        let all = text.get(floor..date.start).unwrap_or("");
        let reach = all.char_indices().rev().take(REACH).last().map_or(0, |(at, _)| at);
        let near = all.get(reach..).unwrap_or("");
        let touching = near.trim_end();
        let words = text.get(date.start..date.end).unwrap_or("");
        let after = text.get(date.end..).unwrap_or("").trim_start();
        let ends = |words: &[&str]| words.iter().any(|word| touching.ends_with(word));
        if ends(&PAST) {
            Self::Past
        } else if is_by(near) {
            Self::By
        } else if touching.ends_with("ตั้งแต่") && after.starts_with("เป็นต้น") {
            Self::Onwards
        } else if matches!(date.value, DateValue::Day(_)) && (ends(&UNTIL) || words.starts_with("ถึง"))
        {
            Self::Until
        } else if ends(&ON)
            || matches!(date.value, DateValue::Range(..))
            || ROUNDS.iter().any(|round| near.contains(round))
        {
            Self::On
        } else {
            Self::None
        }
    }
}

/// Whether "ภายใน" or its like stands before the date with nothing but a time of day between.
fn is_by(near: &str) -> bool {
    let Some((at, word)) = BY
        .iter()
        .filter_map(|word| near.rfind(word).map(|at| (at, word)))
        .max_by_key(|(at, word)| (*at, word.len()))
    else {
        return false;
    };
    let folded = fold_digits(near.get(at + word.len()..).unwrap_or(""));
    let mut rest = folded.trim_start_matches(|c: char| c.is_ascii_digit());
    while let Some(next) = BETWEEN.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = next.trim_start_matches(|c: char| c.is_ascii_digit());
    }
    rest.is_empty()
}
