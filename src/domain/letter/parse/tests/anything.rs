//! Any text gives a reading or a refusal, and takes time in proportion to its length.

use std::time::Duration;

use cpu_time::ThreadTime;
use proptest::prelude::*;

use super::*;

/// Pieces that letters are made of, and what could lead a reader astray.
const PIECES: [&str; 36] = [
    "ถึง ",
    "เรียน ",
    "เรื่อง ",
    "ที่ มท 0816.3/ว ",
    "อ้างถึง ",
    "สิ่งที่ส่งมาด้วย ",
    "วันที่ ",
    "ลงวันที่ ",
    "ภายใน",
    "ระหว่าง",
    "ถึงวันที่ ",
    "๙ กันยายน ",
    "2566 ",
    "๑",
    "1. ",
    "2) ",
    "(",
    ")",
    "/",
    "-",
    "@",
    "a@b.co",
    "https://",
    "โทร. ",
    "โทรสาร",
    " ต่อ ",
    "0 2241 9000",
    "จำนวน ",
    "แห่ง",
    "QR Code",
    "กรม",
    "ผู้ประสานงาน : ",
    "ขอแสดงความนับถือ",
    "\u{FFFD}",
    "ำ",
    "\u{0E48}",
];

fn letter() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(PIECES.as_slice()).prop_map(str::to_owned),
        2 => Just("\n".to_owned()),
        1 => any::<String>(),
        1 => "[ก-๎0-9๐-๙ .,:/()@\\n-]{0,12}",
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_gives_a_reading_or_a_refusal(text in letter(), junk: String) {
        for source in [&text, &junk, &format!("ถึง จังหวัด\n{text}"), &format!("บันทึกข้อความ\n{junk}\n{text}")] {
            if let Ok((reading, marks)) = parse(source) {
                for mark in marks {
                    prop_assert!(source.get(mark.start..mark.end).is_some_and(|words| !words.is_empty()));
                }
                prop_assert!(reading.duties.iter().all(|duty| duty.from.is_none_or(|from| from <= duty.to)));
            }
        }
    }
}

/// The processor's time for a reading, the less of two: a clock on the wall would count what else the machine does.
fn time(source: &str) -> Duration {
    let once = || {
        let started = ThreadTime::now();
        let _ = parse(source);
        started.elapsed()
    };
    once().min(once())
}

/// Reads a repeated pattern at a length and at eight times that: quadratic work would take 64 times as long.
fn grows_evenly(head: &str, pattern: &str) {
    const LENGTH: usize = 3_000;
    let of_length = |length: usize| format!("{head}{}", pattern.repeat(length / pattern.len().max(1)));
    let (short, long) = (time(&of_length(LENGTH)), time(&of_length(8 * LENGTH)));
    // A fixed cost stands for what does not grow.
    let allowed = short * 24 + Duration::from_millis(40);
    assert!(long < allowed, "{pattern:?} after {head:?}: {short:?}, then {long:?}");
}

#[test]
fn time_grows_with_length_and_no_faster() {
    let patterns = PIECES.iter().copied().chain([
        "\n",
        "ก",
        "กก\n",
        "ด้วย",
        "(ก\n",
        "1.\n",
        "โทร\n",
        "เดือน",
        "http://",
        "www.a.b",
        "a.a@a.a",
        "วันที่ 9 - 10 กันยายน 2566 ",
        "ส่งผลงานภายในวันที่ 9 กันยายน 2566 a@b.co\n",
        "ประชุม",
        "กรมตัวอย่าง\n",
        "ผู้ประสานงาน",
        "โทร. 0 2241 9000 ต่อ 12, ",
        "จำนวน 1,254 แห่ง ",
        "๐ ๒๒๔๑ ๙000 ",
        "\u{FFFD}\n",
        "ที่ มท 0816.3/ว 12\n",
        "(นายตัวอย่าง ใจดี)\n",
    ]);
    for pattern in patterns {
        for head in ["ถึง จังหวัดตัวอย่าง\nด้วย", "เรียน ผู้ว่า\nอ้างถึง "]
        {
            grows_evenly(head, pattern);
        }
    }
}
