//! Slips of invented schools, and the letter they belong to.

use chrono::{TimeZone as _, Utc};
use wian::domain::paper::PaperDigits;
use wian::letters::paper::slips::{Slip, Stack};

use super::sample::ADDRESS;

/// The letter that slips belong to.
pub fn stack() -> Stack {
    Stack {
        issuer: "กรมตัวอย่างการปกครอง".to_owned(),
        reference: "มท 0816.3/ว 679".to_owned(),
        dated: "24 พฤษภาคม 2566".to_owned(),
        title: "การคัดเลือกผลงานโรงเรียนตัวอย่าง ปี 2566".to_owned(),
        address: ADDRESS.to_owned(),
        digits: PaperDigits::Thai,
        at: Utc.with_ymd_and_hms(2023, 5, 24, 2, 30, 0).single().expect("a moment"),
    }
}

/// So many slips, each with a school and a symbol of its own.
pub fn slips(count: usize) -> Vec<Slip> {
    let slip = |n: usize| Slip {
        school: format!("โรงเรียนเทศบาล {n} (วัดตัวอย่าง)"),
        place: format!("ทต.ตัวอย่าง {} อำเภอเมืองตัวอย่าง จังหวัดตัวอย่างเหนือ", n % 97),
        address: format!("HTTPS://WIAN.EXAMPLE.GO.TH/S/R7KM42XD9P3TQ5WN8VJ{n:05}"),
        code: format!("R7KM-42XD-{n:04}"),
        until: "31 มีนาคม 2567".to_owned(),
        ask: "กองตัวอย่างการศึกษา โทร. 0 2000 9000 ต่อ 5313".to_owned(),
    };
    (1..=count).map(slip).collect()
}
