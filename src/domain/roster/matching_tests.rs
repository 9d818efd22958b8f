//! Rows matched to a small invented registry.

use std::collections::HashMap;

use super::*;
use crate::domain::roster::{RegistryLocal, RegistryProvince, RegistrySchool};

fn local(id: i64, code: &str, name: &str, short_name: &str, district: &str) -> RegistryLocal {
    RegistryLocal {
        id,
        code: code.to_owned(),
        name: name.to_owned(),
        short_name: short_name.to_owned(),
        district: district.to_owned(),
        province_code: code[1..3].to_owned(),
    }
}

fn school(id: i64, name: &str, local_id: i64) -> RegistrySchool {
    let code = format!("X{id}");
    let name = name.to_owned();
    RegistrySchool { id, code, name, local_id: Some(local_id), district: None, province_code: String::new() }
}

/// Two provinces; ทต.สมมุติ twice in the first; ทม.ยกฐานะ was a ทต.
fn matcher() -> Matcher {
    let province = |id, code: &str, name: &str| RegistryProvince { id, code: code.into(), name: name.into() };
    Matcher::new(Registry {
        provinces: vec![province(1, "20", "ชลบุรี"), province(2, "23", "ตราด")],
        locals: vec![
            local(11, "5200101", "เทศบาลตำบลสมมุติ", "ทต.สมมุติ", "เมืองชลบุรี"),
            local(12, "5200201", "เทศบาลตำบลสมมุติ", "ทต.สมมุติ", "บ้านบึง"),
            local(13, "4200202", "เทศบาลเมืองยกฐานะ", "ทม.ยกฐานะ", "บ้านบึง"),
            local(14, "6200203", "องค์การบริหารส่วนตำบลตัวอย่าง", "อบต.ตัวอย่าง", "บ้านบึง"),
            local(21, "4230101", "เทศบาลเมืองเมืองทดลอง", "ทม.เมืองทดลอง", "เมืองตราด"),
        ],
        schools: vec![
            school(101, "โรงเรียนเทศบาล 1 (วัดน้ำใส)", 11),
            school(102, "โรงเรียนเทศบาล 2 วัดสมมุติ", 11),
            school(103, "โรงเรียนเทศบาล 11 บ้านสมมุติ", 11),
            school(104, "โรงเรียนเทศบาล 1 (วัดน้ำใส)", 12),
            school(105, "โรงเรียนเทศบาลยกฐานะ", 13),
            school(106, "โรงเรียนอนุบาลองค์การบริหารส่วนตำบลตัวอย่าง", 14),
            school(107, "โรงเรียนเทศบาลทดลอง", 21),
            school(108, "โรงเรียนเทศบาล 2 วัดสมมุติ", 21),
        ],
        past_codes: HashMap::from([("5200299".to_owned(), 13)]),
    })
}

fn row(school: &str, local: &str, district: &str, province: &str) -> RosterRow {
    let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    RosterRow {
        line: 2,
        school: school.to_owned(),
        local: said(local),
        district: said(district),
        province: said(province),
        ..RosterRow::default()
    }
}

fn matched(row: &RosterRow) -> Option<i64> {
    matcher().match_row(row).school_id()
}

#[test]
fn names_as_officers_write_them_find_their_school() {
    assert_eq!(matched(&row("รร.ท.๑ วัดนํ้าใส", "ทต. สมมุติ", "อ.เมือง", "จ.ชลบุรี")), Some(101));
    assert_eq!(matched(&row("ท.๑  (วัดน้ำใส)", "เทศบาลตำบลสมมุติ", "บ้านบึง", "ชลบุรี")), Some(104));
    assert_eq!(matched(&row("รร.อนุบาล อบต.ตัวอย่าง", "อบต ตัวอย่าง", "", "")), Some(106));
    assert_eq!(matched(&row("เทศบาลทดลอง", "เทศบาลเมืองทดลอง", "", "ตราด")), Some(107));
}

#[test]
fn a_number_alone_names_a_school_within_its_local_administration() {
    assert_eq!(matched(&row("ท.๑", "ทต.สมมุติ", "เมือง", "ชลบุรี")), Some(101));
    assert_eq!(matched(&row("รร.เทศบาล ๑๑", "ทต.สมมุติ", "เมือง", "ชลบุรี")), Some(103));
    let Outcome::Ambiguous { candidates } = matcher().match_row(&row("ท.1", "", "", "ชลบุรี"))
    else {
        panic!("a number alone names no school of a province");
    };
    assert_eq!(candidates.iter().map(|one| one.school_id).collect::<Vec<_>>(), [101, 104]);
}

#[test]
fn a_short_form_among_namesake_offices_is_left_to_a_person() {
    let outcome = matcher().match_row(&row("ท.11", "ทต.สมมุติ", "", "ชลบุรี"));
    assert!(matches!(outcome, Outcome::Ambiguous { ref candidates } if candidates.len() == 1), "{outcome:?}");
}

#[test]
fn words_in_brackets_may_be_added_but_not_changed() {
    assert_eq!(matched(&row("โรงเรียนเทศบาลยกฐานะ (อนุบาล - ป.6)", "ทม.ยกฐานะ", "", "ชลบุรี")), Some(105));
    assert_eq!(matched(&row("โรงเรียนเทศบาล 1 (วัดอื่น)", "ทต.สมมุติ", "เมือง", "ชลบุรี")), None);
}

#[test]
fn namesakes_are_never_guessed_between() {
    let outcome = matcher().match_row(&row("โรงเรียนเทศบาล 1 (วัดน้ำใส)", "ทต.สมมุติ", "", "ชลบุรี"));
    let Outcome::Ambiguous { candidates } = outcome else { panic!("{outcome:?}") };
    let districts: Vec<_> = candidates.iter().filter_map(|one| one.district.as_deref()).collect();
    assert_eq!(districts, ["เมืองชลบุรี", "บ้านบึง"]);
}

#[test]
fn a_name_unique_in_its_province_needs_no_local_administration() {
    assert_eq!(matched(&row("เทศบาล 2 วัดสมมุติ", "", "", "ตราด")), Some(108));
    assert_eq!(matched(&row("เทศบาล 2 วัดสมมุติ", "", "", "ชลบุรี")), Some(102));
    let nowhere = matcher().match_row(&row("โรงเรียนเทศบาลทดลอง", "", "", ""));
    assert!(matches!(nowhere, Outcome::Ambiguous { ref candidates } if candidates.len() == 1), "{nowhere:?}");
}

#[test]
fn an_upgraded_office_is_found_by_its_old_kind_and_its_old_codes() {
    assert_eq!(matched(&row("เทศบาลยกฐานะ", "ทต.ยกฐานะ", "", "ชลบุรี")), Some(105));
    for code in ["4200202", "5200202", "200202", "04200202", "5200299"] {
        let coded = RosterRow {
            local_code: Some(code.into()), ..row("เทศบาลยกฐานะ", "", "", "")
        };
        assert_eq!(matched(&coded), Some(105), "{code}");
    }
}

#[test]
fn a_code_decides_unless_the_names_speak_of_another() {
    let coded = |name: &str, local: &str, province: &str| {
        let row = RosterRow { school_code: Some("x101".into()), ..row(name, local, "", province) };
        matcher().match_row(&row)
    };
    assert_eq!(coded("", "", "").school_id(), Some(101));
    assert_eq!(coded("ร.ร.ท.1 วัดนำใส", "ทต.สมมุติ", "ชลบุรี").school_id(), Some(101));
    let refused = |outcome| match outcome {
        Outcome::Rejected { column, reason } => (column, reason),
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(coded("เทศบาล 2 วัดน้ำใส", "", "")), (Field::SchoolCode, Reason::SchoolCodeContradicts));
    assert_eq!(refused(coded("", "ทม.ยกฐานะ", "")), (Field::Local, Reason::LocalContradicts));
    assert_eq!(refused(coded("", "", "ตราด")), (Field::Province, Reason::ProvinceContradicts));
}

#[test]
fn a_strange_school_code_leaves_the_name_to_decide() {
    let row = RosterRow {
        school_code: Some("1020080001".into()), ..row("เทศบาลทดลอง", "", "", "ตราด")
    };
    assert_eq!(matched(&row), Some(107));
}

#[test]
fn an_unknown_school_can_be_added_under_its_local_administration() {
    let outcome = matcher().match_row(&row("โรงเรียนเทศบาล 3 วัดสมมุติ", "ทต.สมมุติ", "เมือง", "ชลบุรี"));
    let Outcome::UnknownSchool { local_id, suggestions } = outcome else { panic!("{outcome:?}") };
    assert_eq!(local_id, Some(11));
    assert_eq!(suggestions.first().map(|one| one.school_id), Some(102));
}

#[test]
fn an_unknown_local_administration_gets_suggestions() {
    let outcome = matcher().match_row(&row("โรงเรียนเทศบาลยกฐานะ", "ทม.ยกถานะ", "", "ชลบุรี"));
    let Outcome::UnknownLocal { suggestions, schools } = outcome else { panic!("{outcome:?}") };
    assert_eq!(suggestions.first().map(|one| one.local_id), Some(13));
    assert_eq!(schools.first().map(|one| one.school_id), Some(105));
}

#[test]
fn a_row_without_a_school_or_with_a_strange_province_is_refused() {
    for (row, column, reason) in [
        (row("โรงเรียน", "ทต.สมมุติ", "", ""), Field::School, Reason::SchoolNameMissing),
        (row("ก", "", "", "แดนไกล"), Field::Province, Reason::UnknownProvince),
    ] {
        assert_eq!(matcher().match_row(&row), Outcome::Rejected { column, reason });
    }
}

#[test]
fn a_cell_that_was_not_merged_after_all_does_no_harm() {
    let filled = RosterRow {
        local_filled: true, ..row("เทศบาลยกฐานะ", "ทต.สมมุติ", "", "ชลบุรี")
    };
    assert_eq!(matched(&filled), Some(105));
}
