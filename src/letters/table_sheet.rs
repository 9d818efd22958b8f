//! A table as CSV and as an Excel workbook: rosters, registers and who-has-not lists.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};
use thiserror::Error;

/// The font that the department's documents use; Excel falls back by itself where it lacks.
const FONT: &str = "TH Sarabun New";

/// A table for people: a title, one header row, rows of equal width.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Table {
    /// Stands above the header of the workbook; a CSV has no place for it.
    pub title: String,
    /// Words of the header row.
    pub columns: Vec<String>,
    /// Rows in their order; a short row leaves its last cells empty.
    pub rows: Vec<Vec<Cell>>,
}

/// One cell of a table.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum Cell {
    /// Text, taken literally: it never becomes a formula.
    Text(String),
    /// A number that Excel may add up; codes with leading zeros are text.
    Number(f64),
    /// Nothing.
    #[default]
    Empty,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Number(f64::from(number))
    }
}

/// A table that cannot be written, such as one of more than a million rows.
#[derive(Debug, Error)]
#[error("the table cannot be written: {0}")]
pub struct NotWritten(String);

impl NotWritten {
    /// The stable word.
    pub fn code(&self) -> &'static str {
        "table_not_written"
    }

    /// The sentence in Thai.
    pub fn message_th(&self) -> String {
        "เขียนตารางนี้เป็นไฟล์ไม่ได้".to_owned()
    }

    /// The sentence in English.
    pub fn message_en(&self) -> String {
        "This table cannot be written as a file.".to_owned()
    }
}

impl From<XlsxError> for NotWritten {
    fn from(error: XlsxError) -> Self {
        Self(error.to_string())
    }
}

impl From<csv::Error> for NotWritten {
    fn from(error: csv::Error) -> Self {
        Self(error.to_string())
    }
}

/// The table as CSV in UTF-8 with a byte order mark, without which Excel shows Thai as rubbish.
pub fn to_csv(table: &Table) -> Result<Vec<u8>, NotWritten> {
    let bytes = "\u{feff}".as_bytes().to_vec();
    let mut writer =
        csv::WriterBuilder::new().flexible(true).terminator(csv::Terminator::CRLF).from_writer(bytes);
    writer.write_record(table.columns.iter().map(|column| inert(column)))?;
    for row in &table.rows {
        let cells = (0..table.columns.len().max(row.len())).map(|column| match row.get(column) {
            Some(Cell::Text(text)) => inert(text),
            Some(Cell::Number(number)) => number.to_string(),
            Some(Cell::Empty) | None => String::new(),
        });
        writer.write_record(cells)?;
    }
    writer.into_inner().map_err(|error| NotWritten(error.to_string()))
}

/// Text that a spreadsheet would run as a formula gets an apostrophe, as OWASP advises against CSV injection.
fn inert(text: &str) -> String {
    let runs = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if runs { format!("'{text}") } else { text.to_owned() }
}

/// The table as a workbook that prints on A4 across, its header on every page.
pub fn to_xlsx(table: &Table) -> Result<Vec<u8>, NotWritten> {
    to_workbook(std::slice::from_ref(table))
}

/// Tables as the sheets of one workbook, named by their titles; the first one's is the workbook's.
pub fn to_workbook(tables: &[Table]) -> Result<Vec<u8>, NotWritten> {
    let mut workbook = Workbook::new();
    // A fixed date keeps the same table the same file, which is stored by its hash.
    let date = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let title = tables.first().map_or("", |table| table.title.as_str());
    workbook.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&date));
    for table in tables {
        write(workbook.add_worksheet(), table)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn write(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let plain = Format::new().set_font_name(FONT).set_font_size(16);
    let cell = plain.clone().set_border(FormatBorder::Thin).set_text_wrap().set_align(FormatAlign::Top);
    let head = cell.clone().set_bold().set_align(FormatAlign::Center);
    sheet.set_name(sheet_name(&table.title))?;
    sheet.write_string_with_format(0, 0, &table.title, &plain.clone().set_bold().set_font_size(18))?;
    for (column, name) in (0..).zip(&table.columns) {
        sheet.write_string_with_format(1, column, name, &head)?;
        sheet.set_column_width(column, width_of(table, column))?;
    }
    for (line, row) in (2..).zip(&table.rows) {
        for (column, content) in (0..).zip(row) {
            match content {
                Cell::Text(text) => sheet.write_string_with_format(line, column, text, &cell)?,
                Cell::Number(number) => sheet.write_number_with_format(line, column, *number, &cell)?,
                Cell::Empty => sheet.write_blank(line, column, &cell)?,
            };
        }
    }
    sheet.set_freeze_panes(2, 0)?.set_repeat_rows(0, 1)?;
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_footer("&C&P / &N");
    Ok(())
}

/// Excel's number for A4 paper.
const A4: u8 = 9;

/// Width of a column in Excel's unit, a digit: the widest cell, from 6 to 48, where text wraps.
fn width_of(table: &Table, column: u16) -> f64 {
    let cells = table.rows.iter().filter_map(|row| match row.get(usize::from(column))? {
        Cell::Text(text) => Some(columns_of(text)),
        Cell::Number(number) => Some(columns_of(&number.to_string())),
        Cell::Empty => None,
    });
    let head = table.columns.get(usize::from(column)).map(|name| columns_of(name));
    let widest = cells.chain(head).max().unwrap_or(0);
    f64::from(u8::try_from(widest.min(46)).unwrap_or(46)).max(4.0) + 2.0
}

/// Letters that take width: Thai vowels and tones above and below a letter take none.
fn columns_of(text: &str) -> usize {
    text.chars().filter(|c| !matches!(c, 'ั' | 'ิ'..='ฺ' | '็'..='๎')).count()
}

/// A name for the sheet within Excel's rules: 1 to 31 characters, none of `[]:*?/\`, no outer apostrophe.
fn sheet_name(title: &str) -> String {
    let kept = title.chars().filter(|c| !c.is_control() && !"[]:*?/\\'".contains(*c)).take(31);
    let name = kept.collect::<String>().trim().to_owned();
    if name.is_empty() || name.eq_ignore_ascii_case("history") {
        "รายชื่อ".to_owned()
    } else {
        name
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx};

    use super::*;

    fn register() -> Table {
        Table {
            title: "ทะเบียนหนังสือรับ: 2566".into(),
            columns: vec!["เลขที่".into(), "เรื่อง".into(), "หมายเหตุ".into()],
            rows: vec![
                vec![679.into(), "แจ้งโครงการ, \"ระยะที่ 1\"".into(), Cell::Empty],
                vec![680.into(), "=HYPERLINK(\"http://x\")".into()],
            ],
        }
    }

    #[test]
    fn excel_opens_the_csv_as_thai_and_runs_nothing_in_it() {
        let csv = String::from_utf8(to_csv(&register()).unwrap()).unwrap();
        assert_eq!(
            csv,
            "\u{feff}เลขที่,เรื่อง,หมายเหตุ\r\n679,\"แจ้งโครงการ, \"\"ระยะที่ 1\"\"\",\r\n\
             680,\"'=HYPERLINK(\"\"http://x\"\")\",\r\n"
        );
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"] {
            assert!(inert(formula).starts_with('\''), "{formula:?}");
        }
        assert_eq!(inert("โรงเรียน=ดี"), "โรงเรียน=ดี");
    }

    #[test]
    fn the_workbook_holds_title_header_and_rows_and_no_formula() {
        let bytes = to_xlsx(&register()).unwrap();
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(&bytes)).unwrap();
        assert_eq!(book.sheet_names(), ["ทะเบียนหนังสือรับ 2566"]);
        let cells = book.worksheet_range_at(0).unwrap().unwrap();
        assert_eq!(cells.get_value((0, 0)), Some(&Data::String("ทะเบียนหนังสือรับ: 2566".into())));
        assert_eq!(cells.get_value((2, 0)), Some(&Data::Float(679.0)));
        assert_eq!(cells.get_value((3, 1)), Some(&Data::String("=HYPERLINK(\"http://x\")".into())));
        assert_eq!(book.worksheet_formula("ทะเบียนหนังสือรับ 2566").unwrap().used_cells().count(), 0);
    }

    #[test]
    fn the_same_table_is_the_same_file_and_any_title_is_borne() {
        assert_eq!(to_xlsx(&register()).unwrap(), to_xlsx(&register()).unwrap());
        for title in ["", "'", "[:*?/\\]", "History", &"หนังสือ".repeat(30)] {
            assert!(to_xlsx(&Table { title: title.into(), ..register() }).is_ok(), "{title}");
        }
    }

    #[test]
    fn a_cell_beyond_excels_limit_is_an_error_and_no_half_file() {
        let rows = vec![vec![Cell::Text("ก".repeat(40_000))]];
        assert!(to_xlsx(&Table { rows, ..register() }).is_err());
    }
}
