//! `wian import offices FILE`.

use std::io::Write;
use std::path::Path;

use crate::actions::{self, ImportReport};
use crate::app::{App, Result};
use crate::text::{Lang, fill};

/// Imports a registry file and prints what became of its rows, in Thai and in English.
///
/// # Errors
/// When the file cannot be read or is no registry file.
pub async fn import_offices(app: &App, file: &Path) -> Result<ImportReport> {
    let report = actions::import_offices(app, tokio::fs::read(file).await?, None).await?;
    let mut out = std::io::stdout().lock();
    for lang in [Lang::Th, Lang::En] {
        write_report(&mut out, lang, &report)?;
    }
    Ok(report)
}

fn write_report(out: &mut impl Write, lang: Lang, report: &ImportReport) -> std::io::Result<()> {
    for sentence in report.sentences(lang) {
        writeln!(out, "{sentence}")?;
    }
    for row in &report.rejected {
        let message = match lang {
            Lang::Th => &row.message_th,
            Lang::En => &row.message_en,
        };
        let line = row.line.to_string();
        let place = [("line", line.as_str()), ("column", row.column.as_str()), ("message", message.as_str())];
        writeln!(out, "  {}", fill(&lang.text().imports.row, &place))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sheet::Rejection;

    #[test]
    fn a_row_that_is_not_taken_is_told_by_line_and_column() {
        let report = ImportReport {
            added: 7,
            changed: 0,
            renamed: 0,
            merged: 0,
            unchanged: 0,
            outdated: 2,
            rejected: vec![Rejection {
                line: 5,
                column: "dla_code".into(),
                reason: "malformed".into(),
                message_th: "“x” เขียนไม่ถูกรูปแบบ".into(),
                message_en: "“x” is not written as it should be.".into(),
            }],
        };
        let mut out = Vec::new();
        write_report(&mut out, Lang::En, &report).expect("memory");
        let text = String::from_utf8(out).expect("UTF-8");
        assert!(text.starts_with("Added 7,"), "{text}");
        assert!(text.contains("2 rows tell an earlier state"), "{text}");
        assert!(text.contains("Row 5, column “dla_code”: “x” is not written"), "{text}");
    }
}
