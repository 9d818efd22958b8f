//! Rows of local administrations, as in the department's open data.

use super::columns::{
    Columns, DISTRICT, DLA_CODE, FULL_NAME_TH, KIND, NAME_EN, NAME_TH, PROVINCE_CODE, SHORT_NAME_TH,
    STABLE_KEY,
};
use super::fault::Fault;
use super::record::{DlaCode, OfficeRecord, postal_code, province_code, with_prefix};
use crate::domain::office::{LocalKind, Tier};
use crate::domain::sheet::SheetRow;
use crate::domain::thai::names::local_name;

pub(super) fn record(columns: &Columns, row: &SheetRow) -> Result<OfficeRecord, Fault> {
    let code = columns.code(row, DLA_CODE).ok_or(Fault::missing(DLA_CODE))?;
    let code = DlaCode::parse(&code, DLA_CODE)?;
    if columns.code(row, STABLE_KEY).is_some_and(|key| key != code.key) {
        return Err(Fault::contradicts(STABLE_KEY));
    }
    let province = match columns.code(row, PROVINCE_CODE) {
        Some(said) => province_code(said, PROVINCE_CODE)?,
        None => code.province.clone(),
    };
    let full = columns.text(row, FULL_NAME_TH);
    let name = full.clone().or_else(|| columns.text(row, NAME_TH)).ok_or(Fault::missing(NAME_TH))?;
    let kind = kind(columns, row, &name)?;
    let bare = columns.text(row, NAME_TH).unwrap_or_else(|| super::record::bare_name(kind, &name).to_owned());
    let bare = super::record::bare_name(kind, &bare);
    Ok(OfficeRecord {
        line: row.line,
        tier: Tier::Local,
        parent_code: Some(province.clone()),
        name_th: full.unwrap_or_else(|| with_prefix(kind.thai(), bare)),
        short_name_th: Some(
            columns.text(row, SHORT_NAME_TH).unwrap_or_else(|| format!("{}{bare}", kind.abbreviation())),
        ),
        kind: Some(kind),
        district: columns.text(row, DISTRICT),
        province_code: Some(province),
        name_en: columns.text(row, NAME_EN),
        postal_code: postal_code(columns, row)?,
        code: code.whole,
        key: code.key,
    })
}

/// The kind of its column, or the one that the full name begins with; never the digit of the code.
pub(super) fn kind(columns: &Columns, row: &SheetRow, name: &str) -> Result<LocalKind, Fault> {
    match columns.text(row, KIND) {
        Some(word) => word.parse().map_err(|_| Fault::unknown(KIND)),
        None => local_name(name).kind.ok_or(Fault::missing(KIND)),
    }
}
