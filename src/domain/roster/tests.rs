//! Whole rosters of invented schools.

use super::*;
use crate::domain::sheet::{SheetKind, SheetRow};

fn sheet(text: &str) -> Sheet {
    let rows = (1..)
        .zip(text.lines())
        .map(|(line, cells)| SheetRow { line, cells: cells.split('|').map(str::to_owned).collect() })
        .collect();
    Sheet { name: Some("รายชื่อ".to_owned()), kind: SheetKind::Xlsx, rows }
}

fn matcher() -> Matcher {
    let name = |n: i64| format!("โรงเรียนเทศบาล {n} (ตัวอย่าง)");
    Matcher::new(Registry {
        provinces: vec![RegistryProvince { id: 1, code: "20".into(), name: "ชลบุรี".into() }],
        locals: vec![RegistryLocal {
            id: 11,
            code: "4200101".into(),
            name: "เทศบาลเมืองตัวอย่าง".into(),
            short_name: "ทม.ตัวอย่าง".into(),
            district: "เมืองชลบุรี".into(),
            province_code: "20".into(),
        }],
        schools: (1..=3)
            .map(|id| RegistrySchool {
                id,
                code: format!("X{id}"),
                name: name(id),
                local_id: Some(11),
                district: None,
                province_code: "20".into(),
            })
            .collect(),
        past_codes: HashMap::new(),
    })
}

#[test]
fn a_roster_tells_what_became_of_each_row_by_line_and_column() {
    let text = "รายชื่อโรงเรียน\nที่|ชื่อโรงเรียน|สังกัด (อปท.)|จังหวัด\n1|รร.ท.๑|ทม.ตัวอย่าง|ชลบุรี\n2|รร.ท.๑ (ตัวอย่าง)||\n3|รร.ท.๙|ทม.ตัวอย่าง|ชลบุรี\n4|รร.ท.๒|ทต.ไม่มี|ชลบุรี\n5||ทม.ตัวอย่าง|ชลบุรี\nรวม 5 แห่ง";
    let found = match_roster(&[sheet("หมายเหตุ|ก"), sheet(text)], &matcher()).expect("a roster");
    assert_eq!(found.school_ids(), [1]);
    assert_eq!(found.rows.len(), 5);
    let rejected: Vec<_> = found.rejections().into_iter().map(|r| (r.line, r.column, r.reason)).collect();
    let expected = [
        (4, "ชื่อโรงเรียน", "duplicate_school"),
        (5, "ชื่อโรงเรียน", "unknown_school"),
        (6, "สังกัด (อปท.)", "unknown_local"),
        (7, "ชื่อโรงเรียน", "school_name_missing"),
    ];
    assert_eq!(rejected, expected.map(|(line, column, reason)| (line, column.to_owned(), reason.to_owned())));
}

#[test]
fn a_roster_is_read_under_any_of_its_usual_headers() {
    for text in [
        "โรงเรียน|อปท.\nรร.ท.๒|ทม.ตัวอย่าง",
        "ที่|ชื่อสถานศึกษา|สังกัด|จังหวัด\n1|เทศบาล 2|เทศบาลเมืองตัวอย่าง|จ.ชลบุรี",
        "ลำดับที่|จังหวัด|อำเภอ|องค์กรปกครองส่วนท้องถิ่น|รายชื่อโรงเรียน\n๑|ชลบุรี|เมือง|ทม. ตัวอย่าง|ท.๒",
        "No.|School|Local administration|Province\n1|เทศบาล 2 (ตัวอย่าง)|ทม.ตัวอย่าง|ชลบุรี",
        "school_key|name_th\nX2|โรงเรียนเทศบาล 2 (ตัวอย่าง)",
        "ที่|รหัสโรงเรียน\n1|x2",
        "seq|name_th|lao_dla_code|province_code\n1|เทศบาล ๒|๔๒๐๐๑๐๑|20",
        "ลําดับ|ชื่อโรงเรียน (ภาษาไทย)|หน่วยงานต้นสังกัด (อปท.)|โทรศัพท์\n1|ท.2 (ตัวอย่าง)|ทม.ตัวอย่าง อ.เมือง จ.ชลบุรี|-",
        "ที่|โรงเรียน|สังกัด||ที่ตั้ง|\n||ประเภท|ชื่อ อปท.|อำเภอ|จังหวัด\n1|ท.2|เทศบาลเมือง|ตัวอย่าง|เมือง|ชลบุรี",
        "โครงการตัวอย่าง\nโรงเรียนที่เข้าร่วม|อปท. (ต้นสังกัด)|จ.\n(1)|(2)|(3)\nรร เทศบาล ๒ ตัวอย่าง|ทม ตัวอย่าง|ชลบุรี",
        "ที่|โรงเรียนในสังกัด อปท.|อปท.\nจังหวัดชลบุรี\n1|เทศบาล  ๒  (ตัวอย่าง)|เทศบาลเมือง ตัวอย่าง",
    ] {
        let found = match_roster(&[sheet(text)], &matcher());
        let found = found.unwrap_or_else(|refusal| panic!("{refusal}: {text}"));
        assert_eq!(found.school_ids(), [2], "{text}: {:?}", found.rows);
    }
}

#[test]
fn a_draft_keeps_rows_and_outcomes_as_json() {
    let found = match_roster(&[sheet("โรงเรียน|อปท.\nรร.ท.๑|ทม.ตัวอย่าง\nรร.ท.๙|ทม.ตัวอย่าง")], &matcher());
    let rows = found.expect("a roster").rows;
    let json = serde_json::to_string(&rows).expect("json");
    assert!(json.contains(r#""outcome":"unknown_school""#), "{json}");
    let back: Vec<(RosterRow, Outcome)> = serde_json::from_str(&json).expect("rows");
    assert_eq!(back, rows);
}

#[test]
fn a_file_without_schools_is_no_roster() {
    let refusal = match_roster(&[sheet("จังหวัด|ประชากร\nชลบุรี|1")], &matcher()).expect_err("no roster");
    assert_eq!(refusal, NotARoster::NoSchoolColumn);
    assert!(refusal.message_th().contains("ชื่อโรงเรียน") && refusal.message_en().contains("school_key"));
    assert_eq!(match_roster(&[sheet("ที่|โรงเรียน\nรวม")], &matcher()), Err(NotARoster::NoRows));
}

#[test]
fn a_school_chosen_by_hand_may_turn_out_to_be_a_duplicate() {
    let row = |line| RosterRow { line, ..RosterRow::default() };
    let mut rows =
        vec![(row(2), Outcome::Matched { school_id: 7 }), (row(5), Outcome::Matched { school_id: 7 })];
    mark_duplicates(&mut rows);
    assert_eq!(rows[1].1, Outcome::Duplicate { school_id: 7, first_line: 2 });
}

#[test]
fn ten_thousand_rows_are_matched_and_slips_of_the_pen_wait_for_a_choice() {
    let mut registry = Registry::default();
    let mut lines = vec!["โรงเรียน|อปท.|จังหวัด".to_owned()];
    for id in 0..10_000_i64 {
        let province_code = format!("{:02}", 10 + id % 77);
        let local_name = format!("เทศบาลตำบลสมมุติ{}", id / 2);
        if id < 77 {
            registry.provinces.push(RegistryProvince {
                id,
                code: province_code.clone(),
                name: format!("ดินแดน{}", id % 77),
            });
        }
        registry.locals.push(RegistryLocal {
            id,
            code: format!("5{province_code}{:04}", id / 77),
            name: local_name.clone(),
            short_name: local_name.clone(),
            district: format!("อำเภอ{}", id / 77),
            province_code: province_code.clone(),
        });
        let name = format!("โรงเรียนเทศบาล {} วัดตัวอย่างสามัคคี{id}", id % 9);
        // Every tenth row has a slip of the pen and asks for suggestions.
        let written = if id % 10 == 0 {
            name.replace("สามัคคี", "สามคคี")
        } else {
            name.clone()
        };
        lines.push(format!("{written}|ทต.สมมุติ{}|ดินแดน{}", id / 2, id % 77));
        registry.schools.push(RegistrySchool {
            id,
            code: format!("X{id}"),
            name,
            local_id: Some(id),
            district: None,
            province_code,
        });
    }
    let matcher = Matcher::new(registry);
    let found = match_roster(&[sheet(&lines.join("\n"))], &matcher).expect("a roster");
    assert_eq!(found.school_ids().len(), 9_000);
}
