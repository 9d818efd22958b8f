//! Rows of offices of any tier.

use super::columns::{
    CODE, Columns, DISTRICT, FULL_NAME_TH, KIND, NAME_EN, NAME_TH, PARENT_CODE, PROVINCE_CODE, SHORT_NAME_TH,
    TIER,
};
use super::fault::Fault;
use super::record::{DlaCode, OfficeRecord, bare_name, postal_code, province_code, with_prefix};
use crate::domain::office::{LocalKind, Tier};
use crate::domain::sheet::SheetRow;

/// The code of the department, above all provincial offices.
const DEPARTMENT: &str = "DLA";

pub(super) fn record(columns: &Columns, row: &SheetRow) -> Result<OfficeRecord, Fault> {
    let tier = columns.text(row, TIER).ok_or(Fault::missing(TIER))?;
    let tier: Tier = tier.parse().map_err(|_| Fault::unknown(TIER))?;
    let code = columns.code(row, CODE).ok_or(Fault::missing(CODE))?;
    let name = columns
        .text(row, FULL_NAME_TH)
        .or_else(|| columns.text(row, NAME_TH))
        .ok_or(Fault::missing(NAME_TH))?;
    let parent = columns.code(row, PARENT_CODE);
    let said = columns.code(row, PROVINCE_CODE).map(|code| province_code(code, PROVINCE_CODE)).transpose()?;
    let mut record = OfficeRecord {
        line: row.line,
        tier,
        key: code.clone(),
        code,
        parent_code: parent,
        name_th: name,
        short_name_th: columns.text(row, SHORT_NAME_TH),
        kind: None,
        district: columns.text(row, DISTRICT),
        province_code: said,
        name_en: columns.text(row, NAME_EN),
        postal_code: postal_code(columns, row)?,
    };
    match tier {
        Tier::Department => {}
        Tier::Province => {
            let own = province_code(record.code.clone(), CODE)?;
            record.province_code = Some(own);
            record.parent_code.get_or_insert_with(|| DEPARTMENT.to_owned());
        }
        Tier::Local => complete_local(columns, row, &mut record)?,
        Tier::School => {
            let parent = record.parent_code.as_deref().ok_or(Fault::missing(PARENT_CODE))?;
            let of_parent = || DlaCode::parse(parent, PARENT_CODE).map(|parent| parent.province);
            let province = record.province_code.take().map_or_else(of_parent, Ok)?;
            record.province_code = Some(province);
        }
    }
    Ok(record)
}

/// What follows from a local administration's code and kind.
fn complete_local(columns: &Columns, row: &SheetRow, record: &mut OfficeRecord) -> Result<(), Fault> {
    let code = DlaCode::parse(&record.code, CODE)?;
    let kind: LocalKind = super::locals::kind(columns, row, &record.name_th).map_err(|fault| {
        // Without a type column the fault is the name's, which says no kind.
        if columns.text(row, KIND).is_some() { fault } else { Fault::missing(KIND) }
    })?;
    let bare = bare_name(kind, &record.name_th).to_owned();
    record.name_th = with_prefix(kind.thai(), &bare);
    record.short_name_th.get_or_insert_with(|| format!("{}{bare}", kind.abbreviation()));
    record.kind = Some(kind);
    record.province_code.get_or_insert(code.province);
    record.key = code.key;
    if record.parent_code.is_none() {
        record.parent_code.clone_from(&record.province_code);
    }
    Ok(())
}
