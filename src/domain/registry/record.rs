//! An office as a registry file tells it, and the rules of its code and names.

use super::columns::{Columns, Name, POSTAL_CODE};
use super::fault::Fault;
use crate::domain::office::{LocalKind, Tier};
use crate::domain::sheet::SheetRow;

/// One office of a registry file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeRecord {
    /// The line of the file, or row of the sheet.
    pub line: u32,
    /// Its tier.
    pub tier: Tier,
    /// Its code of today: `DLA`, `21`, `5210104` or a `school_key`.
    pub code: String,
    /// What survives a change of status: the last six digits of a DLA code, the code itself elsewhere.
    pub key: String,
    /// The code of the office above; none where the file does not know it.
    pub parent_code: Option<String>,
    /// Its name in full.
    pub name_th: String,
    /// Its short name (ทม.…), for a local administration.
    pub short_name_th: Option<String>,
    /// Its kind, for a local administration.
    pub kind: Option<LocalKind>,
    /// Its district.
    pub district: Option<String>,
    /// The two-digit code of its province; none for the department.
    pub province_code: Option<String>,
    /// Its English name.
    pub name_en: Option<String>,
    /// Its postal code, five digits.
    pub postal_code: Option<String>,
}

/// A DLA code taken apart: `T PP AA NN`. The type digit lags behind changes of status and is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DlaCode {
    pub whole: String,
    pub key: String,
    pub province: String,
}

impl DlaCode {
    pub fn parse(code: &str, column: Name) -> Result<Self, Fault> {
        let seven_digits = code.len() == 7 && code.bytes().all(|b| b.is_ascii_digit());
        match (seven_digits, code.get(1..), code.get(1..3)) {
            (true, Some(key), Some(province)) => {
                Ok(Self { whole: code.to_owned(), key: key.to_owned(), province: province.to_owned() })
            }
            _ => Err(Fault::malformed(column)),
        }
    }
}

/// A province's code: two digits.
pub(super) fn province_code(code: String, column: Name) -> Result<String, Fault> {
    let two_digits = code.len() == 2 && code.bytes().all(|b| b.is_ascii_digit());
    if two_digits { Ok(code) } else { Err(Fault::malformed(column)) }
}

/// A postal code: five digits.
pub(super) fn postal_code(columns: &Columns, row: &SheetRow) -> Result<Option<String>, Fault> {
    let five_digits = |code: &String| code.len() == 5 && code.bytes().all(|b| b.is_ascii_digit());
    match columns.code(row, POSTAL_CODE) {
        Some(code) if !five_digits(&code) => Err(Fault::malformed(POSTAL_CODE)),
        code => Ok(code),
    }
}

/// A name with its kind before it, unless it stands there already.
pub(super) fn with_prefix(prefix: &str, name: &str) -> String {
    if name.starts_with(prefix) { name.to_owned() } else { format!("{prefix}{name}") }
}

/// The name without its kind, full or short.
pub(super) fn bare_name(kind: LocalKind, name: &str) -> &str {
    let prefixes = [kind.thai(), kind.abbreviation()];
    prefixes
        .into_iter()
        .filter(|prefix| !prefix.is_empty())
        .find_map(|prefix| name.strip_prefix(prefix))
        .map_or(name, str::trim_start)
}
