//! Rows as offices write them.

use super::*;
use crate::domain::roster::find_header;

fn read(text: &str) -> Vec<RosterRow> {
    let rows: Vec<SheetRow> = (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.is_empty())
        .map(|(line, cells)| SheetRow { line, cells: cells.split('|').map(str::to_owned).collect() })
        .collect();
    read_rows(&find_header(&rows).expect("a header"), &rows)
}

#[test]
fn blank_rows_column_numbers_and_totals_are_no_schools() {
    let rows = read(
        "ที่|โรงเรียน|จังหวัด\n(1)|(2)|(3)\n๑|ก|ข\n||\n2.|รวมมิตรวิทยา|ข\nรวม 2 แห่ง\nหมายเหตุ ข้อมูลสมมุติ\n|รวมทั้งสิ้น|2",
    );
    let found: Vec<_> = rows.iter().map(|row| (row.line, row.seq, row.school.as_str())).collect();
    assert_eq!(found, [(3, Some(1), "ก"), (5, Some(2), "รวมมิตรวิทยา")]);
}

#[test]
fn a_header_that_comes_again_is_no_school_and_a_school_called_like_one_is() {
    let rows = read("ที่|โรงเรียน|จังหวัด\n1|โรงเรียนที่วัง|ข\nที่|โรงเรียน|จังหวัด\n2|โรงเรียนในบ้าน|ข");
    let found: Vec<_> = rows.iter().map(|row| row.school.as_str()).collect();
    assert_eq!(found, ["โรงเรียนที่วัง", "โรงเรียนในบ้าน"]);
}

#[test]
fn what_is_written_once_speaks_for_the_rows_below() {
    let rows = read("จังหวัด|อปท.|โรงเรียน\nชลบุรี|ทม.ก|หนึ่ง\n||สอง\n|ทต.ข|สาม\nตราด||สี่");
    let places: Vec<_> = rows.iter().map(|row| (row.province.as_deref(), row.local.as_deref())).collect();
    assert_eq!(
        places,
        [
            (Some("ชลบุรี"), Some("ทม.ก")),
            (Some("ชลบุรี"), Some("ทม.ก")),
            (Some("ชลบุรี"), Some("ทต.ข")),
            (Some("ตราด"), None),
        ]
    );
    assert!(rows[1].local_filled && !rows[2].local_filled);
}

#[test]
fn a_province_may_head_a_section_of_its_own() {
    let rows = read("ที่|โรงเรียน|อปท.\nจังหวัดชลบุรี\n1|หนึ่ง|ทม.ก\nจ.ตราด\n1|สอง|ทม.ข");
    let provinces: Vec<_> = rows.iter().map(|row| row.province.as_deref()).collect();
    assert_eq!(provinces, [Some("ชลบุรี"), Some("ตราด")]);
}

#[test]
fn a_kind_in_a_column_of_its_own_and_a_place_behind_the_name_are_read() {
    let rows = read("โรงเรียน|ประเภท อปท.|ชื่อ อปท.\nหนึ่ง|เทศบาลเมือง|ก\nสอง|เทศบาลตำบล|ทต.ข อ.ค จ.ตราด");
    assert_eq!(rows[0].local.as_deref(), Some("ทม.ก"));
    assert_eq!(rows[1].province.as_deref(), Some("ตราด"));
}

#[test]
fn a_school_with_a_row_for_each_of_its_people_is_one() {
    let rows = read("ที่|โรงเรียน|ครู\n1|หนึ่ง|นายตัวอย่าง ก\n1|หนึ่ง|นายตัวอย่าง ข\n||นายตัวอย่าง ค\n2|สอง|-");
    assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 5]);
}
