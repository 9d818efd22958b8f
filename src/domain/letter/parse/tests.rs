//! Whole letters of all three forms, in the layouts in which they arrive.

mod anything;
mod external;
mod memo;
mod real_letter;
mod stamped;

use super::super::reading::{Duty, Phone};
use super::*;

fn read(source: &str) -> Reading {
    match parse(source) {
        Ok((reading, _)) => reading,
        Err(refusal) => panic!("{refusal}: {source}"),
    }
}

/// "submission 2023-06-01..2023-07-28 via a@example.go.th".
fn told(duty: &Duty) -> String {
    let from = duty.from.map_or(String::new(), |day| format!("{day}.."));
    let channel = duty.channel.as_ref().map_or(String::new(), |channel| format!(" via {channel}"));
    format!("{} {from}{}{channel}", duty.kind, duty.to)
}

fn duties_told(reading: &Reading) -> Vec<String> {
    reading.duties.iter().map(told).collect()
}

/// "022419000 ext 5313", "022419021 fax".
fn phones_told(reading: &Reading) -> Vec<String> {
    let tell = |phone: &Phone| {
        let extension =
            phone.extension.as_ref().map_or(String::new(), |extension| format!(" ext {extension}"));
        format!("{}{extension}{}", phone.number, if phone.fax { " fax" } else { "" })
    };
    reading.phones.iter().map(tell).collect()
}

fn codes(reading: &Reading) -> Vec<&str> {
    reading.findings.iter().map(|finding| finding.code.as_str()).collect()
}

fn owner_told(reading: &Reading) -> [&str; 3] {
    let owner = &reading.owner;
    [owner.office.as_str(), owner.division.as_deref().unwrap_or(""), owner.group.as_deref().unwrap_or("")]
}

#[test]
fn marks_lead_to_the_words_of_the_source() {
    let source = "  ถึง   สำนักงาน ตัวอย่าง \n\n ด้วยจะประชุม วันที่  ๙ กันยายน  ๒๕๖๖ จำนวน ๕ แห่ง\n\n กรมตัวอย่าง\n ๑ ส.ค. ๖๖\n โทร. ๐ ๒๐๐๐ ๐๐๐๐";
    let (_, marks) = parse(source).expect("a letter");
    let told: Vec<(&str, &str)> =
        marks.iter().map(|mark| (mark.field, source.get(mark.start..mark.end).unwrap_or("?"))).collect();
    assert_eq!(told[0], ("to", "สำนักงาน ตัวอย่าง"));
    for expected in [
        ("duties", "วันที่  ๙ กันยายน  ๒๕๖๖"),
        ("counts", "จำนวน ๕ แห่ง"),
        ("dated", "๑ ส.ค. ๖๖"),
        ("phones", "๐ ๒๐๐๐ ๐๐๐๐"),
        ("owner", "กรมตัวอย่าง"),
    ] {
        assert!(told.contains(&expected), "{expected:?} in {told:?}");
    }
    assert!(marks.is_sorted_by_key(|mark| mark.start));
}

#[test]
fn what_is_no_letter_is_refused() {
    assert_eq!(parse("").err(), Some(NotALetter::Empty));
    assert_eq!(parse(" \u{200B}\r\n\t\u{FEFF}").err(), Some(NotALetter::Empty));
    assert_eq!(parse("Dear Sir, how are you?").err(), Some(NotALetter::NoMarks));
    assert_eq!(parse("รายการอาหารกลางวัน\nข้าวผัด").err(), Some(NotALetter::NoMarks));
    assert_eq!(parse(&"ก".repeat(LONGEST_LETTER)).err(), Some(NotALetter::TooLong));
}

#[test]
fn the_forms_are_told_apart() {
    let form = |source: &str| read(source).form;
    assert_eq!(form("ถึง จังหวัดตัวอย่าง\nด้วยมีเรื่องแจ้ง\n\nกรมตัวอย่าง\n5 มิถุนายน 2566"), LetterForm::Stamped);
    assert_eq!(form("เรียน ผู้ว่าราชการจังหวัด\nด้วยมีเรื่องแจ้ง"), LetterForm::External);
    assert_eq!(form("ที่ มท 0816.3/ว 1\nเรื่อง ตัวอย่าง\nด้วยมีเรื่องแจ้ง"), LetterForm::External);
    assert_eq!(form("ส่วนราชการ กองตัวอย่าง\nเรื่อง ตัวอย่าง\nเรียน อธิบดี\nด้วยมีเรื่องแจ้ง"), LetterForm::Memo);
    assert_eq!(form("บันทึก ข้อความ\nเรียน อธิบดี\nด้วยมีเรื่องแจ้ง"), LetterForm::Memo);
}
