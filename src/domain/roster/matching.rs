//! Matching a row to its school: by code, or by name within its local administration or province. Never a guess.

use super::header::Field;
use super::index::{Index, School};
use super::locals::{Contradiction, Said};
use super::outcome::{Outcome, Reason};
use super::registry::Registry;
use super::row::RosterRow;
use super::schools::may_be_named;
use crate::domain::thai::names::school_key;

/// The registry, ready for matching any number of rows.
pub struct Matcher {
    index: Index,
}

impl Matcher {
    /// Indexes the registry; costs as much as some rows' matching for each of its offices.
    pub fn new(registry: Registry) -> Self {
        Self { index: Index::new(registry) }
    }

    /// Matches one row, whatever the other rows say.
    pub fn match_row(&self, row: &RosterRow) -> Outcome {
        self.try_match(row).unwrap_or_else(|(column, reason)| Outcome::Rejected { column, reason })
    }

    fn try_match(&self, row: &RosterRow) -> Result<Outcome, Contradiction> {
        if let Some(school) = self.school_coded(row) {
            return self.check_coded(row, school);
        }
        if school_key(&row.school).is_empty() {
            return match row.school_code {
                Some(_) => Ok(Outcome::UnknownSchool { local_id: None, suggestions: Vec::new() }),
                None => Err((Field::School, Reason::SchoolNameMissing)),
            };
        }
        let province = match self.index.province_of(row) {
            // The code of the local administration says more than a misspelt province.
            Err((_, Reason::UnknownProvince)) if self.index.has_local_coded(row) => None,
            told => told?,
        };
        let outcome = self.match_name(row, province)?;
        let lost = matches!(outcome, Outcome::UnknownSchool { .. } | Outcome::UnknownLocal { .. });
        if row.local_filled && lost {
            // The merged cell above did not cover this row after all.
            let alone = RosterRow { local: None, local_code: None, ..row.clone() };
            let second = self.match_name(&alone, province)?;
            return Ok(if second.school_id().is_some() { second } else { outcome });
        }
        Ok(outcome)
    }

    fn school_coded(&self, row: &RosterRow) -> Option<&School> {
        let code = row.school_code.as_deref()?.to_lowercase();
        self.index.schools.get(*self.index.school_by_code.get(&code)?)
    }

    /// A code decides, unless what stands beside it speaks of another school.
    fn check_coded(&self, row: &RosterRow, school: &School) -> Result<Outcome, Contradiction> {
        if !may_be_named(&row.school, school) {
            return Err((Field::SchoolCode, Reason::SchoolCodeContradicts));
        }
        if let Ok(Some(province)) = self.index.province_of(row)
            && province != school.province_code
        {
            return Err((Field::Province, Reason::ProvinceContradicts));
        }
        let said = if row.local_filled { Said::Nothing } else { self.index.locals_of(row, None)? };
        match (said, school.local) {
            (Said::Known { locals, by_code }, Some(own)) if !locals.contains(&own) => Err(if by_code {
                (Field::LocalCode, Reason::LocalCodeContradicts)
            } else {
                (Field::Local, Reason::LocalContradicts)
            }),
            _ => Ok(Outcome::Matched { school_id: school.office.id }),
        }
    }

    fn match_name(&self, row: &RosterRow, province: Option<&str>) -> Result<Outcome, Contradiction> {
        let index = &self.index;
        Ok(match index.locals_of(row, province)? {
            Said::Known { locals, .. } => match index.schools_of(&locals, row).as_slice() {
                [] => self.unknown_school(row, &locals, province),
                // A short form is sure only within one local administration, not among its namesakes.
                [only] if locals.len() > 1 && !index.is_exactly(*only, row) => {
                    Outcome::Ambiguous { candidates: index.candidates(&[*only]) }
                }
                found => self.decide(found),
            },
            Said::Unknown => Outcome::UnknownLocal {
                suggestions: index.similar_locals(row, province),
                schools: province
                    .map_or_else(Vec::new, |_| index.candidates(&index.schools_in(province, row))),
            },
            Said::Nothing => self.match_without_local(row, province),
        })
    }

    /// A name that only one school of the province has, and that is short for no other one's, is enough.
    fn match_without_local(&self, row: &RosterRow, province: Option<&str>) -> Outcome {
        let mut found = self.index.schools_in(province, row);
        let exact = found.len();
        if let Some(province) = province {
            found.extend(self.index.schools_shortened(province, row));
        }
        match found.as_slice() {
            [] => Outcome::UnknownSchool {
                local_id: None,
                suggestions: self.index.similar_schools(row, &[], province),
            },
            // A name without any place is too little: a school elsewhere may not be registered yet.
            [only] if exact == 1 && province.is_some() => self.decide(&[*only]),
            several => Outcome::Ambiguous { candidates: self.index.candidates(several) },
        }
    }

    fn decide(&self, found: &[usize]) -> Outcome {
        let only = match found {
            [only] => self.index.schools.get(*only),
            _ => None,
        };
        match only {
            Some(school) => Outcome::Matched { school_id: school.office.id },
            None => Outcome::Ambiguous { candidates: self.index.candidates(found) },
        }
    }

    /// Namesakes elsewhere in the province come first: the registry may not know their local administration.
    fn unknown_school(&self, row: &RosterRow, locals: &[usize], province: Option<&str>) -> Outcome {
        let only = match locals {
            [only] => self.index.locals.get(*only),
            _ => None,
        };
        let province = province.or(only.map(|local| local.office.province_code.as_str()));
        let mut suggestions = match province {
            Some(code) => self.index.candidates(&self.index.schools_in(Some(code), row)),
            None => Vec::new(),
        };
        suggestions.extend(self.index.similar_schools(row, locals, None));
        Outcome::UnknownSchool { local_id: only.map(|local| local.office.id), suggestions }
    }
}

#[cfg(test)]
#[path = "matching_tests.rs"]
mod tests;
