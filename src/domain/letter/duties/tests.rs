//! Dated duties as letters word them.

use super::super::links::{emails, urls};
use super::*;

/// Kind, first day, last day and channel of each duty.
fn read(text: &str) -> Vec<(DutyKind, String, String, Option<String>)> {
    let mut links = emails(text);
    links.extend(urls(text));
    links.sort_by_key(|link| link.start);
    duties(text, &links, None)
        .into_iter()
        .map(|DutyText { duty, .. }| {
            let from = duty.from.map_or(String::new(), |day| day.to_string());
            (duty.kind, from, duty.to.to_string(), duty.channel)
        })
        .collect()
}

fn one(text: &str) -> (DutyKind, String, String, Option<String>) {
    let found = read(text);
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found.into_iter().next().expect("one duty")
}

fn kind(text: &str) -> DutyKind {
    one(text).0
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

#[test]
fn what_is_sent_in_during_days_is_a_submission() {
    for text in [
        "ให้ส่งผลงานทางอีเมล a@example.go.th ตั้งแต่วันที่ 1 - 28 กรกฎาคม 2566",
        "เปิดรับสมัครเข้าร่วมการแข่งขันระหว่างวันที่ 1 - 28 กรกฎาคม 2566",
        "ลงทะเบียนเข้ารับการอบรมได้ตั้งแต่วันที่ ๑ ถึงวันที่ ๒๘ กรกฎาคม ๒๕๖๖",
        "จัดส่งข้อมูลให้กรมส่งเสริมการปกครองท้องถิ่น ระหว่างวันที่ 1 - 28 ก.ค. 66",
        "กรอกข้อมูลในระบบ ตั้งแต่ 1 กรกฎาคม 2566 ถึง 28 กรกฎาคม 2566",
    ] {
        let (kind, from, to, _) = one(text);
        assert_eq!(
            (kind, from.as_str(), to.as_str()),
            (DutyKind::Submission, "2023-07-01", "2023-07-28"),
            "{text}"
        );
    }
}

#[test]
fn what_takes_place_is_an_event() {
    for text in [
        "จะจัดการประชุมวิชาการ ระหว่างวันที่ 9 - 10 กันยายน 2566",
        "ขอให้ส่งบุคลากรเข้าร่วมการอบรมระหว่างวันที่ 9 - 10 กันยายน 2566",
        "ระหว่างวันที่ 9 - 10 กันยายน 2566 กรมตัวอย่างจะจัดงานมหกรรมวิชาการ",
        "กำหนดจัดพิธีมอบรางวัล ในวันที่ 9 กันยายน 2566",
    ] {
        assert_eq!(kind(text), DutyKind::Event, "{text}");
    }
}

#[test]
fn what_is_done_by_a_day_is_a_deadline() {
    for text in [
        "รายงานผลให้ทราบภายในวันที่ 30 มิถุนายน 2566",
        "ส่งแบบตอบรับ ภายในวันศุกร์ที่ ๓๐ มิถุนายน ๒๕๖๖",
        "ดำเนินการให้แล้วเสร็จไม่เกินวันที่ 30 มิ.ย. 66",
        "ส่งเอกสารภายในเวลา 16.30 น. ของวันที่ 30 มิถุนายน 2566",
        "แจ้งรายชื่อผู้เข้าร่วมประชุม ก่อนวันที่ 30 มิถุนายน 2566",
        "ตรวจสอบให้เสร็จสิ้นจนถึงวันที่ 30 มิถุนายน 2566",
    ] {
        let (kind, from, to, _) = one(text);
        assert_eq!((kind, from.as_str(), to.as_str()), (DutyKind::Deadline, "", "2023-06-30"), "{text}");
    }
}

#[test]
fn dates_that_ask_for_nothing_are_no_duties() {
    for text in [
        "ตามหนังสือที่ส่งมา ที่ มท 0816.3/ว 12 ลงวันที่ 3 มกราคม 2566",
        "มติที่ประชุมเมื่อวันที่ 3 มกราคม 2566",
        "ข้อมูล ณ วันที่ 10 มิถุนายน 2566",
        "มีผลใช้บังคับตั้งแต่วันที่ 1 กุมภาพันธ์ 2567 เป็นต้นไป",
        "เปิดรับสมัครตั้งแต่วันที่ 1 กุมภาพันธ์ 2567 เป็นต้นไป",
        "ภายในเดือนมิถุนายน 2566",
        "ส่งผลงานภายในวันที่ 31 มิถุนายน 2566",
        "วันที่ 5 มิถุนายน 2566 เป็นวันสำคัญ",
    ] {
        assert_eq!(read(text), [], "{text}");
    }
}

#[test]
fn what_was_held_before_the_letter_is_no_duty() {
    let text = "กรมตัวอย่างได้จัดการอบรม ระหว่างวันที่ 9 - 10 พฤษภาคม 2566 เรียบร้อยแล้ว";
    assert!(duties(text, &[], Some(day(2023, 6, 1))).is_empty());
    assert_eq!(duties(text, &[], Some(day(2023, 5, 1))).len(), 1);
}

#[test]
fn a_list_goes_on_with_what_its_head_speaks_of() {
    let text = "กำหนดจัดการอบรม จำนวน 2 รุ่น ดังนี้\n\n1. รุ่นที่ 1 ระหว่างวันที่ 5 - 6 มิถุนายน 2566\n\n2. รุ่นที่ 2 ระหว่างวันที่ 8 - 9 มิถุนายน 2566\n\n3. รุ่นที่ 3 วันที่ 15 และ 22 มิถุนายน 2566";
    let found: Vec<_> = read(text).into_iter().map(|(kind, _, to, _)| (kind, to)).collect();
    let event = |day: &str| (DutyKind::Event, day.to_owned());
    assert_eq!(found, ["2023-06-06", "2023-06-09", "2023-06-15", "2023-06-22"].map(event));
}

#[test]
fn a_channel_is_an_address_of_the_same_sentence() {
    let channel = |text: &str| read(text).into_iter().map(|duty| duty.3).collect::<Vec<_>>();
    let mail = Some("a@example.go.th".to_owned());
    let site = Some("https://example.go.th/s".to_owned());
    assert_eq!(channel("ส่งผลงานทางอีเมล a@example.go.thภายในวันที่ 5 มิถุนายน 2566"), vec![mail.clone()]);
    assert_eq!(channel("ส่งผลงานภายในวันที่ 5 มิถุนายน 2566 ทาง a@example.go.th"), vec![mail.clone()]);
    assert_eq!(
        channel(
            "ส่งผลงานทาง a@example.go.th ภายในวันที่ 5 มิ.ย. 2566 และสมัครที่ https://example.go.th/s ภายในวันที่ 9 มิ.ย. 2566"
        ),
        [mail.clone(), site.clone()]
    );
    assert_eq!(
        channel(
            "เปิดรับสมัครวันที่ 1 - 5 มิ.ย. 2566 และจัดแข่งขันวันที่ 9 มิ.ย. 2566 ผู้สนใจสมัครได้ที่ https://example.go.th/s"
        ),
        [site.clone(), None]
    );
    assert_eq!(
        channel(
            "รายงานให้จังหวัดทราบภายในวันที่ 5 มิ.ย. 2566 และให้จังหวัดส่งให้กรมภายในวันที่ 9 มิ.ย. 2566 ทางอีเมล a@example.go.th"
        ),
        [None, mail]
    );
    assert_eq!(channel("ประชุมผ่านระบบ https://example.go.th/s ในวันที่ 9 มิ.ย. 2566"), [site]);
    for text in [
        "ส่งผลงานภายในวันที่ 5 มิถุนายน 2566 ทั้งนี้ สอบถามได้ที่ a@example.go.th",
        "ดาวน์โหลดเอกสารได้ที่ https://example.go.th/s และรายงานผลภายในวันที่ 5 มิถุนายน 2566",
        "ประชุมวันที่ 5 มิถุนายน 2566 อีเมล a@example.go.th",
    ] {
        assert_eq!(channel(text), [None], "{text}");
    }
}
