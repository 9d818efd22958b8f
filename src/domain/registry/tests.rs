//! Registry files of invented offices.

use chrono::NaiveDate;

use super::*;
use crate::domain::office::{LocalKind, Tier};
use crate::domain::sheet::SheetKind;

fn parse(text: &str) -> RegistryFile {
    let rows = (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.is_empty())
        .map(|(line, cells)| SheetRow { line, cells: cells.split(',').map(str::to_owned).collect() })
        .collect();
    parse_registry(&[Sheet { name: None, kind: SheetKind::Csv, rows }]).expect("a registry file")
}

fn offices(text: &str) -> (Vec<OfficeRecord>, Vec<Rejection>) {
    match parse(text) {
        RegistryFile::Offices { records, rejected, .. } => (records, rejected),
        other @ RegistryFile::Upgrades { .. } => panic!("{other:?}"),
    }
}

fn upgrades(text: &str) -> (Vec<OfficeUpgrade>, Vec<Rejection>) {
    match parse(text) {
        RegistryFile::Upgrades { upgrades, rejected, .. } => (upgrades, rejected),
        other @ RegistryFile::Offices { .. } => panic!("{other:?}"),
    }
}

fn faults(rejected: &[Rejection]) -> Vec<(u32, &str, &str)> {
    rejected.iter().map(|one| (one.line, one.column.as_str(), one.reason.as_str())).collect()
}

#[test]
fn local_administrations_of_the_open_data_are_read() {
    let (records, rejected) = offices(
        "dla_code,stable_key,type,type_th,name_th,full_name_th,short_name_th,district_th,province_code\n\
         5200104,200104,TOWN,เทศบาลเมือง,ตัวอย่าง,เทศบาลเมืองตัวอย่าง,ทม.ตัวอย่าง,เมืองชลบุรี,20\n\
         ๖๒๐๐๑๐๕,,TAO,อบต.,นํ้าใส,,,เมืองชลบุรี,20\n",
    );
    assert!(rejected.is_empty(), "{rejected:?}");
    let first = &records[0];
    assert_eq!((first.tier, first.key.as_str(), first.kind), (Tier::Local, "200104", Some(LocalKind::Town)));
    assert_eq!(first.parent_code.as_deref(), Some("20"));
    let second = &records[1];
    assert_eq!((second.code.as_str(), second.name_th.as_str()), ("6200105", "องค์การบริหารส่วนตำบลน้ำใส"));
    assert_eq!(second.short_name_th.as_deref(), Some("อบต.น้ำใส"));
}

#[test]
fn a_bad_row_is_told_by_line_and_column_and_the_others_are_kept() {
    let (records, rejected) = offices(
        "dla_code,stable_key,type,name_th,province_code\n\
         520010,,TOWN,ก,20\n\
         5200104,200105,TOWN,ข,20\n\
         5200106,,VILLAGE,ค,20\n\
         5200107,,TOWN,,20\n\
         5200108,,TOWN,ง,x\n\
         5200109,,TOWN,จ,20\n\
         6200109,,TAO,ฉ,20\n",
    );
    assert_eq!(records.len(), 1);
    assert_eq!(
        faults(&rejected),
        [
            (2, "dla_code", "malformed"),
            (3, "stable_key", "contradicts_code"),
            (4, "type", "unknown_word"),
            (5, "name_th", "missing"),
            (6, "province_code", "malformed"),
            (8, "dla_code", "duplicate_code"),
        ]
    );
    assert!(rejected[5].message_en.contains("line 7"), "{:?}", rejected[5]);
}

#[test]
fn schools_are_read_with_and_without_their_local_administration() {
    let (records, rejected) = offices(
        "school_key,name_th,lao_dla_code,lao_type,district_th,province_code\n\
         X1,โรงเรียนตัวอย่างหนึ่ง,4200104,TOWN,เมืองชลบุรี,20\n\
         X2,โรงเรียนตัวอย่างสอง,,,เมืองชลบุรี,20\n\
         X3,โรงเรียนตัวอย่างสาม,,,เมืองชลบุรี,\n",
    );
    assert_eq!(records[0].parent_code.as_deref(), Some("4200104"));
    assert_eq!((records[1].parent_code.as_deref(), records[1].province_code.as_deref()), (None, Some("20")));
    assert_eq!(faults(&rejected), [(4, "province_code", "missing")]);
}

#[test]
fn offices_of_every_tier_come_in_one_file() {
    let (records, rejected) = offices(
        "ทะเบียนตัวอย่าง\n\
         tier,code,parent_code,name_th\n\
         department,DLA,,กรมตัวอย่าง\n\
         province,20,,สำนักงานตัวอย่างจังหวัดชลบุรี\n\
         local,4200104,20,เทศบาลเมืองตัวอย่าง\n\
         school,X1,4200104,โรงเรียนตัวอย่าง\n\
         school,X2,,โรงเรียนไร้สังกัด\n\
         village,X3,,ก\n",
    );
    let found: Vec<_> = records
        .iter()
        .map(|one| (one.tier, one.key.as_str(), one.parent_code.as_deref(), one.province_code.as_deref()))
        .collect();
    assert_eq!(
        found,
        [
            (Tier::Department, "DLA", None, None),
            (Tier::Province, "20", Some("DLA"), Some("20")),
            (Tier::Local, "200104", Some("20"), Some("20")),
            (Tier::School, "X1", Some("4200104"), Some("20")),
        ]
    );
    assert_eq!(records[2].short_name_th.as_deref(), Some("ทม.ตัวอย่าง"));
    assert_eq!(faults(&rejected), [(7, "parent_code", "missing"), (8, "tier", "unknown_word")]);
}

#[test]
fn an_upgrade_keeps_the_key_and_begins_with_the_budget_year() {
    let (found, rejected) = upgrades(
        "budget_years,name_th,to_type_th,dla_code_2566,stable_key,predicted_new_dla_code\n\
         2568>2569,ตัวอย่าง,เทศบาลเมือง,5200104,200104,4200104\n\
         2569>2570,ใหญ่,เทศบาลนคร (รวม ทต.เล็ก),4200105,200105,3200105\n\
         2569>2570,เล็ก,ยุบรวมเป็น เทศบาลนครใหญ่,5200106,200106,\n\
         2568,ผิด,เทศบาลเมือง,5200107,200107,4200999\n\
         ปีหน้า,ผิด,เทศบาลเมือง,5200108,200108,4200108\n",
    );
    assert_eq!(found[0].effective, NaiveDate::from_ymd_opt(2025, 10, 1).expect("a day"));
    assert_eq!(
        found[0].change,
        Change::Raised {
            code: "4200104".into(),
            kind: LocalKind::Town,
            name_th: "เทศบาลเมืองตัวอย่าง".into(),
            short_name_th: "ทม.ตัวอย่าง".into(),
        }
    );
    assert!(matches!(&found[1].change, Change::Raised { kind: LocalKind::City, .. }));
    assert_eq!(found[2].change, Change::Merged { into: "เทศบาลนครใหญ่".into() });
    assert_eq!(
        faults(&rejected),
        [(5, "predicted_new_dla_code", "contradicts_code"), (6, "budget_years", "malformed")]
    );
}

#[test]
fn another_table_is_no_registry() {
    let rows = vec![SheetRow { line: 1, cells: vec!["ที่".into(), "โรงเรียน".into()] }];
    let sheet = Sheet { name: None, kind: SheetKind::Csv, rows };
    assert_eq!(parse_registry(&[sheet]), Err(NotARegistry));
    assert_eq!(parse_registry(&[]), Err(NotARegistry));
}
