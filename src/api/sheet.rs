//! A list as a table that officers open: CSV or an Excel workbook.

use std::str::FromStr;

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};

use super::problem::Problem;
use crate::letters::table_sheet::{Table, to_csv, to_xlsx};

/// The most rows of a table: an Excel sheet has 1,048,576.
pub const MOST_ROWS: u64 = 1_000_000;

/// How a list is given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Format {
    /// A page of JSON.
    #[default]
    Json,
    /// All of it as CSV.
    Csv,
    /// All of it as a workbook.
    Xlsx,
}

impl FromStr for Format {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        match word {
            "json" => Ok(Self::Json),
            "csv" => Ok(Self::Csv),
            "xlsx" => Ok(Self::Xlsx),
            _ => Err(()),
        }
    }
}

/// A table as a file to keep, named with an ending of its format.
///
/// # Errors
/// When it cannot be written.
pub async fn file(table: Table, name: String, format: Format) -> Result<Response, Problem> {
    let written = tokio::task::spawn_blocking(move || match format {
        Format::Xlsx => to_xlsx(&table),
        Format::Csv | Format::Json => to_csv(&table),
    });
    let bytes = written.await.map_err(|error| Problem::internal(&error))?;
    let bytes = bytes.map_err(|error| Problem::internal(&error))?;
    let (media_type, ending) = match format {
        Format::Xlsx => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
        Format::Csv | Format::Json => ("text/csv; charset=utf-8", "csv"),
    };
    let disposition = format!("attachment; filename=\"{name}.{ending}\"");
    Ok(([(CONTENT_TYPE, media_type.to_owned()), (CONTENT_DISPOSITION, disposition)], bytes).into_response())
}
