//! Spreadsheets as they arrive from offices.

use std::io::Write as _;

use proptest::prelude::*;
use rust_xlsxwriter::{Format, Workbook};

use super::{UnreadableSheet, read_sheet};
use crate::domain::registry::parse_registry;
use crate::domain::roster::{Matcher, Registry, match_roster};

const TABLE: &str = "ลำดับ,ชื่อโรงเรียน,อปท.\n1,โรงเรียนตัวอย่างน้ำใส,ทม.ตัวอย่าง\n";

fn first_row(bytes: &[u8], content_type: Option<&str>) -> Vec<String> {
    let sheets = read_sheet(bytes, content_type).expect("a sheet");
    sheets[0].rows[1].cells.clone()
}

fn utf16(text: &str, big: bool) -> Vec<u8> {
    text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

#[test]
fn a_table_reads_alike_in_every_encoding() {
    let expected = ["1", "โรงเรียนตัวอย่างน้ำใส", "ทม.ตัวอย่าง"];
    let with_mark = format!("\u{FEFF}{TABLE}");
    let thai = encoding_rs::WINDOWS_874.encode(TABLE).0.into_owned();
    for (bytes, content_type) in [
        (TABLE.as_bytes().to_vec(), None),
        (with_mark.clone().into_bytes(), Some("text/csv")),
        (thai.clone(), None),
        (thai.clone(), Some("text/csv; charset=windows-874")),
        (thai.clone(), Some("text/csv; Charset=\"TIS-620\"")),
        (thai, Some("text/csv; charset=utf-8")),
        (utf16(&with_mark, false), None),
        (utf16(&with_mark, true), None),
        (utf16(TABLE, false), None),
        (TABLE.replace(',', ";").into_bytes(), None),
        (TABLE.replace(',', "\t").replace('\n', "\r\n").into_bytes(), None),
    ] {
        assert_eq!(first_row(&bytes, content_type), expected, "{content_type:?}");
    }
}

#[test]
fn a_workbook_gives_rows_of_the_sheet_whole_numbers_and_merged_cells() {
    let mut workbook = Workbook::new();
    let format = Format::new();
    let sheet = workbook.add_worksheet();
    sheet.merge_range(0, 0, 0, 3, "บัญชีรายชื่อ", &format).expect("title");
    sheet.write(3, 0, 1).expect("number");
    sheet.write(3, 1, 5_210_104).expect("code");
    sheet.write(4, 1, "ก").expect("cell");
    sheet.write(5, 1, "ข").expect("cell");
    sheet.merge_range(3, 2, 5, 2, "ชลบุรี", &format).expect("province");
    let bytes = workbook.save_to_buffer().expect("bytes");

    let sheets = read_sheet(&bytes, None).expect("a workbook");
    let rows: Vec<(u32, &[String])> =
        sheets[0].rows.iter().map(|row| (row.line, row.cells.as_slice())).collect();
    assert_eq!(rows[0].0, 1);
    assert_eq!(rows[1], (4, ["1", "5210104", "ชลบุรี"].map(String::from).as_slice()));
    assert_eq!(rows[3], (6, ["", "ข", "ชลบุรี"].map(String::from).as_slice()));
}

#[test]
fn a_far_away_cell_costs_nothing() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, "โรงเรียน").expect("cell");
    sheet.write(1_048_575, 16_383, "ไกล").expect("cell");
    let sheets = read_sheet(&workbook.save_to_buffer().expect("bytes"), None).expect("a workbook");
    assert_eq!(sheets[0].rows.len(), 1);
}

#[test]
fn a_zip_bomb_is_refused() {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let deflated: zip::write::SimpleFileOptions =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    let block = vec![b'0'; 1 << 20];
    archive.start_file("xl/worksheets/sheet1.xml", deflated).expect("entry");
    for _ in 0..130 {
        archive.write_all(&block).expect("block");
    }
    let bytes = archive.finish().expect("archive").into_inner();
    assert_eq!(read_sheet(&bytes, None), Err(UnreadableSheet::UnpacksTooLarge));
}

#[test]
fn a_file_that_is_no_table_is_refused_with_a_reason() {
    for (bytes, refusal) in [
        (b"  \r\n ".as_slice(), UnreadableSheet::Empty),
        (b"%PDF-1.7", UnreadableSheet::NotASheet),
        (b"PK\x03\x04 nonsense", UnreadableSheet::BrokenWorkbook),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", UnreadableSheet::OldWorkbook),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", UnreadableSheet::NotASheet),
        (b"a,b\n\xFF\xFC,c\n", UnreadableSheet::UnknownEncoding),
    ] {
        assert_eq!(read_sheet(bytes, None), Err(refusal));
        assert!(!refusal.message_th().is_empty() && refusal.message_en().ends_with('.'));
    }
}

/// A real workbook with some of its bytes changed.
fn damaged_workbook() -> impl Strategy<Value = Vec<u8>> {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write(0, 0, "โรงเรียน").expect("cell");
    let bytes = workbook.save_to_buffer().expect("bytes");
    proptest::collection::vec((0..bytes.len(), any::<u8>()), 1..40).prop_map(move |changes| {
        let mut bytes = bytes.clone();
        for (at, value) in changes {
            bytes[at] = value;
        }
        bytes
    })
}

proptest! {
    #[test]
    fn any_bytes_give_sheets_or_a_refusal(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        let _ = read_sheet(&bytes, None);
        let zipped = [b"PK\x03\x04".as_slice(), &bytes].concat();
        let _ = read_sheet(&zipped, None);
    }

    #[test]
    fn any_text_keeps_its_lines(text in "[a-c,;\"\t\r\nก-ฮ ]{0,300}") {
        if let Ok(sheets) = read_sheet(text.as_bytes(), Some("text/csv; charset=utf-8")) {
            let lines = sheets[0].rows.iter().map(|row| row.line).collect::<Vec<_>>();
            prop_assert!(lines.is_sorted_by(|a, b| a < b));
            prop_assert!(lines.last().is_none_or(|&last| last as usize <= text.len() + 1));
        }
    }

    #[test]
    fn any_table_is_a_roster_and_a_registry_or_is_refused(
        head in "(ที่,โรงเรียน,อปท\\.,จังหวัด|tier,code,parent_code,name_th|dla_code,name_th,type,district_th)",
        text in "[0-9๐-๙ก-๎ทมต.()\"/, \n]{0,200}",
    ) {
        if let Ok(sheets) = read_sheet(format!("{head}\n{text}").as_bytes(), None) {
            let _ = match_roster(&sheets, &Matcher::new(Registry::default()));
            let _ = parse_registry(&sheets);
        }
    }

    #[test]
    fn a_damaged_workbook_gives_sheets_or_a_refusal(bytes in damaged_workbook()) {
        let _ = read_sheet(&bytes, None);
    }
}
