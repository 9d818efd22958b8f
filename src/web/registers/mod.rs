//! Registers by Buddhist year: circulars that the office issued, letters that it received, letters that it sent.

mod show;

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

use super::{PageError, Site};
use crate::actions::registers::{FileKind, Which};
use crate::domain::clock::buddhist_year;
use crate::domain::numbering_report::NumberingReport;
use crate::domain::refusal::Refusal;
use crate::paths::Routes;
use crate::text::{Text, numbering};

/// The routes of registers.
pub fn routes(routes: Routes<Site>) -> Routes<Site> {
    routes.get(show::circulars).get(show::received).get(show::sent)
}

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    year: Option<i32>,
    #[serde(default)]
    format: String,
}

impl Asked {
    /// The Buddhist year: this one in Thailand unless another is asked for.
    fn year(&self, today: chrono::NaiveDate) -> i32 {
        self.year.unwrap_or_else(|| buddhist_year(today))
    }

    /// The kind of file that is wanted in the page's place.
    fn file(&self) -> Result<Option<FileKind>, Refusal> {
        match self.format.as_str() {
            "" => Ok(None),
            format => format.parse().map(Some).map_err(|()| Refusal::Malformed { field: "format" }),
        }
    }
}

/// What the numbers of a register were found to be.
#[derive(Debug)]
struct Found {
    complete: bool,
    sentences: Vec<String>,
}

impl Found {
    fn of(t: &Text, report: Option<NumberingReport>) -> Option<Self> {
        report.map(|report| Self {
            complete: report.is_complete(),
            sentences: numbering::sentences(t, &report),
        })
    }
}

/// A register as a file to keep.
fn download(bytes: Vec<u8>, which: Which, year: i32, kind: FileKind) -> Result<Response, PageError> {
    let name = format!("attachment; filename=\"{}-{year}.{}\"", which.name(), kind.ending());
    let name = HeaderValue::from_str(&name).map_err(|error| PageError::broken(&error.to_string()))?;
    let media_type = HeaderValue::from_static(kind.media_type());
    Ok(([(header::CONTENT_TYPE, media_type), (header::CONTENT_DISPOSITION, name)], bytes).into_response())
}

/// The years to choose from: this one and those before, the shown one marked.
fn years(today: chrono::NaiveDate, shown: i32) -> Vec<(i32, bool)> {
    let this = buddhist_year(today);
    let oldest = shown.min(this - 4);
    (oldest..=this.max(shown)).rev().map(|year| (year, year == shown)).collect()
}
