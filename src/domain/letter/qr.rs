//! The QR code that a letter speaks of, and the lines printed beneath it.

use super::document::Document;
use super::marks::Marks;
use super::reading::Qr;
use super::tail::{Foot, FootLine};

const NAMES: [&str; 7] = ["qr code", "qrcode", "qr-code", "qr  code", "คิวอาร์", "คิวอาร", "qr โค้ด"];

/// Lines at the foot that belong to no code.
const NOT_A_CAPTION: [&str; 18] = [
    "สำเนาเรียน",
    "สำเนาส่ง",
    "สำเนาถูกต้อง",
    "สำเนาคู่ฉบับ",
    "ร่าง",
    "(ตรา",
    "ตราชื่อ",
    "(ลงชื่อ",
    "(ประทับ",
    "ถนน",
    "เลขที่",
    "ตำบล",
    "แขวง",
    "อำเภอ",
    "เขต",
    "หมู่ที่",
    "ฯลฯ",
    "หมายเหตุ",
];

/// The longest line of a caption, in characters.
const LONGEST_LINE: usize = 160;

/// What the letter says about a code. The caption is what its foot holds besides names, dates and telephones.
pub(super) fn qr(document: &Document, foot: &Foot, marks: &mut Marks) -> Qr {
    let text = document.text.to_ascii_lowercase();
    let Some((at, name)) =
        NAMES.iter().filter_map(|name| text.find(name).map(|at| (at, name))).min_by_key(|(at, _)| *at)
    else {
        return Qr::default();
    };
    marks.add(document, "qr", at, at + name.len());
    let mut caption = Vec::new();
    // Between the closing and the name somebody has signed.
    let closing = foot.of_kind(FootLine::Closing).next().unwrap_or(usize::MAX);
    let signature = foot.of_kind(FootLine::Signature).last().unwrap_or(0);
    for index in foot.of_kind(FootLine::Other).filter(|index| !(closing..signature).contains(index)) {
        let line = document.line_text(index);
        let short = line.chars().take(LONGEST_LINE + 1).count() <= LONGEST_LINE;
        if short
            && caption.len() < 12
            && !NOT_A_CAPTION.iter().any(|word| line.starts_with(word))
            && is_words(line)
        {
            if let Some(line) = document.line(index) {
                marks.add(document, "qr", line.start, line.end);
            }
            caption.push(line.to_owned());
        }
    }
    Qr { mentioned: true, caption }
}

/// Dots, rules and numbers are no words.
fn is_words(line: &str) -> bool {
    line.chars().filter(|c| c.is_alphabetic()).take(3).count() == 3
}
