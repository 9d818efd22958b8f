//! The real registry and a real roster, where the folder of real data lies beside the project.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;

use rust_xlsxwriter::{Format, Workbook};

use super::read_sheet;
use crate::domain::registry::{Change, OfficeRecord, RegistryFile, parse_registry};
use crate::domain::roster::{
    Matcher, Outcome, Registry, RegistryLocal, RegistryProvince, RegistrySchool, RosterMatch, match_roster,
};
use crate::domain::thai::thai_digits;

/// A file of the real data; none, saying so, in a clone without it.
fn real(name: &str) -> Option<Vec<u8>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(name);
    let bytes = fs::read(&path).ok();
    if bytes.is_none() {
        eprintln!("skipped: {} is not here", path.display());
    }
    bytes
}

fn offices(name: &str) -> Option<Vec<OfficeRecord>> {
    let sheets = read_sheet(&real(name)?, None).expect("a sheet");
    match parse_registry(&sheets).expect("a registry file") {
        RegistryFile::Offices { records, rejected, .. } => {
            assert!(rejected.is_empty(), "{rejected:?}");
            Some(records)
        }
        other @ RegistryFile::Upgrades { .. } => panic!("{other:?}"),
    }
}

fn matcher() -> Option<Matcher> {
    let (locals, schools) = (offices("laos.csv")?, offices("schools.csv")?);
    let provinces = String::from_utf8(real("provinces.csv")?).expect("UTF-8");
    let ids: HashMap<&str, i64> = (1..).zip(&locals).map(|(id, local)| (local.code.as_str(), id)).collect();
    let schools = (100_000..).zip(&schools).map(|(id, school)| RegistrySchool {
        id,
        code: school.code.clone(),
        name: school.name_th.clone(),
        local_id: school.parent_code.as_deref().and_then(|code| ids.get(code).copied()),
        district: school.district.clone(),
        province_code: school.province_code.clone().unwrap_or_default(),
    });
    let registry = Registry {
        schools: schools.collect(),
        provinces: (1..)
            .zip(provinces.lines().skip(1))
            .map(|(id, line)| {
                let mut cells = line.split(',');
                let code = cells.next().unwrap_or_default().to_owned();
                RegistryProvince { id, code, name: cells.nth(1).unwrap_or_default().to_owned() }
            })
            .collect(),
        past_codes: HashMap::new(),
        locals: (1..)
            .zip(&locals)
            .map(|(id, local)| RegistryLocal {
                id,
                code: local.code.clone(),
                name: local.name_th.clone(),
                short_name: local.short_name_th.clone().unwrap_or_default(),
                district: local.district.clone().unwrap_or_default(),
                province_code: local.province_code.clone().unwrap_or_default(),
            })
            .collect(),
    };
    Some(Matcher::new(registry))
}

/// The cells that the tests pick: school, local administration, district, province.
fn roster_cells() -> Option<Vec<[String; 4]>> {
    let sheets = read_sheet(&real("roster-102.csv")?, None).expect("a sheet");
    let cell = |row: &crate::domain::sheet::SheetRow, index| row.cell(index).to_owned();
    Some(sheets[0].rows.iter().skip(1).map(|row| [2, 4, 6, 8].map(|index| cell(row, index))).collect())
}

/// A name as officers write it: short forms, Thai digits, a decomposed ำ, doubled spaces.
fn as_officers_write(name: &str) -> String {
    let short = name
        .replace("โรงเรียน", "รร.")
        .replace("องค์การบริหารส่วนจังหวัด", "อบจ.")
        .replace("องค์การบริหารส่วนตำบล", "อบต.")
        .replace("เทศบาลนคร", "ทน.")
        .replace("เทศบาลเมือง", "ทม.")
        .replace("เทศบาลตำบล", "ทต.")
        .replace("เทศบาล ", "ท.")
        .replace('ำ', "\u{0E4D}\u{0E32}")
        .replace(' ', "  ");
    thai_digits(&short)
}

fn assert_all_match(matcher: &Matcher, bytes: &[u8], what: &str) -> RosterMatch {
    let sheets = read_sheet(bytes, None).expect(what);
    let found = match_roster(&sheets, matcher).expect(what);
    let missed: Vec<_> = found.rejections().into_iter().map(|one| (one.line, one.message_th)).collect();
    assert!(missed.is_empty(), "{what}: {missed:?}");
    assert_eq!(found.school_ids().len(), 102, "{what}");
    found
}

fn table(cells: &[[String; 4]], separator: &str) -> String {
    let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let heads = ["ที่", "ชื่อสถานศึกษา", "อปท.", "อำเภอ", "จังหวัด"].join(separator);
    let rows = (1..).zip(cells).map(|(seq, row)| {
        let cells: Vec<String> = row.iter().map(quoted).collect();
        format!("{}{separator}{}", thai_digits(&format!("{seq}")), cells.join(separator))
    });
    let rows: Vec<String> = rows.collect();
    format!("บัญชีรายชื่อโรงเรียน\n\n{heads}\n{}\nรวม 102 แห่ง\n", rows.join("\n"))
}

#[test]
fn the_whole_registry_is_read() {
    let (Some(locals), Some(schools)) = (offices("laos.csv"), offices("schools.csv")) else { return };
    assert_eq!((locals.len(), schools.len()), (7_849, 1_359));
    let Some(bytes) = real("lao-status-changes-2568-2570.csv") else { return };
    let sheets = read_sheet(&bytes, None).expect("a sheet");
    let Ok(RegistryFile::Upgrades { upgrades, rejected, .. }) = parse_registry(&sheets) else {
        panic!("upgrades")
    };
    assert!(rejected.is_empty(), "{rejected:?}");
    assert_eq!(upgrades.len(), 35);
    let merged = upgrades.iter().filter(|one| matches!(one.change, Change::Merged { .. }));
    assert_eq!(merged.count(), 1);
}

#[test]
fn the_real_roster_matches_by_code_and_by_name() {
    let (Some(matcher), Some(bytes)) = (matcher(), real("roster-102.csv")) else { return };
    let by_code = assert_all_match(&matcher, &bytes, "as it is").school_ids();

    let text = String::from_utf8(bytes).expect("UTF-8");
    let without_codes: Vec<String> = text
        .lines()
        .map(|line| {
            let mut cells: Vec<&str> = line.split(',').collect();
            cells.remove(3);
            cells.remove(1);
            cells.join(",")
        })
        .collect();
    let by_name =
        assert_all_match(&matcher, without_codes.join("\n").as_bytes(), "without codes").school_ids();
    assert_eq!(by_name, by_code);
}

#[test]
fn the_real_roster_matches_as_officers_write_it_in_any_file() {
    let (Some(matcher), Some(cells)) = (matcher(), roster_cells()) else { return };
    let exact = assert_all_match(&matcher, table(&cells, ",").as_bytes(), "exact").school_ids();
    let written: Vec<_> =
        cells.iter().map(|row| row.each_ref().map(|cell| as_officers_write(cell))).collect();
    let comma = table(&written, ",");
    let utf16: Vec<u8> = format!("\u{FEFF}{comma}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let thai = encoding_rs::WINDOWS_874.encode(&table(&written, ";").replace('\n', "\r\n")).0.into_owned();
    for (what, bytes) in [
        ("comma", comma.clone().into_bytes()),
        ("mark", format!("\u{FEFF}{comma}").into_bytes()),
        ("tab", table(&written, "\t").into_bytes()),
        ("UTF-16", utf16),
        ("Windows-874 with semicolons", thai),
        ("XLSX", merged_workbook(&written)),
    ] {
        assert_eq!(assert_all_match(&matcher, &bytes, what).school_ids(), exact, "{what}");
    }
}

#[test]
fn most_real_schools_are_known_without_their_local_administration() {
    let (Some(matcher), Some(cells)) = (matcher(), roster_cells()) else { return };
    let bare: Vec<_> = cells
        .into_iter()
        .map(|[school, _, _, province]| [school, String::new(), String::new(), province])
        .collect();
    let sheets = read_sheet(table(&bare, ",").as_bytes(), None).expect("a sheet");
    let found = match_roster(&sheets, &matcher).expect("a roster");
    for (row, outcome) in &found.rows {
        let settled = matches!(outcome, Outcome::Matched { .. } | Outcome::Ambiguous { .. });
        assert!(settled, "{row:?} {outcome:?}");
    }
}

/// A workbook as an office makes it: a title, a header over two rows, each province written once over its schools.
fn merged_workbook(cells: &[[String; 4]]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let format = Format::new();
    let sheet = workbook.add_worksheet();
    sheet.merge_range(0, 0, 0, 4, "บัญชีรายชื่อโรงเรียนที่เข้าร่วมโครงการ", &format).expect("title");
    for (column, head) in [(0, "ลําดับ"), (1, "จังหวัด"), (2, "ชื่อโรงเรียน")]
    {
        sheet.merge_range(2, column, 3, column, head, &format).expect("head");
    }
    sheet.merge_range(2, 3, 2, 4, "หน่วยงาน", &format).expect("group");
    sheet.write(3, 3, "อปท. ต้นสังกัด").expect("head");
    sheet.write(3, 4, "อำเภอ").expect("head");
    let mut line = 4;
    for province in cells.chunk_by(|one, other| one[3] == other[3]) {
        let last = line + u32::try_from(province.len()).expect("few") - 1;
        if last > line {
            sheet.merge_range(line, 1, last, 1, &province[0][3], &format).expect("province");
        } else {
            sheet.write(line, 1, &province[0][3]).expect("province");
        }
        for row in province {
            sheet.write(line, 0, line - 3).expect("number");
            for (column, text) in [(2, &row[0]), (3, &row[1]), (4, &row[2])] {
                sheet.write(line, column, text).expect("cell");
            }
            line += 1;
        }
    }
    sheet.write(line, 0, "รวม 102 แห่ง").expect("total");
    workbook.save_to_buffer().expect("bytes")
}
