//! The header of a roster: which row it is, and which column means what.

use serde::{Deserialize, Serialize};

use super::words::{Strength, classify};
use crate::domain::sheet::{SheetRow, column_letters};
use crate::domain::thai::normalise;

/// Rows among which the header is looked for: titles and notes may stand above it.
const SEARCHED: usize = 40;

/// What a column of a roster holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// ลำดับ.
    Seq,
    /// รหัสโรงเรียน.
    SchoolCode,
    /// ชื่อโรงเรียน.
    School,
    /// The DLA code of the local administration.
    LocalCode,
    /// อปท.
    Local,
    /// ประเภท อปท., where it stands apart from the name.
    LocalKind,
    /// อำเภอ.
    District,
    /// รหัสจังหวัด.
    ProvinceCode,
    /// จังหวัด.
    Province,
}

/// A column that was recognised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// What it holds.
    pub field: Field,
    /// Its place, from 0 for column A.
    pub index: usize,
    /// Its head as it stands in the file.
    pub text: String,
}

/// A header and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// The line of the file, or row of the sheet, of its first row.
    pub line: u32,
    /// The columns that were recognised, each field once.
    pub columns: Vec<Column>,
    /// How many of the sheet's rows come before the first row of data.
    pub skip: usize,
}

impl Header {
    /// The place of a field's column.
    pub fn index(&self, field: Field) -> Option<usize> {
        self.columns.iter().find(|column| column.field == field).map(|column| column.index)
    }

    /// How a message names a field's column: its head, or that of the school column for a field without one.
    pub fn label(&self, field: Field) -> String {
        let named = |wanted| self.columns.iter().find(|column| column.field == wanted);
        let column = named(field).or_else(|| named(Field::School)).or_else(|| self.columns.first());
        column.map_or_else(String::new, |column| {
            if column.text.is_empty() { column_letters(column.index) } else { column.text.clone() }
        })
    }

    /// The letters over a field's column.
    pub fn letters(&self, field: Field) -> Option<String> {
        self.index(field).map(column_letters)
    }
}

/// Finds the header of a sheet: the row, or pair of rows, near its top that names most columns, schools among them.
pub fn find_header(rows: &[SheetRow]) -> Option<Header> {
    let searched = || rows.iter().enumerate().take(SEARCHED);
    let singles = searched().filter_map(|(at, row)| header_of(row.line, heads(row), at + 1));
    let doubles = searched()
        .zip(rows.iter().skip(1))
        .filter_map(|((at, row), below)| header_of(row.line, joined_heads(row, below), at + 2));
    // Of equals the first one counts, and one row before two: the upper of two may be a title.
    singles
        .chain(doubles)
        .reduce(|best, found| if found.columns.len() > best.columns.len() { found } else { best })
}

/// A head as it is shown, and what it means.
struct Head {
    text: String,
    meaning: Option<(Field, Strength)>,
}

fn heads(row: &SheetRow) -> Vec<Head> {
    row.cells.iter().map(|cell| head(cell)).collect()
}

/// The heads of two rows read as one: the lower cell, under the upper one or under one merged over several columns.
fn joined_heads(upper: &SheetRow, lower: &SheetRow) -> Vec<Head> {
    let mut group = "";
    (0..upper.cells.len().max(lower.cells.len()))
        .map(|index| {
            let (above, below) = (upper.cell(index), lower.cell(index));
            if !above.is_empty() {
                group = above;
            }
            if below.is_empty() || below == above {
                return head(above);
            }
            let joined =
                classify(&format!("{group}{below}")).filter(|(_, strength)| *strength == Strength::Exact);
            let alone = head(below);
            Head { meaning: joined.or(alone.meaning), ..alone }
        })
        .collect()
}

fn head(text: &str) -> Head {
    Head { text: normalise(text), meaning: classify(text) }
}

fn header_of(line: u32, heads: Vec<Head>, skip: usize) -> Option<Header> {
    let mut found: Vec<(Column, Strength)> = Vec::new();
    for (index, head) in heads.into_iter().enumerate() {
        let Some((field, strength)) = head.meaning else { continue };
        let column = Column { field, index, text: head.text };
        match found.iter_mut().find(|(other, _)| other.field == field) {
            Some(other) if other.1 < strength => *other = (column, strength),
            Some(_) => {}
            None => found.push((column, strength)),
        }
    }
    let strong_school =
        found.iter().any(|(column, strength)| column.field == Field::School && *strength != Strength::Weak);
    let any_school =
        found.iter().any(|(column, _)| matches!(column.field, Field::School | Field::SchoolCode));
    // A lone weak word (ชื่อ, รหัส) may head any list of anything.
    (any_school && (strong_school || found.len() > 1)).then(|| Header {
        line,
        columns: found.into_iter().map(|(column, _)| column).collect(),
        skip,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(text: &str) -> Vec<SheetRow> {
        (1..)
            .zip(text.lines())
            .filter(|(_, line)| !line.is_empty())
            .map(|(line, cells)| SheetRow { line, cells: cells.split('|').map(str::to_owned).collect() })
            .collect()
    }

    fn fields(text: &str) -> Vec<(Field, usize)> {
        let header = find_header(&sheet(text)).expect("a header");
        header.columns.iter().map(|column| (column.field, column.index)).collect()
    }

    #[test]
    fn titles_above_the_header_are_passed_over() {
        let rows = sheet("บัญชีรายชื่อโรงเรียน\nแนบท้ายหนังสือ\n\nที่|โรงเรียน|อปท.|จังหวัด\n1|ก|ข|ค");
        let header = find_header(&rows).expect("a header");
        assert_eq!((header.line, header.skip), (4, 3));
        assert_eq!(header.label(Field::Local), "อปท.");
        assert_eq!(header.letters(Field::Province).as_deref(), Some("D"));
        assert_eq!(header.label(Field::District), "โรงเรียน");
    }

    #[test]
    fn a_header_over_two_rows_is_read_as_one() {
        let two = "ที่|สถานศึกษา||อปท.||ที่ตั้ง|\n|รหัส|ชื่อ|ประเภท|ชื่อ|อำเภอ|จังหวัด\n1|X1|ก|ทม.|ข|ค|ง";
        assert_eq!(
            fields(two),
            [
                (Field::Seq, 0),
                (Field::SchoolCode, 1),
                (Field::School, 2),
                (Field::LocalKind, 3),
                (Field::Local, 4),
                (Field::District, 5),
                (Field::Province, 6),
            ]
        );
    }

    #[test]
    fn the_better_of_two_heads_for_one_field_counts() {
        assert_eq!(fields("ชื่อ|ชื่อโรงเรียน|สังกัด|อปท.\nก|ข|ค|ง"), [(Field::School, 1), (Field::Local, 3)]);
    }

    #[test]
    fn a_lone_column_of_schools_is_enough_and_a_lone_name_is_not() {
        assert_eq!(fields("รายชื่อโรงเรียน\nรร.ตัวอย่าง"), [(Field::School, 0)]);
        assert!(find_header(&sheet("ชื่อ\nนายตัวอย่าง")).is_none());
        assert!(find_header(&sheet("จังหวัด|อำเภอ\nก|ข")).is_none());
    }
}
