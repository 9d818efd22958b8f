//! Days that no calendar has, ranges that run backwards, deadlines in the past, weekdays that do not fit.

use chrono::{Datelike as _, NaiveDate, Weekday};

use super::{LintContext, quoted};
use crate::domain::letter::finding::Finding;
use crate::domain::letter::reading::Reading;
use crate::domain::thai::dates::{DateText, DateValue, find_dates, long, long_en};
use crate::domain::thai::fold_digits;

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("จันทร์", Weekday::Mon),
    ("อังคาร", Weekday::Tue),
    ("พุธ", Weekday::Wed),
    ("พฤหัส", Weekday::Thu),
    ("ศุกร์", Weekday::Fri),
    ("เสาร์", Weekday::Sat),
    ("อาทิตย์", Weekday::Sun),
];

/// More findings of one letter help nobody.
const MOST: usize = 20;

pub(super) fn check(reading: &Reading, context: &LintContext<'_>, findings: &mut Vec<Finding>) {
    own_date(reading, findings);
    for date in find_dates(&reading.body).iter().filter(|date| is_odd(&reading.body, date)).take(MOST) {
        written(&reading.body, date, findings);
    }
    too_early(reading, context, findings);
}

fn own_date(reading: &Reading, findings: &mut Vec<Finding>) {
    let Some(dated) = &reading.dated else { return };
    let text = &dated.text;
    if dated.date.is_none() && dated.day.is_some() && dated.year.is_some() {
        findings.push(impossible("dated", text));
    }
    if find_dates(text).iter().any(|date| date.two_digit_year) {
        findings.push(two_digits("dated", text, dated.year));
    }
}

fn is_odd(text: &str, date: &DateText) -> bool {
    date.two_digit_year
        || matches!(date.value, DateValue::Impossible(..) | DateValue::Backwards)
        || wrong_weekday(words(text, date), date).is_some()
        || is_open_deadline(text, date)
}

fn words<'a>(text: &'a str, date: &DateText) -> &'a str {
    text.get(date.start..date.end).unwrap_or("")
}

/// What is odd about a date of the text.
fn written(text: &str, date: &DateText, findings: &mut Vec<Finding>) {
    let words = words(text, date);
    let place = "body";
    match date.value {
        DateValue::Impossible(..) => findings.push(impossible(place, words)),
        DateValue::Backwards => findings.push(Finding::warning(
            "range_backwards",
            place,
            format!("ช่วงวันที่ {} สิ้นสุดก่อนวันเริ่ม", quoted(words)),
            format!("The range {} ends before it begins.", quoted(words)),
        )),
        _ => {}
    }
    if let Some((day, is)) = wrong_weekday(words, date) {
        findings.push(Finding::warning(
            "weekday_differs",
            place,
            format!("{} เขียนวันไม่ตรงกับปฏิทิน: {} เป็นวัน{}", quoted(words), long(day), thai(is)),
            format!("{} names the wrong weekday: {} is a {}.", quoted(words), long_en(day), english(is)),
        ));
    }
    if date.two_digit_year {
        findings.push(two_digits(place, words, date.month().map(|(year, _)| year)));
    }
    if is_open_deadline(text, date) {
        findings.push(Finding::note(
            "deadline_without_day",
            "duties",
            format!("กำหนดเวลา {} ไม่ครบวัน เดือน ปี ระบบจึงไม่ตั้งวันครบกำหนดให้", quoted(words)),
            format!("The deadline {} is not a full date, so no due day is set for it.", quoted(words)),
        ));
    }
}

fn impossible(place: &str, words: &str) -> Finding {
    Finding::warning(
        "date_impossible",
        place,
        format!("วันที่ {} ไม่มีในปฏิทิน", quoted(words)),
        format!("The date {} does not exist in the calendar.", quoted(words)),
    )
}

fn two_digits(place: &str, words: &str, year: Option<i32>) -> Finding {
    let year = year.map_or(String::new(), |year| (year + 543).to_string());
    Finding::note(
        "two_digit_year",
        place,
        format!("{} เขียนปีเพียงสองหลัก อ่านเป็น พ.ศ. {year}", quoted(words)),
        format!("{} has a year of two digits; it is read as B.E. {year}.", quoted(words)),
    )
}

/// "ภายในเดือนมิถุนายน 2566", "ภายในวันที่ 28 กรกฎาคม": by then, but without a day or a year.
fn is_open_deadline(text: &str, date: &DateText) -> bool {
    matches!(date.value, DateValue::Month(..) | DateValue::DayOfMonth(..))
        && text.get(..date.start).unwrap_or("").trim_end().ends_with("ภายใน")
}

/// The first day of a date whose weekday is written and is another.
fn wrong_weekday(words: &str, date: &DateText) -> Option<(NaiveDate, Weekday)> {
    let named = |text: &str| {
        let after = text.trim_start().strip_prefix("วัน")?.trim_start();
        WEEKDAYS.iter().find(|(name, _)| after.starts_with(name)).map(|(_, day)| *day)
    };
    let differs = |day: NaiveDate, text: &str| {
        named(text).filter(|weekday| *weekday != day.weekday()).map(|_| (day, day.weekday()))
    };
    match date.value {
        DateValue::Day(day) => differs(day, words),
        DateValue::Range(from, to) => {
            let second = words.rfind("วัน").filter(|at| *at > 0).and_then(|at| words.get(at..));
            differs(from, words).or_else(|| differs(to, second?))
        }
        _ => None,
    }
}

/// Duties that end before the letter is dated.
fn too_early(reading: &Reading, context: &LintContext<'_>, findings: &mut Vec<Finding>) {
    let written = reading.dated.as_ref().and_then(|dated| {
        // A month without its day begins on the first.
        dated
            .date
            .or_else(|| NaiveDate::from_ymd_opt(dated.year?, dated.month?, 1).filter(|_| dated.day.is_none()))
    });
    let Some(dated) = context.dated.or(written) else { return };
    for duty in reading.duties.iter().filter(|duty| duty.to < dated).take(MOST) {
        let words = quoted(&fold_digits(&duty.text));
        findings.push(Finding::warning(
            "deadline_before_date",
            "duties",
            format!("กำหนด {words} ผ่านไปแล้วก่อนวันที่ของหนังสือ ({})", long(dated)),
            format!("{words} is over before the letter's own date ({}).", long_en(dated)),
        ));
    }
}

fn thai(day: Weekday) -> &'static str {
    match day {
        Weekday::Thu => "พฤหัสบดี",
        other => WEEKDAYS.iter().find(|(_, each)| *each == other).map_or("", |(name, _)| name),
    }
}

fn english(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}
