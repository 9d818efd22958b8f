//! Rows of offices whose status changes: the key stays, the code, kind and name change from a day on.

use chrono::NaiveDate;

use super::columns::{
    BUDGET_YEARS, Columns, DISTRICT, EFFECTIVE, FULL_NAME_TH, NAME_TH, NEW_CODE, OLD_CODE, PROVINCE,
    STABLE_KEY, TO_KIND,
};
use super::fault::Fault;
use super::record::{DlaCode, bare_name, with_prefix};
use crate::domain::office::LocalKind;
use crate::domain::sheet::SheetRow;
use crate::domain::thai::{fold_digits, names};

/// Buddhist years are 543 ahead of the common era.
const BUDDHIST_ERA: i32 = 543;

/// A change of one office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeUpgrade {
    /// The line of the file, or row of the sheet.
    pub line: u32,
    /// The key that survives: the last six digits of the code.
    pub key: String,
    /// The code until then.
    pub old_code: String,
    /// Its name without its kind.
    pub name: String,
    /// Its district.
    pub district: Option<String>,
    /// Its province's name.
    pub province: Option<String>,
    /// The first day of the new status: 1 October of a budget year's beginning.
    pub effective: NaiveDate,
    /// What becomes of it.
    pub change: Change,
}

/// What becomes of an office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It gets another kind, and with it another code and name.
    Raised {
        /// The new code; its key is the old one's.
        code: String,
        /// The new kind.
        kind: LocalKind,
        /// The new full name.
        name_th: String,
        /// The new short name.
        short_name_th: String,
    },
    /// It ends and becomes part of another.
    Merged {
        /// The full name of the office it joins, in the same province.
        into: String,
    },
}

pub(super) fn upgrade(columns: &Columns, row: &SheetRow) -> Result<OfficeUpgrade, Fault> {
    let old = columns.code(row, OLD_CODE).ok_or(Fault::missing(OLD_CODE))?;
    let old = DlaCode::parse(&old, OLD_CODE)?;
    if columns.code(row, STABLE_KEY).is_some_and(|key| key != old.key) {
        return Err(Fault::contradicts(STABLE_KEY));
    }
    let name = columns
        .text(row, NAME_TH)
        .or_else(|| columns.text(row, FULL_NAME_TH))
        .ok_or(Fault::missing(NAME_TH))?;
    let status = columns.text(row, TO_KIND).ok_or(Fault::missing(TO_KIND))?;
    let change = match merged_into(&status) {
        Some(into) => Change::Merged { into },
        None => raised(columns, row, &old, &name, &status)?,
    };
    let bare = match names::local_name(&name).kind {
        Some(kind) => bare_name(kind, &name).to_owned(),
        None => name,
    };
    Ok(OfficeUpgrade {
        line: row.line,
        key: old.key,
        old_code: old.whole,
        name: bare,
        district: columns.text(row, DISTRICT),
        province: columns.text(row, PROVINCE),
        effective: effective(columns, row)?,
        change,
    })
}

fn raised(
    columns: &Columns,
    row: &SheetRow,
    old: &DlaCode,
    name: &str,
    status: &str,
) -> Result<Change, Fault> {
    let code = columns.code(row, NEW_CODE).ok_or(Fault::missing(NEW_CODE))?;
    let new = DlaCode::parse(&code, NEW_CODE)?;
    if new.key != old.key {
        return Err(Fault::contradicts(NEW_CODE));
    }
    // A remark may stand behind the kind: เทศบาลนคร (รวม ทต.…).
    let word = status.split('(').next().unwrap_or_default();
    let kind: LocalKind = word.parse().map_err(|_| Fault::unknown(TO_KIND))?;
    let bare = names::local_name(name).kind.map_or(name, |said| bare_name(said, name));
    Ok(Change::Raised {
        code: new.whole,
        kind,
        name_th: with_prefix(kind.thai(), bare),
        short_name_th: with_prefix(kind.abbreviation(), bare),
    })
}

/// The office that takes another one in: "ยุบรวมเป็น เทศบาลนคร…".
fn merged_into(status: &str) -> Option<String> {
    ["ยุบรวมเป็น", "ยุบรวมกับ", "ยุบรวมเข้ากับ", "รวมกับ"]
        .iter()
        .find_map(|word| status.strip_prefix(word))
        .map(|into| into.trim().to_owned())
        .filter(|into| !into.is_empty())
}

/// The day of its own column, or the first of the second budget year of "2568>2569": 1 October 2568.
fn effective(columns: &Columns, row: &SheetRow) -> Result<NaiveDate, Fault> {
    if let Some(day) = columns.code(row, EFFECTIVE) {
        return day.parse().map_err(|_| Fault::malformed(EFFECTIVE));
    }
    let years = columns.text(row, BUDGET_YEARS).ok_or(Fault::missing(BUDGET_YEARS))?;
    let folded = fold_digits(&years);
    let last = folded.rsplit(|c: char| !c.is_ascii_digit()).find(|part| !part.is_empty());
    last.and_then(|year| year.parse::<i32>().ok())
        .filter(|year| (2400..2800).contains(year))
        .and_then(|year| NaiveDate::from_ymd_opt(year - BUDDHIST_ERA - 1, 10, 1))
        .ok_or(Fault::malformed(BUDGET_YEARS))
}
