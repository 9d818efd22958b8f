//! The registry as it is, which a file is compared with.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::ids::OfficeId;
use crate::domain::office::{LocalKind, Tier};
use crate::domain::thai::{names, search_key};

/// What a registry file can say of an office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeFields {
    /// Its tier.
    pub tier: Tier,
    /// Its code of today.
    pub code: String,
    /// What survives a change of its code.
    pub key: String,
    /// The code of today of the office above.
    pub parent: Option<String>,
    /// Its kind, for a local administration.
    pub kind: Option<LocalKind>,
    /// Its name in full.
    pub name_th: String,
    /// Its short name.
    pub short_name_th: String,
    /// Its English name.
    pub name_en: Option<String>,
    /// Its district.
    pub district: Option<String>,
    /// The two-digit code of its province.
    pub province_code: Option<String>,
    /// Its postal code.
    pub postal_code: Option<String>,
}

impl OfficeFields {
    /// Names, district and code, folded for substring search; a bar keeps a match from running over two of them.
    pub fn search_key(&self) -> String {
        let district = self.district.as_deref().unwrap_or_default();
        let english = self.name_en.as_deref().unwrap_or_default();
        [&self.name_th, &self.short_name_th, district, &self.code, english].map(search_key).join("|")
    }

    /// The key by which its name stands in the order of the dictionary.
    pub fn sort_key(&self) -> String {
        names::sort_key(&self.name_th)
    }

    /// Whether code, kind and name are the same: what the history keeps.
    pub(super) fn is_named_as(&self, other: &Self) -> bool {
        self.code == other.code && self.kind == other.kind && self.name_th == other.name_th
    }
}

/// An office of the registry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownOffice {
    /// Its id.
    pub id: OfficeId,
    /// What is known of it.
    pub fields: OfficeFields,
    /// The first day of its code, kind and name; none when that is not known.
    pub valid_from: Option<NaiveDate>,
    /// Whether it is no more.
    pub ended: bool,
    /// The code of today of the office that took it in.
    pub successor: Option<String>,
}

/// What an office was called until a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastName {
    /// The office.
    pub office: OfficeId,
    /// Its code then.
    pub code: String,
    /// Its kind then.
    pub kind: Option<LocalKind>,
    /// Its name then.
    pub name_th: String,
    /// The first day; none when that is not known.
    pub valid_from: Option<NaiveDate>,
    /// The first day of what followed.
    pub valid_to: NaiveDate,
}

/// All offices with their pasts, by key and by code.
#[derive(Debug, Default)]
pub struct Known {
    offices: Vec<KnownOffice>,
    by_key: HashMap<(Tier, String), usize>,
    by_code: HashMap<String, usize>,
    past: HashMap<OfficeId, Vec<PastName>>,
    by_past_code: HashMap<String, usize>,
}

impl Known {
    /// Indexes the registry.
    pub fn new(offices: Vec<KnownOffice>, past: Vec<PastName>) -> Self {
        let mut known = Self::default();
        let mut by_id = HashMap::new();
        for (at, office) in offices.iter().enumerate() {
            known.by_key.insert((office.fields.tier, office.fields.key.clone()), at);
            known.by_code.insert(office.fields.code.clone(), at);
            by_id.insert(office.id, at);
        }
        for name in past {
            if let Some(&at) = by_id.get(&name.office) {
                known.by_past_code.insert(name.code.clone(), at);
            }
            known.past.entry(name.office).or_default().push(name);
        }
        known.offices = offices;
        known
    }

    /// Every office.
    pub(super) fn offices(&self) -> &[KnownOffice] {
        &self.offices
    }

    /// The office with a surviving key.
    pub(super) fn with_key(&self, tier: Tier, key: &str) -> Option<&KnownOffice> {
        self.offices.get(*self.by_key.get(&(tier, key.to_owned()))?)
    }

    /// The office that has a code today.
    pub(super) fn with_code(&self, code: &str) -> Option<&KnownOffice> {
        self.offices.get(*self.by_code.get(code)?)
    }

    /// The code of today of the office of a tier that a code, perhaps a past one, means.
    pub(super) fn code_today(&self, tier: Tier, code: &str) -> Option<&str> {
        let by_key = || match code.get(1..) {
            Some(key) if tier == Tier::Local && code.len() == 7 => self.with_key(tier, key),
            _ => None,
        };
        let by_past = || self.offices.get(*self.by_past_code.get(code)?);
        let office = self.with_code(code).or_else(by_past).or_else(by_key)?;
        (office.fields.tier == tier).then(|| office.successor.as_deref().unwrap_or(&office.fields.code))
    }

    /// Whether an office had a code and name before.
    pub(super) fn was_once(&self, office: OfficeId, code: &str, name: &str) -> bool {
        let past = self.past.get(&office).map(Vec::as_slice).unwrap_or_default();
        past.iter().any(|past| past.code == code && past.name_th == name)
    }
}
