//! Files of the registry of offices: what `wian import offices` reads.
//!
//! Four shapes are known by their headers: local administrations (`dla_code, full_name_th …`), schools (`school_key,
//! lao_dla_code …`), offices of any tier (`tier, code, parent_code, name_th …`) and changes of status (`dla_code_2566,
//! predicted_new_dla_code, to_type_th …`).

mod changes;
mod columns;
mod fault;
mod import_state;
mod known;
mod locals;
mod misfit;
mod offices;
mod plan;
mod plan_changes;
mod plan_offices;
mod record;
mod schools;

pub use changes::{Change, OfficeUpgrade};
pub use import_state::ImportState;
pub use known::{Known, KnownOffice, OfficeFields, PastName};
pub use misfit::Heads;
pub use plan::{Ending, Entry, Plan, plan};
pub use plan_offices::plan_records;
pub use record::OfficeRecord;

use std::collections::HashMap;

use self::columns::{Columns, Shape};
use self::fault::Fault;
pub use crate::domain::sheet::Rejection;
use crate::domain::sheet::{Sheet, SheetRow};

/// What a registry file holds. Rejected rows are told apart; the others are good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RegistryFile {
    /// Offices as they are.
    Offices {
        /// In the order of the file.
        records: Vec<OfficeRecord>,
        /// By line and column.
        rejected: Vec<Rejection>,
        /// Its columns, for telling what does not fit the registry.
        heads: Heads,
    },
    /// Offices whose status changes.
    Upgrades {
        /// In the order of the file.
        upgrades: Vec<OfficeUpgrade>,
        /// By line and column.
        rejected: Vec<Rejection>,
        /// Its columns, for telling what does not fit the registry.
        heads: Heads,
    },
}

impl RegistryFile {
    /// How many rows were read, good or not.
    pub const fn rows(&self) -> usize {
        match self {
            Self::Offices { records, rejected, .. } => records.len() + rejected.len(),
            Self::Upgrades { upgrades, rejected, .. } => upgrades.len() + rejected.len(),
        }
    }
}

/// A file whose columns are none of a registry's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no header of a registry file")]
pub struct NotARegistry;

impl NotARegistry {
    /// The stable word for programs.
    pub const fn code(self) -> &'static str {
        "not_a_registry"
    }

    /// One Thai sentence.
    pub const fn message_th(self) -> &'static str {
        "ไม่พบหัวตารางทะเบียนหน่วยงาน ต้องมีช่อง dla_code และ name_th หรือ school_key และ name_th หรือ tier, code และ name_th"
    }

    /// One English sentence.
    pub const fn message_en(self) -> &'static str {
        "No header of a registry was found: it needs the columns dla_code and name_th, or school_key and name_th, or \
         tier, code and name_th."
    }
}

/// Reads the first sheet that has a registry's header.
///
/// # Errors
/// When no sheet has one.
pub fn parse_registry(sheets: &[Sheet]) -> Result<RegistryFile, NotARegistry> {
    let (sheet, columns) =
        sheets.iter().find_map(|sheet| Some((sheet, Columns::find(&sheet.rows)?))).ok_or(NotARegistry)?;
    let rows = sheet.rows.get(columns.skip..).unwrap_or_default();
    let heads = Heads::of(&columns);
    let record = match columns.shape {
        Shape::Locals => locals::record,
        Shape::Schools => schools::record,
        Shape::Offices => offices::record,
        Shape::Changes => {
            let (upgrades, rejected) = read(&columns, rows, changes::upgrade, |upgrade| &upgrade.key);
            return Ok(RegistryFile::Upgrades { upgrades, rejected, heads });
        }
    };
    let (records, rejected) = read(&columns, rows, record, |record| &record.key);
    Ok(RegistryFile::Offices { records, rejected, heads })
}

/// Reads every row by itself, so that a bad one spoils no other; a key met before is bad too.
fn read<T>(
    columns: &Columns,
    rows: &[SheetRow],
    parse: fn(&Columns, &SheetRow) -> Result<T, Fault>,
    key: fn(&T) -> &String,
) -> (Vec<T>, Vec<Rejection>) {
    let (mut good, mut rejected) = (Vec::new(), Vec::new());
    let mut first_lines: HashMap<String, u32> = HashMap::new();
    for row in rows {
        let unique = |item: T| match first_lines.get(key(&item)) {
            Some(&line) => Err(Fault::duplicate(columns.code_column(), line)),
            None => Ok(item),
        };
        match parse(columns, row).and_then(unique) {
            Ok(item) => {
                first_lines.insert(key(&item).clone(), row.line);
                good.push(item);
            }
            Err(fault) => rejected.push(fault.at(columns, row)),
        }
    }
    (good, rejected)
}

#[cfg(test)]
mod tests;
