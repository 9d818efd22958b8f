//! The registry by its keys, made once for a whole roster.

use std::collections::HashMap;

use super::outcome::{Candidate, LocalCandidate};
use super::registry::{Registry, RegistryLocal, RegistrySchool};
use crate::domain::office::LocalKind;
use crate::domain::thai::names::{local_name, province_key, school_key, school_key_outside_brackets};

/// A school with its keys; `local` points into [`Index::locals`].
pub(super) struct School {
    pub office: RegistrySchool,
    pub key: String,
    pub short_key: String,
    pub letters: Vec<char>,
    pub local: Option<usize>,
    pub province_code: String,
}

/// A local administration with its keys.
pub(super) struct Local {
    pub office: RegistryLocal,
    pub kind: Option<LocalKind>,
    pub letters: Vec<char>,
}

/// Positions by key.
type Positions = HashMap<String, Vec<usize>>;

#[derive(Default)]
pub(super) struct Index {
    pub schools: Vec<School>,
    pub locals: Vec<Local>,
    pub school_by_code: HashMap<String, usize>,
    pub schools_by_key: Positions,
    pub schools_by_province: Positions,
    pub schools_of_local: HashMap<usize, Vec<usize>>,
    pub local_by_code: HashMap<String, usize>,
    pub locals_by_key: Positions,
    /// Keys under which a name is found only when no name is exactly so.
    pub locals_by_loose_key: Positions,
    pub locals_by_base: Positions,
    pub locals_by_province: Positions,
    pub province_names: HashMap<String, String>,
    pub province_by_key: HashMap<String, String>,
}

impl Index {
    pub fn new(registry: Registry) -> Self {
        let mut index = Self::default();
        for province in registry.provinces {
            index.province_by_key.insert(province_key(&province.name), province.code.clone());
            index.province_names.insert(province.code, province.name);
        }
        let mut by_id = HashMap::new();
        for office in registry.locals {
            by_id.insert(office.id, index.locals.len());
            index.add_local(office);
        }
        for (code, id) in registry.past_codes {
            if let Some(&at) = by_id.get(&id) {
                for key in [stable_key(&code).to_owned(), code] {
                    // A code of today is never read as somebody's past one.
                    index.local_by_code.entry(key).or_insert(at);
                }
            }
        }
        for office in registry.schools {
            let local = office.local_id.and_then(|id| by_id.get(&id).copied());
            index.add_school(office, local);
        }
        index
    }

    fn add_local(&mut self, office: RegistryLocal) {
        let at = self.locals.len();
        self.local_by_code.insert(stable_key(&office.code).to_owned(), at);
        self.local_by_code.insert(office.code.clone(), at);
        self.locals_by_province.entry(office.province_code.clone()).or_default().push(at);
        let name = local_name(&office.name);
        for name in [&name, &local_name(&office.short_name)] {
            if name.base.is_empty() {
                continue;
            }
            add_once(&mut self.locals_by_key, name.key(), at);
            add_once(&mut self.locals_by_base, name.base.clone(), at);
            if let Some(key) = name.key_with_word_once() {
                add_once(&mut self.locals_by_loose_key, key, at);
            }
        }
        let letters = name.key().chars().collect();
        self.locals.push(Local { office, kind: name.kind, letters });
    }

    fn add_school(&mut self, office: RegistrySchool, local: Option<usize>) {
        let at = self.schools.len();
        let province_code = match local.and_then(|local| self.locals.get(local)) {
            Some(local) => local.office.province_code.clone(),
            None => office.province_code.clone(),
        };
        let key = school_key(&office.name);
        self.school_by_code.insert(office.code.to_lowercase(), at);
        self.schools_by_key.entry(key.clone()).or_default().push(at);
        self.schools_by_province.entry(province_code.clone()).or_default().push(at);
        if let Some(local) = local {
            self.schools_of_local.entry(local).or_default().push(at);
        }
        self.schools.push(School {
            short_key: school_key_outside_brackets(&office.name),
            letters: key.chars().collect(),
            key,
            local,
            province_code,
            office,
        });
    }

    /// The district of a school, its own or else its local administration's.
    pub fn district(&self, school: &School) -> Option<String> {
        let of_local = || Some(self.locals.get(school.local?)?.office.district.clone());
        school.office.district.clone().or_else(of_local).filter(|district| !district.is_empty())
    }

    pub fn candidate(&self, at: usize) -> Option<Candidate> {
        let school = self.schools.get(at)?;
        Some(Candidate {
            school_id: school.office.id,
            code: school.office.code.clone(),
            name: school.office.name.clone(),
            local: school
                .local
                .and_then(|at| self.locals.get(at))
                .map(|local| local.office.short_name.clone()),
            district: self.district(school),
            province: self.province_names.get(&school.province_code).cloned(),
        })
    }

    pub fn local_candidate(&self, at: usize) -> Option<LocalCandidate> {
        let local = &self.locals.get(at)?.office;
        Some(LocalCandidate {
            local_id: local.id,
            code: local.code.clone(),
            name: local.name.clone(),
            district: local.district.clone(),
            province: self.province_names.get(&local.province_code).cloned(),
        })
    }
}

fn add_once(positions: &mut Positions, key: String, at: usize) {
    let found = positions.entry(key).or_default();
    if found.last() != Some(&at) {
        found.push(at);
    }
}

/// The last six digits of a DLA code, which survive a change of status.
pub(super) fn stable_key(code: &str) -> &str {
    if code.len() == 7 && code.is_ascii() { code.get(1..).unwrap_or(code) } else { code }
}
