//! What the linter says, and when it is silent.

use super::*;
use crate::domain::letter::finding::Level;
use crate::domain::letter::parse;

const WHOLE: &str = "ที่ มท 0816.3/ว 12\nถึง สำนักงานตัวอย่างจังหวัด ทุกจังหวัด\n\nด้วยมีโรงเรียนในสังกัดองค์กรปกครองส่วนท้องถิ่นเข้าร่วม จำนวน 102 แห่ง จึงขอให้ส่งผลงานภายในวันที่ 30 มิถุนายน 2566\n\nกรมตัวอย่าง\n5 มิถุนายน 2566\nกองตัวอย่าง\nโทร. 0 2000 0000";

const TITLE: LintContext<'static> =
    LintContext {
        register_title: Some("ชื่อเรื่อง"), dated: None, roster_schools: None, enclosures: None
    };

fn found(source: &str, context: &LintContext<'_>) -> Vec<Finding> {
    let (reading, _) = parse(source).expect("a letter");
    lint(&reading, Some(source), context)
}

fn codes(source: &str, context: &LintContext<'_>) -> Vec<String> {
    found(source, context).into_iter().map(|finding| finding.code).collect()
}

/// The one finding with a code.
fn only(source: &str, context: &LintContext<'_>, code: &str) -> Finding {
    let all = found(source, context);
    let mut with_code: Vec<Finding> = all.iter().filter(|finding| finding.code == code).cloned().collect();
    assert_eq!(with_code.len(), 1, "{code} in {all:?}");
    with_code.remove(0)
}

#[test]
fn a_whole_letter_with_a_title_has_no_findings() {
    assert_eq!(codes(WHOLE, &TITLE), Vec::<String>::new());
    assert_eq!(codes(WHOLE, &LintContext::default()), ["register_title_missing"]);
}

#[test]
fn every_finding_is_a_sentence_in_both_languages() {
    let source = format!(
        "ลับมาก\n{}",
        WHOLE.replace("30 มิถุนายน 2566", "๓๑ มิถุนายน 66 โทร. ๐8 0000 0000").replace("5 มิ", "มิ")
    );
    let all = found(
        &format!("{source}\u{FFFD}"),
        &LintContext { roster_schools: Some(1), enclosures: Some(&[]), ..TITLE },
    );
    assert!(all.len() >= 5, "{all:?}");
    for finding in all {
        assert!(finding.message_th.chars().any(|c| ('ก'..='ฮ').contains(&c)), "{finding:?}");
        assert!(finding.message_en.ends_with('.') && !finding.where_.is_empty(), "{finding:?}");
    }
}

#[test]
fn number_and_date_yet_to_come_are_notes() {
    let source = WHOLE.replace("ที่ มท 0816.3/ว 12\n", "").replace("5 มิถุนายน 2566\n", "มิถุนายน 2566\n");
    for code in ["number_missing", "date_without_day"] {
        assert_eq!(only(&source, &TITLE, code).level, Level::Note);
    }
    assert!(codes(&source.replace("มิถุนายน 2566\nกอง", "กอง"), &TITLE).contains(&"date_missing".to_owned()));
}

#[test]
fn a_circular_cannot_be_secret() {
    let finding = only(&format!("ลับ\n{WHOLE}"), &TITLE, "secret");
    assert_eq!((finding.level, finding.where_.as_str()), (Level::Error, "secrecy"));
}

#[test]
fn mixed_digits_are_quoted_where_they_stand() {
    let finding = only(&WHOLE.replace("0 2000 0000", "๐ ๒๐๐๐ ๐000 ต่อ 12"), &TITLE, "mixed_digits");
    assert!(finding.message_th.contains("“๐ ๒๐๐๐ ๐000”"), "{}", finding.message_th);
    assert_eq!((finding.level, finding.where_.as_str()), (Level::Warning, "phones"));
    let date = only(&WHOLE.replace("5 มิถุนายน 2566", "๕ มิถุนายน 2566"), &TITLE, "mixed_digits");
    assert!(date.message_th.contains("“๕ มิถุนายน 2566”") && date.where_ == "dated", "{date:?}");
    // A letter may write its prose in one script and a telephone in the other.
    assert!(codes(&WHOLE.replace("102", "๑๐๒"), &TITLE).is_empty());
}

#[test]
fn lost_characters_are_shown_with_their_neighbours() {
    let finding = only(&WHOLE.replace("เข้าร่วม จำนวน", "เข้าร่วม \u{FFFD}จำนวน"), &TITLE, "lost_characters");
    assert!(finding.message_th.contains("□จำนวน"), "{}", finding.message_th);
    assert_eq!((finding.level, finding.where_.as_str()), (Level::Warning, "body"));
}

#[test]
fn a_count_of_schools_is_held_against_the_roster() {
    let roster = |n| LintContext { roster_schools: Some(n), ..TITLE };
    assert!(codes(WHOLE, &roster(102)).is_empty());
    let finding = only(WHOLE, &roster(101), "count_differs_from_roster");
    assert!(finding.message_en.contains("102") && finding.message_en.contains("101"));
    let others = WHOLE.replace("โรงเรียนในสังกัดองค์กรปกครองส่วนท้องถิ่น", "องค์กรปกครองส่วนท้องถิ่น");
    assert!(codes(&others, &roster(101)).is_empty(), "the letter counts municipalities");
}

#[test]
fn a_deadline_before_the_letter_is_a_warning() {
    let early = WHOLE.replace("30 มิถุนายน 2566", "4 มิถุนายน 2566");
    assert_eq!(only(&early, &TITLE, "deadline_before_date").level, Level::Warning);
    let late = chrono::NaiveDate::from_ymd_opt(2023, 7, 1);
    only(WHOLE, &LintContext { dated: late, ..TITLE }, "deadline_before_date");
    let draft = WHOLE.replace("5 มิถุนายน 2566", "กรกฎาคม 2566");
    only(&draft, &TITLE, "deadline_before_date");
}

#[test]
fn dates_that_cannot_be_are_named() {
    let with = |date: &str| WHOLE.replace("วันที่ 30 มิถุนายน 2566", date);
    assert!(only(&with("วันที่ 31 มิถุนายน 2566"), &TITLE, "date_impossible").message_th.contains("31 มิถุนายน"));
    only(&with("วันที่ 10 - 9 มิถุนายน 2566"), &TITLE, "range_backwards");
    only(&with("วันที่ 30 มิ.ย. 66"), &TITLE, "two_digit_year");
    only(&with("เดือนมิถุนายน 2566"), &TITLE, "deadline_without_day");
    let weekday = only(&with("วันจันทร์ที่ 30 มิถุนายน 2566"), &TITLE, "weekday_differs");
    assert!(weekday.message_th.contains("วันศุกร์") && weekday.message_en.contains("Friday"));
    assert!(codes(&with("วันศุกร์ที่ 30 มิถุนายน 2566"), &TITLE).is_empty());
    only(&WHOLE.replace("5 มิถุนายน 2566", "31 มิถุนายน 2566"), &TITLE, "date_impossible");
}

#[test]
fn what_is_enclosed_must_be_attached() {
    let external = "ที่ มท 0816.3/ว 12\n5 มิถุนายน 2566\nเรื่อง ตัวอย่าง\nเรียน ผู้ว่าราชการจังหวัด\nสิ่งที่ส่งมาด้วย 1. รายชื่อโรงเรียนที่เข้าร่วมโครงการ จำนวน 1 ชุด\n2. คู่มือการคัดเลือก จำนวน 1 เล่ม\nด้วยกรมตัวอย่างขอส่งเอกสาร\nขอแสดงความนับถือ\nกรมตัวอย่าง";
    let titles = |titles: &[&str]| titles.iter().map(|title| (*title).to_owned()).collect::<Vec<_>>();
    let missing = |source: &str, attached: &[&str]| {
        let attached = titles(attached);
        let context = LintContext { enclosures: Some(&attached), ..TITLE };
        found(source, &context)
            .into_iter()
            .find(|finding| finding.code == "enclosure_missing")
            .map(|finding| finding.message_th)
    };
    assert_eq!(
        codes(external, &LintContext::default()),
        Vec::<String>::new(),
        "nobody was asked for files yet"
    );
    assert!(
        missing(external, &["รายชื่อโรงเรียน"])
            .is_some_and(|words| words.contains("คู่มือการคัดเลือก") && !words.contains("รายชื่อ"))
    );
    assert_eq!(missing(external, &["รายชื่อโรงเรียน", "คู่มือ"]), None);
    assert_eq!(
        missing(external, &["รายชื่อโรงเรียน", "scan0001.pdf"]),
        None,
        "a file of any name may be the other"
    );
    let by_code = format!(
        "{} ตาม QR Code ท้ายหนังสือนี้{}",
        WHOLE.split("\n\nกรม").next().unwrap_or(""),
        "\n\nกรมตัวอย่าง\n5 มิถุนายน 2566\nรายชื่อโรงเรียน\nและคู่มือฯ"
    );
    assert!(missing(&by_code, &["รายชื่อโรงเรียน"]).is_some_and(|words| words.contains("คู่มือ")));
    assert!(missing(&by_code, &[]).is_some());
    assert_eq!(missing(&by_code, &["รายชื่อ", "คู่มือ"]), None);
}

#[test]
fn a_personal_mobile_is_noted_but_never_repeated() {
    let finding =
        only(&format!("{WHOLE}\nผู้ประสานงาน : ตัวอย่าง ใจดี โทร. 096-1234567"), &TITLE, "personal_mobile");
    assert_eq!((finding.level, finding.where_.as_str()), (Level::Note, "contact"));
    assert!(finding.message_th.contains("096-xxxxxxx") && !finding.message_th.contains("1234567"));
}

#[test]
fn what_every_letter_needs_is_asked_for() {
    let bare = "เรียน\n\nด้วยมีเรื่องแจ้ง\n\nขอแสดงความนับถือ";
    let codes = codes(bare, &TITLE);
    for code in ["addressee_missing", "subject_missing", "owner_missing", "number_missing", "date_missing"] {
        assert!(codes.iter().any(|found| found == code), "{code} in {codes:?}");
    }
    assert!(self::codes("ถึง จังหวัดตัวอย่าง", &TITLE).contains(&"body_missing".to_owned()));
}

#[test]
fn without_the_source_the_fields_are_judged() {
    let (mut reading, _) = parse(WHOLE).expect("a letter");
    reading.body = "ส่งถึง ๐ ๒๐๐๐ ๐000".to_owned();
    let codes: Vec<_> = lint(&reading, None, &TITLE).into_iter().map(|finding| finding.code).collect();
    assert!(codes.contains(&"mixed_digits".to_owned()));
}
