//! Rows of schools with the local administration that each belongs to.

use super::columns::{
    Columns, DISTRICT, FULL_NAME_TH, NAME_EN, NAME_TH, PROVINCE_CODE, SCHOOL_KEY, SCHOOL_LOCAL_CODE,
};
use super::fault::Fault;
use super::record::{DlaCode, OfficeRecord, postal_code, province_code};
use crate::domain::office::Tier;
use crate::domain::sheet::SheetRow;

/// A school without a local administration is kept: it has no parent until somebody tells which one it is.
pub(super) fn record(columns: &Columns, row: &SheetRow) -> Result<OfficeRecord, Fault> {
    let code = columns.code(row, SCHOOL_KEY).ok_or(Fault::missing(SCHOOL_KEY))?;
    let name_th = columns
        .text(row, NAME_TH)
        .or_else(|| columns.text(row, FULL_NAME_TH))
        .ok_or(Fault::missing(NAME_TH))?;
    let parent = match columns.code(row, SCHOOL_LOCAL_CODE) {
        Some(code) => Some(DlaCode::parse(&code, SCHOOL_LOCAL_CODE)?),
        None => None,
    };
    let said = columns.code(row, PROVINCE_CODE).map(|code| province_code(code, PROVINCE_CODE)).transpose()?;
    let province = said.or_else(|| parent.as_ref().map(|parent| parent.province.clone()));
    Ok(OfficeRecord {
        line: row.line,
        tier: Tier::School,
        key: code.clone(),
        code,
        parent_code: parent.map(|parent| parent.whole),
        name_th,
        short_name_th: None,
        kind: None,
        district: columns.text(row, DISTRICT),
        province_code: Some(province.ok_or(Fault::missing(PROVINCE_CODE))?),
        name_en: columns.text(row, NAME_EN),
        postal_code: postal_code(columns, row)?,
    })
}
