//! The roster of a circular as a table to download: the schools it is for, in the order of the letter.

use super::table_sheet::{Cell, NotWritten, Table, to_csv, to_xlsx};

/// A roster as matched to the registry.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RosterSheet {
    /// What the roster lists, in the letter's words.
    pub title: String,
    /// The letter it belongs to, such as `มท 0816.3/ว 679`; empty in a draft.
    pub reference: String,
    /// Schools in their order.
    pub rows: Vec<RosterRow>,
}

/// One school of a roster.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RosterRow {
    /// Number in the roster, from 1.
    pub seq: u32,
    /// Name of the school.
    pub school: String,
    /// Name of its local administration.
    pub local: String,
    /// Its district, which tells namesakes apart.
    pub district: String,
    /// Its province.
    pub province: String,
    /// The school's key in the registry.
    pub school_code: String,
    /// The local administration's code; text, since it may begin with a zero.
    pub local_code: String,
}

/// Header words, which the program's own roster import reads as well.
const COLUMNS: [&str; 7] = ["ที่", "โรงเรียน", "อปท.", "อำเภอ", "จังหวัด", "รหัสโรงเรียน", "รหัส อปท."];

/// The roster as CSV for Excel.
pub fn roster_csv(roster: &RosterSheet) -> Result<Vec<u8>, NotWritten> {
    to_csv(&table_of(roster))
}

/// The roster as a workbook, titled with the letter's reference.
pub fn roster_xlsx(roster: &RosterSheet) -> Result<Vec<u8>, NotWritten> {
    to_xlsx(&table_of(roster))
}

fn table_of(roster: &RosterSheet) -> Table {
    let title = match roster.reference.as_str() {
        "" => roster.title.clone(),
        reference => format!("{} (หนังสือที่ {reference})", roster.title),
    };
    Table {
        title,
        columns: COLUMNS.map(str::to_owned).to_vec(),
        rows: roster.rows.iter().map(cells_of).collect(),
    }
}

fn cells_of(row: &RosterRow) -> Vec<Cell> {
    let texts = [&row.school, &row.local, &row.district, &row.province, &row.school_code, &row.local_code];
    let texts = texts.into_iter().map(|text| Cell::from(text.as_str()));
    std::iter::once(Cell::from(row.seq)).chain(texts).collect()
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx};

    use super::*;

    fn roster() -> RosterSheet {
        RosterSheet {
            title: "บัญชีรายชื่อโรงเรียน".into(),
            reference: "มท 0816.3/ว 679".into(),
            rows: vec![RosterRow {
                seq: 1,
                school: "โรงเรียนเทศบาล ๑ ตัวอย่าง".into(),
                local: "เทศบาลเมืองตัวอย่าง".into(),
                district: "เมืองตัวอย่าง".into(),
                province: "ตัวอย่าง".into(),
                school_code: "S001".into(),
                local_code: "0410104".into(),
            }],
        }
    }

    #[test]
    fn a_clerk_downloads_the_roster_as_csv() {
        let csv = String::from_utf8(roster_csv(&roster()).unwrap()).unwrap();
        let lines: Vec<&str> = csv.trim_start_matches('\u{feff}').lines().collect();
        assert_eq!(lines[0], "ที่,โรงเรียน,อปท.,อำเภอ,จังหวัด,รหัสโรงเรียน,รหัส อปท.");
        assert_eq!(lines[1], "1,โรงเรียนเทศบาล ๑ ตัวอย่าง,เทศบาลเมืองตัวอย่าง,เมืองตัวอย่าง,ตัวอย่าง,S001,0410104");
    }

    #[test]
    fn the_workbook_names_the_letter_and_keeps_leading_zeros() {
        let bytes = roster_xlsx(&roster()).unwrap();
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        let cells = book.worksheet_range_at(0).unwrap().unwrap();
        let text = |text: &str| Data::String(text.into());
        assert_eq!(cells.get_value((0, 0)), Some(&text("บัญชีรายชื่อโรงเรียน (หนังสือที่ มท 0816.3/ว 679)")));
        assert_eq!(cells.get_value((2, 6)), Some(&text("0410104")));
        assert_eq!(cells.get_value((2, 0)), Some(&Data::Float(1.0)));
    }
}
