//! A sheet of text cells, whatever file it came from.

use serde::{Deserialize, Serialize};

/// What a sheet was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetKind {
    /// Text with separators.
    Csv,
    /// A sheet of an Excel workbook.
    Xlsx,
}

/// One sheet: its rows that hold anything, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The name on its tab; none for CSV.
    pub name: Option<String>,
    /// The kind of file.
    pub kind: SheetKind,
    /// Rows with at least one cell that is not blank.
    pub rows: Vec<SheetRow>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// The line of the file on which the row begins, or the row of the sheet; from 1.
    pub line: u32,
    /// The cells as text from column A on; blank cells are empty, trailing ones may be absent.
    pub cells: Vec<String>,
}

impl SheetRow {
    /// The text of a cell without the white space around it; empty beyond the last one.
    pub fn cell(&self, index: usize) -> &str {
        self.cells.get(index).map_or("", |cell| cell.trim())
    }

    /// The cells that are not blank.
    pub fn filled(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    }
}

/// Why a row is not accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Rejection {
    /// The line of the file, or row of the sheet.
    pub line: u32,
    /// The head of the column at fault, as in the file.
    pub column: String,
    /// A stable word for programs: `unknown_school`, `code_malformed` …
    pub reason: String,
    /// One Thai sentence.
    pub message_th: String,
    /// One English sentence.
    pub message_en: String,
}

/// The letters over a column: 0 is A, 26 is AA.
pub fn column_letters(index: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = index;
    loop {
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        match rest / 26 {
            0 => break,
            more => rest = more - 1,
        }
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::column_letters;

    #[test]
    fn columns_are_lettered_as_in_a_spreadsheet() {
        let letters: Vec<String> = [0, 25, 26, 51, 52, 701, 702].into_iter().map(column_letters).collect();
        assert_eq!(letters, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
