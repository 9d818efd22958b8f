//! What a registry file changes, decided before anything is written.

use chrono::NaiveDate;

use super::known::{Known, KnownOffice, OfficeFields, PastName};
use super::plan_changes::plan_changes;
use super::plan_offices::plan_records;
use super::{RegistryFile, Rejection};
use crate::domain::ids::OfficeId;

/// What is to be written, and how the rows of the file are counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// Offices new or changed, those above before those below.
    pub entries: Vec<Entry>,
    /// What offices were called until now.
    pub past: Vec<PastName>,
    /// Offices that end.
    pub endings: Vec<Ending>,
    /// Rows that do not fit, by line and column.
    pub rejected: Vec<Rejection>,
    /// Offices that were not there.
    pub added: usize,
    /// Offices of which something else than code, kind and name differs.
    pub changed: usize,
    /// Offices with another code, kind or name; what they had goes into the history.
    pub renamed: usize,
    /// Offices that became part of another.
    pub merged: usize,
    /// Rows that say what is known.
    pub unchanged: usize,
    /// Rows that say what was known before: the file is older than the registry.
    pub outdated: usize,
}

/// An office as it is to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What is known of it.
    pub fields: OfficeFields,
    /// For substring search.
    pub search_key: String,
    /// For the order of lists.
    pub sort_key: String,
    /// The first day of its code, kind and name; none when that is not known.
    pub valid_from: Option<NaiveDate>,
}

/// An office that becomes part of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    /// The office.
    pub office: OfficeId,
    /// The code of today of the one that takes it in.
    pub successor: String,
    /// The first day without it.
    pub day: NaiveDate,
}

/// Compares a file with the registry. New names are valid from `today`, or from the day that the file tells.
pub fn plan(file: RegistryFile, known: &Known, today: NaiveDate) -> Plan {
    match file {
        RegistryFile::Offices { records, rejected, heads } => {
            let mut plan = plan_records(records, &heads, known, today);
            plan.reject(rejected);
            plan
        }
        RegistryFile::Upgrades { upgrades, rejected, heads } => {
            let mut plan = plan_changes(upgrades, &heads, known, today);
            plan.reject(rejected);
            plan
        }
    }
}

impl Plan {
    fn reject(&mut self, rows: Vec<Rejection>) {
        self.rejected.extend(rows);
        self.rejected.sort_by_key(|row| row.line);
    }

    pub(super) fn add(&mut self, fields: OfficeFields) {
        self.added += 1;
        self.entries.push(Entry::new(fields, None));
    }

    /// Keeps what differs, and what it was called before when that differs from `day` on.
    pub(super) fn change(&mut self, office: &KnownOffice, fields: OfficeFields, day: NaiveDate) {
        if fields == office.fields {
            self.unchanged += 1;
        } else if fields.is_named_as(&office.fields) {
            self.changed += 1;
            self.entries.push(Entry::new(fields, office.valid_from));
        } else {
            self.renamed += 1;
            self.past.push(PastName {
                office: office.id,
                code: office.fields.code.clone(),
                kind: office.fields.kind,
                name_th: office.fields.name_th.clone(),
                valid_from: office.valid_from.filter(|from| *from < day),
                valid_to: day,
            });
            self.entries.push(Entry::new(fields, Some(day)));
        }
    }
}

impl Entry {
    /// Keeps the office, with its keys.
    pub fn new(fields: OfficeFields, valid_from: Option<NaiveDate>) -> Self {
        Self { search_key: fields.search_key(), sort_key: fields.sort_key(), fields, valid_from }
    }
}
