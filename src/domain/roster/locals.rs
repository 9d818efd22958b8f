//! Which province and which local administration a row names.

use super::header::Field;
use super::index::{Index, stable_key};
use super::nearest::nearest;
use super::outcome::{LocalCandidate, Reason};
use super::row::RosterRow;
use crate::domain::thai::names::{LocalName, local_name, province_key, same_district};

/// What a row says of its local administration.
pub(super) enum Said {
    Nothing,
    /// One, or several of the same name; whether a code decided.
    Known {
        locals: Vec<usize>,
        by_code: bool,
    },
    Unknown,
}

/// Why a row contradicts itself: the column and the reason.
pub(super) type Contradiction = (Field, Reason);

impl Index {
    /// The code of the province that a row names; none when it names none.
    pub fn province_of(&self, row: &RosterRow) -> Result<Option<&str>, Contradiction> {
        let digits =
            row.province_code.as_deref().map(|code| code.trim_start_matches(|c: char| !c.is_ascii_digit()));
        let by_code =
            digits.and_then(|code| self.province_names.get_key_value(code)).map(|(code, _)| code.as_str());
        let by_name = row
            .province
            .as_deref()
            .and_then(|name| self.province_by_key.get(&province_key(name)))
            .map(String::as_str);
        match (by_code, by_name) {
            (Some(code), Some(name)) if code != name => Err((Field::Province, Reason::ProvinceContradicts)),
            (Some(code), _) | (None, Some(code)) => Ok(Some(code)),
            (None, None) if row.province.is_some() => Err((Field::Province, Reason::UnknownProvince)),
            (None, None) if row.province_code.is_some() => {
                Err((Field::ProvinceCode, Reason::UnknownProvince))
            }
            (None, None) => Ok(None),
        }
    }

    /// The local administrations that a row may mean.
    pub fn locals_of(&self, row: &RosterRow, province: Option<&str>) -> Result<Said, Contradiction> {
        let named =
            row.local.as_deref().map(|name| self.locals_named(name, row.district.as_deref(), province));
        let coded = row.local_code.as_deref().and_then(|code| self.local_coded(code));
        if let Some(at) = coded {
            // A changed name alone is no contradiction; a name that is another office's is one.
            if named.as_ref().is_some_and(|named| !named.is_empty() && !named.contains(&at)) {
                return Err((Field::LocalCode, Reason::LocalCodeContradicts));
            }
            let elsewhere =
                |province| self.locals.get(at).is_some_and(|local| local.office.province_code != province);
            if province.is_some_and(elsewhere) {
                return Err((Field::Province, Reason::ProvinceContradicts));
            }
            return Ok(Said::Known { locals: vec![at], by_code: true });
        }
        Ok(match named {
            Some(locals) if !locals.is_empty() => Said::Known { locals, by_code: false },
            None if row.local_code.is_none() => Said::Nothing,
            _ => Said::Unknown,
        })
    }

    /// Whether the row's code of a local administration is a known one.
    pub fn has_local_coded(&self, row: &RosterRow) -> bool {
        row.local_code.as_deref().is_some_and(|code| self.local_coded(code).is_some())
    }

    /// An office by its code of today or of the past; leading zeros come from mailboxes (`saraban_0…`).
    fn local_coded(&self, code: &str) -> Option<usize> {
        let digits: String = code.chars().filter(char::is_ascii_digit).collect();
        let bare = if digits.len() == 8 { digits.trim_start_matches('0') } else { &digits };
        self.local_by_code.get(bare).or_else(|| self.local_by_code.get(stable_key(bare))).copied()
    }

    fn locals_named(&self, text: &str, district: Option<&str>, province: Option<&str>) -> Vec<usize> {
        let name = local_name(text);
        if name.base.is_empty() {
            return Vec::new();
        }
        let exact = self.in_province(self.locals_by_key.get(&name.key()), province);
        let found = if exact.is_empty() { self.locals_loosely_named(&name, province) } else { exact };
        self.in_district(found, district)
    }

    /// Names with a word written once instead of twice, without their kind, or with the kind they had before an upgrade.
    fn locals_loosely_named(&self, name: &LocalName, province: Option<&str>) -> Vec<usize> {
        let loose = self.in_province(self.locals_by_loose_key.get(&name.key()), province);
        if !loose.is_empty() {
            return loose;
        }
        let mut found = self.in_province(self.locals_by_base.get(&name.base), province);
        found.retain(|&at| self.locals.get(at).is_some_and(|local| name.may_be(local.kind)));
        found
    }

    fn in_province(&self, found: Option<&Vec<usize>>, province: Option<&str>) -> Vec<usize> {
        let inside = |at: &usize| {
            province.is_none_or(|code| {
                self.locals.get(*at).is_some_and(|local| local.office.province_code == code)
            })
        };
        found.into_iter().flatten().copied().filter(inside).collect()
    }

    /// The district decides between namesakes; where it fits none it may be the school's own, and decides nothing.
    fn in_district(&self, found: Vec<usize>, district: Option<&str>) -> Vec<usize> {
        let Some(district) = district.filter(|_| found.len() > 1) else { return found };
        let inside = |at: &usize| {
            self.locals.get(*at).is_some_and(|local| same_district(&local.office.district, district))
        };
        let narrowed: Vec<usize> = found.iter().copied().filter(inside).collect();
        if narrowed.is_empty() { found } else { narrowed }
    }

    /// Local administrations with a name like the row's, in its province; namesakes elsewhere when none is named.
    pub fn similar_locals(&self, row: &RosterRow, province: Option<&str>) -> Vec<LocalCandidate> {
        let Some(text) = row.local.as_deref() else { return Vec::new() };
        let name = local_name(text);
        let pool = province.and_then(|code| self.locals_by_province.get(code));
        let letters = |at: &usize| self.locals.get(*at).map(|local| (local.letters.as_slice(), *at));
        let mut found = nearest(&name.key(), pool.into_iter().flatten().filter_map(letters));
        if found.is_empty() {
            found = self.locals_by_base.get(&name.base).into_iter().flatten().copied().take(5).collect();
        }
        found.into_iter().filter_map(|at| self.local_candidate(at)).collect()
    }
}
