//! The real roster over the real registry, where the folder of real data lies beside the project.

use std::time::Instant;

use rust_xlsxwriter::{Format, Workbook};

use super::testing::{Desk, real};
use super::{import_offices, put_roster};
use crate::domain::sheet::SheetRow;
use crate::domain::thai::thai_digits;
use crate::letters::sheet::read_sheet;
use crate::store::roster_schools;

/// A desk over the real registry and the cells of the real roster: school, local administration, district, province.
async fn desk() -> Option<(Desk, Vec<[String; 4]>)> {
    let (locals, schools) = (real("laos.csv")?, real("schools.csv")?);
    let sheets = read_sheet(&real("roster-102.csv")?, None).expect("a sheet");
    let cells = |row: &SheetRow| [2, 4, 6, 8].map(|index| row.cell(index).to_owned());
    let desk = Desk::bare().await;
    for file in [locals, schools] {
        import_offices(&desk.app, file, None).await.expect("a registry file");
    }
    Some((desk, sheets[0].rows.iter().skip(1).map(cells).collect()))
}

/// A name as officers write it: short forms, Thai digits, a decomposed ำ, doubled spaces.
fn as_officers_write(name: &str) -> String {
    let short = [
        ("โรงเรียน", "รร."),
        ("องค์การบริหารส่วนตำบล", "อบต."),
        ("เทศบาลนคร", "ทน."),
        ("เทศบาลเมือง", "ทม."),
        ("เทศบาลตำบล", "ทต."),
        ("เทศบาล ", "ท."),
        ("ำ", "\u{0E4D}\u{0E32}"),
        (" ", "  "),
    ];
    thai_digits(&short.iter().fold(name.to_owned(), |name, (full, short)| name.replace(full, short)))
}

fn table(cells: &[[String; 4]], separator: &str) -> String {
    let heads = ["ที่", "ชื่อสถานศึกษา", "อปท.", "อำเภอ", "จังหวัด"].join(separator);
    let rows = (1..).zip(cells).map(|(seq, row)| {
        let quoted = row.each_ref().map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
        format!("{seq}{separator}{}\n", quoted.join(separator))
    });
    format!("บัญชีรายชื่อโรงเรียน\n\n{heads}\n{}รวม 102 แห่ง\n", rows.collect::<String>())
}

/// A title over merged cells, and each province written once over its schools.
fn workbook(cells: &[[String; 4]]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let format = Format::new();
    let sheet = workbook.add_worksheet();
    sheet.merge_range(0, 0, 0, 3, "บัญชีรายชื่อโรงเรียนที่เข้าร่วมโครงการ", &format).expect("title");
    for (column, head) in [(0, "จังหวัด"), (1, "ชื่อโรงเรียน"), (2, "อปท."), (3, "อำเภอ")]
    {
        sheet.write(2, column, head).expect("head");
    }
    let mut line = 3;
    for province in cells.chunk_by(|one, other| one[3] == other[3]) {
        let last = line + u32::try_from(province.len()).expect("few") - 1;
        if last > line {
            sheet.merge_range(line, 0, last, 0, &province[0][3], &format).expect("province");
        } else {
            sheet.write(line, 0, &province[0][3]).expect("province");
        }
        for row in province {
            for (column, text) in [(1, &row[0]), (2, &row[1]), (3, &row[2])] {
                sheet.write(line, column, text).expect("cell");
            }
            line += 1;
        }
    }
    workbook.save_to_buffer().expect("bytes")
}

#[tokio::test]
async fn the_real_roster_reaches_102_schools_in_any_file() {
    let Some((desk, cells)) = desk().await else { return };
    let written: Vec<_> =
        cells.iter().map(|row| row.each_ref().map(|cell| as_officers_write(cell))).collect();
    let semicolons = table(&written, ";").replace('\n', "\r\n");
    let windows = encoding_rs::WINDOWS_874.encode(&semicolons).0.into_owned();
    let mut codes = None;
    for (what, bytes) in [
        ("as it is", real("roster-102.csv").expect("the roster")),
        ("without codes", table(&cells, ",").into_bytes()),
        ("as officers write", table(&written, ",").into_bytes()),
        ("Windows-874 with semicolons", windows),
        ("XLSX with merged cells", workbook(&written)),
    ] {
        let began = Instant::now();
        let report = put_roster(&desk.app, &desk.issuer, desk.draft, bytes, None, false).await.expect(what);
        eprintln!("{what}: {:?}", began.elapsed());
        assert_eq!((report.rows, report.accepted), (102, 102), "{what}: {:?}", report.rejected);
        assert_eq!((report.provinces, report.locals, report.schools), (60, 101, 102), "{what}");
        let found = desk.codes().await;
        assert_eq!(codes.get_or_insert_with(|| found.clone()), &found, "{what}");
    }
    let schools = roster_schools::schools(&desk.app.db, desk.draft).await.expect("schools");
    assert!(schools.iter().all(|school| !school.province.is_empty() && !school.local_code.is_empty()));
}
