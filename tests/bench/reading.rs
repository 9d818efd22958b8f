//! How long a megabyte of letter takes to read, beside one regular expression over the same text, in the same run:
//! `cargo bench --bench reading`.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use regex::Regex;
use wian::domain::letter::parse;

/// The length of each text, in bytes.
const MEGABYTE: usize = 1_000_000;

/// Each is timed so often, and the least time counts.
const TIMES: usize = 5;

/// What a reader without a grammar would look for: a day, a month and a year.
const DATES: &str = r"[0-9๐-๙]{1,2}\s*(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม)\s*[0-9๐-๙]{4}";

/// A letter of our own, where the real one does not lie beside the project.
const LETTER: &str = "ที่ มท 0999.1/ว\n\nถึง สำนักงานตัวอย่าง\n\nด้วยกรมตัวอย่างจะจัดประชุม ระหว่างวันที่ 9 - 10 กันยายน 2566 \
    จำนวน 102 แห่ง\n\nกรมตัวอย่าง\nพฤษภาคม 2566\nกองตัวอย่าง\nโทร. 0 2000 0123 ต่อ 45\n";

fn main() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/letters/dla-quality-schools-2566.txt");
    let letter = std::fs::read_to_string(path).unwrap_or_else(|_| LETTER.to_owned());
    let line = "กรมตัวอย่าง วันที่ 5 มิถุนายน 2567 จำนวน 5 แห่ง โทร. 0 2000 0000 ";
    let texts = [
        ("a letter after the other", repeated("", &letter)),
        ("all in a single line", repeated("ถึง สำนักงานตัวอย่าง ", line)),
        ("nothing but numbers", repeated("ถึง สำนักงานตัวอย่าง\nด้วย ", "1 ")),
        ("nothing but labels", repeated("ถึง สำนักงานตัวอย่าง\n", "เรียน เรื่อง ")),
    ];
    let dates = Regex::new(DATES).expect("an expression");
    println!("{:<26} {:>10} {:>12} {:>7}", "one megabyte of", "read in", "expression", "ratio");
    for (name, text) in texts {
        let parsed = least(|| black_box(parse(black_box(&text))).is_ok());
        let scanned = least(|| dates.find_iter(black_box(&text)).count() > 0);
        let ratio = parsed.as_secs_f64() / scanned.as_secs_f64();
        println!("{name:<26} {:>7} ms {:>9} ms {ratio:>7.1}", parsed.as_millis(), scanned.as_millis());
    }
}

fn repeated(head: &str, pattern: &str) -> String {
    head.to_owned() + &pattern.repeat((MEGABYTE - head.len()) / pattern.len())
}

fn least(mut work: impl FnMut() -> bool) -> Duration {
    let once = |()| {
        let start = Instant::now();
        black_box(work());
        start.elapsed()
    };
    [(); TIMES].map(once).into_iter().min().unwrap_or_default()
}
