//! What became of a roster's row.

use serde::{Deserialize, Serialize};

use super::header::Field;
use crate::domain::word::words;

/// A school that a row may mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// The school's id.
    pub school_id: i64,
    /// Its code.
    pub code: String,
    /// Its name in full.
    pub name: String,
    /// Its local administration in short.
    pub local: Option<String>,
    /// The district: names repeat, so it is always shown.
    pub district: Option<String>,
    /// The province's name.
    pub province: Option<String>,
}

/// A local administration that a row may mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalCandidate {
    /// Its id.
    pub local_id: i64,
    /// Its code.
    pub code: String,
    /// Its full name.
    pub name: String,
    /// Its district.
    pub district: String,
    /// The province's name.
    pub province: Option<String>,
}

/// What became of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// One school, and no other.
    Matched {
        /// The school.
        school_id: i64,
    },
    /// Several schools, or one that too little speaks for: a person chooses.
    Ambiguous {
        /// The choices.
        candidates: Vec<Candidate>,
    },
    /// No such school.
    UnknownSchool {
        /// Its local administration, if that is known: under it the school can be added.
        local_id: Option<i64>,
        /// Schools with like names, nearest first.
        suggestions: Vec<Candidate>,
    },
    /// No such local administration.
    UnknownLocal {
        /// Local administrations with like names, nearest first.
        suggestions: Vec<LocalCandidate>,
        /// Schools of that name in the province.
        schools: Vec<Candidate>,
    },
    /// A school that an earlier row names already.
    Duplicate {
        /// The school.
        school_id: i64,
        /// The line of the earlier row.
        first_line: u32,
    },
    /// A row that cannot be right as it stands.
    Rejected {
        /// The column at fault.
        column: Field,
        /// What is wrong with it.
        reason: Reason,
    },
}

/// What a row is, in a word: what rows are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowState {
    /// It has its school.
    Matched,
    /// A person chooses among schools.
    Ambiguous,
    /// Its school, or its local administration, is not in the registry.
    Unknown,
    /// An earlier row has the school.
    Duplicate,
    /// It cannot be right as it stands.
    Rejected,
}

words!(RowState {
    Matched => "matched",
    Ambiguous => "ambiguous",
    Unknown => "unknown",
    Duplicate => "duplicate",
    Rejected => "rejected",
});

impl Outcome {
    /// The outcome in a word.
    pub const fn state(&self) -> RowState {
        match self {
            Self::Matched { .. } => RowState::Matched,
            Self::Ambiguous { .. } => RowState::Ambiguous,
            Self::UnknownSchool { .. } | Self::UnknownLocal { .. } => RowState::Unknown,
            Self::Duplicate { .. } => RowState::Duplicate,
            Self::Rejected { .. } => RowState::Rejected,
        }
    }

    /// The school of a matched row.
    pub const fn school_id(&self) -> Option<i64> {
        match self {
            Self::Matched { school_id } => Some(*school_id),
            _ => None,
        }
    }
}

/// What is wrong with a rejected row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// No name and no code of a school.
    SchoolNameMissing,
    /// The code is that of a school with another name.
    SchoolCodeContradicts,
    /// The code is that of a local administration with another name, or not that of the school's.
    LocalCodeContradicts,
    /// The named local administration is not that of the school with this code.
    LocalContradicts,
    /// The school, or the local administration, of this code is in another province.
    ProvinceContradicts,
    /// No such province.
    UnknownProvince,
}
