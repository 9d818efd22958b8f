//! Excel workbooks. Cells are read one by one and kept sparsely: a file may claim a billion of them.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Dimensions, Reader as _, Xlsx, open_workbook_from_rs};

use super::{MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_UNPACKED, UnreadableSheet};
use crate::domain::sheet::{Sheet, SheetKind, SheetRow};

type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;
type Rows = BTreeMap<u32, Vec<String>>;

/// All sheets of a workbook that hold anything, in the order of their tabs.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, UnreadableSheet> {
    refuse_bomb(bytes)?;
    // A damaged workbook must be refused, and calamine does not promise never to panic on one.
    catch_unwind(AssertUnwindSafe(|| read_workbook(bytes))).unwrap_or(Err(UnreadableSheet::BrokenWorkbook))
}

/// Unpacks everything once and throws it away: the sizes written in a zip file may lie.
fn refuse_bomb(bytes: &[u8]) -> Result<(), UnreadableSheet> {
    let broken = |_| UnreadableSheet::BrokenWorkbook;
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let mut left = MAX_UNPACKED;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(broken)?;
        let unpacked = std::io::copy(&mut entry.take(left + 1), &mut std::io::sink())
            .map_err(|_| UnreadableSheet::BrokenWorkbook)?;
        left = left.checked_sub(unpacked).ok_or(UnreadableSheet::UnpacksTooLarge)?;
    }
    Ok(())
}

fn read_workbook(bytes: &[u8]) -> Result<Vec<Sheet>, UnreadableSheet> {
    let mut workbook: Workbook<'_> =
        open_workbook_from_rs(Cursor::new(bytes)).map_err(|_| UnreadableSheet::BrokenWorkbook)?;
    let mut budget = MAX_CELLS;
    let mut sheets = Vec::new();
    for name in workbook.sheet_names() {
        let Some(mut rows) = read_cells(&mut workbook, &name, &mut budget)? else { continue };
        let merged = workbook.merge_cells_by_sheet_name(&name).unwrap_or_default();
        repeat_downwards(&mut rows, &merged, &mut budget)?;
        let rows: Vec<SheetRow> = rows
            .into_iter()
            .map(|(row, cells)| SheetRow { line: row.saturating_add(1), cells })
            .filter(|row| row.filled().next().is_some())
            .collect();
        if !rows.is_empty() {
            sheets.push(Sheet { name: Some(name), kind: SheetKind::Xlsx, rows });
        }
    }
    if sheets.is_empty() { Err(UnreadableSheet::Empty) } else { Ok(sheets) }
}

/// The cells of a worksheet; none for a tab that is a chart or a macro.
fn read_cells(
    workbook: &mut Workbook<'_>,
    name: &str,
    budget: &mut usize,
) -> Result<Option<Rows>, UnreadableSheet> {
    let Ok(mut reader) = workbook.worksheet_cells_reader(name) else { return Ok(None) };
    let mut rows = Rows::new();
    while let Some(cell) = reader.next_cell().map_err(|_| UnreadableSheet::BrokenWorkbook)? {
        let (row, column) = cell.get_position();
        let text = text(cell.get_value());
        if text.trim().is_empty() {
            continue;
        }
        if !rows.contains_key(&row) && rows.len() == MAX_ROWS {
            return Err(UnreadableSheet::TooManyRows);
        }
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        put(rows.entry(row).or_default(), column, text, budget)?;
    }
    Ok(Some(rows))
}

/// Sets one cell, and pays for the blank ones before it.
fn put(
    cells: &mut Vec<String>,
    column: usize,
    text: String,
    budget: &mut usize,
) -> Result<(), UnreadableSheet> {
    if column >= MAX_COLUMNS {
        return Ok(());
    }
    if column >= cells.len() {
        *budget = budget.checked_sub(column + 1 - cells.len()).ok_or(UnreadableSheet::TooManyCells)?;
        cells.resize(column + 1, String::new());
    }
    if let Some(cell) = cells.get_mut(column) {
        *cell = text;
    }
    Ok(())
}

/// A cell merged over several rows speaks for each of them: a province written once beside its schools.
fn repeat_downwards(
    rows: &mut Rows,
    merged: &[Dimensions],
    budget: &mut usize,
) -> Result<(), UnreadableSheet> {
    for area in merged {
        let column = usize::try_from(area.start.1).unwrap_or(usize::MAX);
        if area.end.0 <= area.start.0 {
            continue;
        }
        let Some(text) = rows.get(&area.start.0).and_then(|cells| cells.get(column)).cloned() else {
            continue;
        };
        for cells in rows.range_mut(area.start.0.saturating_add(1)..=area.end.0).map(|(_, cells)| cells) {
            *budget = budget.checked_sub(1).ok_or(UnreadableSheet::TooManyCells)?;
            if cells.get(column).is_none_or(String::is_empty) {
                put(cells, column, text.clone(), budget)?;
            }
        }
    }
    Ok(())
}

/// A cell as an officer sees it: whole numbers without ".0", errors such as #REF! as nothing.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        // Display writes a whole float without a fraction: 5210104, not 5210104.0.
        DataRef::Float(number) => number.to_string(),
        DataRef::DateTime(date) => date.as_f64().to_string(),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}
