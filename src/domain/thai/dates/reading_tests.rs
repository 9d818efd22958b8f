//! Dates as letters write them.

use chrono::NaiveDate;

use super::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

fn values(text: &str) -> Vec<DateValue> {
    find_dates(text).into_iter().map(|date| date.value).collect()
}

fn one(text: &str) -> DateValue {
    let found = values(text);
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found[0]
}

#[test]
fn single_days_in_every_spelling() {
    let expected = DateValue::Day(day(2023, 6, 5));
    for text in [
        "วันที่ 5 มิถุนายน 2566",
        "วันที่ ๕ มิถุนายน ๒๕๖๖",
        "๕ มิถุนายน ๒๕6๖",
        "5 มิ.ย. 66",
        "5 มิย. 66",
        "5มิ.ย.66",
        "5 มิย 2566",
        "วันจันทร์ที่ 5 มิถุนายน พ.ศ. 2566",
        "วันจันทร์ ที่ ๕ เดือนมิถุนายน พ.ศ.๒๕๖๖",
        "5\nมิถุนายน\n2566",
        "05/06/2566",
        "๕/๖/๖๖",
        "5 มิถุนายน 2023",
    ] {
        assert_eq!(one(text), expected, "{text}");
    }
}

#[test]
fn ranges_inside_a_month_over_months_and_over_a_year() {
    let september = DateValue::Range(day(2023, 9, 9), day(2023, 9, 10));
    for text in [
        "ระหว่างวันที่ 9 - 10 กันยายน 2566",
        "๙ – ๑๐ ก.ย. ๒๕๖๖",
        "9-10 กันยายน 66",
        "วันเสาร์ที่ 9 - วันอาทิตย์ที่ 10 กันยายน 2566",
        "วันเสาร์ที่ ๙ และวันอาทิตย์ที่ ๑๐ กันยายน ๒๕๖๖",
        "9 ถึง 10 กันยายน 2566",
    ] {
        assert_eq!(one(text), september, "{text}");
    }
    let summer = DateValue::Range(day(2023, 6, 1), day(2023, 7, 28));
    for text in [
        "ตั้งแต่วันที่ 1 มิถุนายน - 28 กรกฎาคม 2566",
        "ตั้งแต่วันที่ 1 มิถุนายน 2566 ถึงวันที่ 28 กรกฎาคม 2566",
        "ตั้งแต่วันที่ 1 มิถุนายน 2566 จนถึงวันศุกร์ที่ 28 กรกฎาคม 2566",
        "วันที่ 1 มิถุนายน 2566 เวลา 08.30 น. ถึงวันที่ 28 กรกฎาคม 2566 เวลา 16.30 น.",
        "1 มิ.ย. 66 – 28 ก.ค. 66",
        "1/6/2566 - 28/7/2566",
    ] {
        assert_eq!(one(text), summer, "{text}");
    }
    let winter = DateValue::Range(day(2025, 12, 28), day(2026, 1, 3));
    for text in ["28 ธันวาคม - 3 มกราคม 2569", "28 ธ.ค. 2568 - 3 ม.ค. 2569", "28 ธันวาคม 2568 ถึง 3 มกราคม"]
    {
        assert_eq!(one(text), winter, "{text}");
    }
}

#[test]
fn days_that_do_not_touch_are_days_of_their_own() {
    let expected = vec![DateValue::Day(day(2023, 9, 9)), DateValue::Day(day(2023, 9, 16))];
    assert_eq!(values("วันที่ 9 และ 16 กันยายน 2566"), expected);
}

#[test]
fn a_month_without_a_day_stays_without_one() {
    assert_eq!(one("   พฤษภาคม  2566"), DateValue::Month(2023, 5));
    assert_eq!(one("........ พ.ค. ๒๕๖๖"), DateValue::Month(2023, 5));
}

#[test]
fn nothing_is_guessed() {
    assert_eq!(one("31 เมษายน 2566"), DateValue::Impossible(31, 4, 2023));
    assert_eq!(one("29 กุมภาพันธ์ 2566"), DateValue::Impossible(29, 2, 2023));
    assert_eq!(one("10 - 9 กันยายน 2566"), DateValue::Backwards);
    assert_eq!(one("ภายในวันที่ 28 กรกฎาคม"), DateValue::DayOfMonth(28, 7));
    for text in [
        "ประจำปีงบประมาณ พ.ศ. 2566",
        "มท 0816.3/ว 1247",
        "สำนักงาน ก.ค.ศ. 2566",
        "1,254 แห่ง",
        "โทร. 0 2241 9000",
    ] {
        assert_eq!(values(text), [], "{text}");
    }
    assert_eq!(one("วันที่ 9 กันยายน 45 แห่ง"), DateValue::DayOfMonth(9, 9));
}

#[test]
fn the_place_of_a_date_is_known() {
    let text = "ภายในวันที่ ๕ มิถุนายน ๒๕๖๖ นี้";
    let found = find_dates(text);
    assert_eq!(&text[found[0].start..found[0].end], "วันที่ ๕ มิถุนายน ๒๕๖๖");
}

#[test]
fn time_grows_with_length_and_no_faster() {
    let time = |text: &str| {
        let started = cpu_time::ThreadTime::now();
        let _ = find_dates(text);
        started.elapsed()
    };
    for unit in [
        "1",
        "1 ",
        "1,",
        "9 - ",
        "วันที่ ",
        "๙ กันยายน ",
        "5 มิ.ย. 66 - ",
        "\u{0E48}",
        "เวลา 9.00-",
        "เดือน",
        "มกราคมปี",
        "-",
    ] {
        let [short, long] = [4_000, 64_000].map(|length| unit.repeat(length / unit.len()));
        // The processor's time, not the wall's: the machine may be busy with something else.
        let [short, long] = [short, long].map(|text| time(&text).min(time(&text)));
        // Quadratic work would take 256 times as long.
        let allowed = short * 64 + std::time::Duration::from_millis(40);
        assert!(long < allowed, "{unit:?}: {short:?}, then {long:?}");
    }
}
