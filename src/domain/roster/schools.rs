//! Which school a row names.

use super::index::{Index, School};
use super::nearest::{distance_within, nearest};
use super::outcome::Candidate;
use super::row::RosterRow;
use crate::domain::thai::names::{same_district, school_key, school_key_outside_brackets};

impl Index {
    /// The schools of some local administrations that have the row's name, exactly or, failing that, in a short form.
    pub fn schools_of(&self, locals: &[usize], row: &RosterRow) -> Vec<usize> {
        let key = school_key(&row.school);
        let exact = self.with_key(&key, |school| school.local.is_some_and(|local| locals.contains(&local)));
        if !exact.is_empty() {
            return self.by_district(exact, row);
        }
        let short: Vec<usize> =
            self.pool(locals, None).filter(|(_, it)| is_short_for(&key, it)).map(first).collect();
        if !short.is_empty() {
            return self.by_district(short, row);
        }
        let outside = school_key_outside_brackets(&row.school);
        let alike: Vec<(usize, &School)> = self
            .pool(locals, None)
            .filter(|(_, it)| !outside.is_empty() && it.short_key == outside)
            .collect();
        match alike.as_slice() {
            // Other words in brackets name another school.
            [(_, only)] if only.key != outside => Vec::new(),
            _ => self.by_district(alike.into_iter().map(first).collect(), row),
        }
    }

    /// Whether the row gives a school's name in full.
    pub fn is_exactly(&self, at: usize, row: &RosterRow) -> bool {
        self.schools.get(at).is_some_and(|school| school.key == school_key(&row.school))
    }

    /// The schools of a province for whose names the row's is short: each of them may be meant.
    pub fn schools_shortened(&self, province: &str, row: &RosterRow) -> Vec<usize> {
        let key = school_key(&row.school);
        let short = self.pool(&[], Some(province)).filter(|(_, it)| it.key != key && is_short_for(&key, it));
        let short = short.map(first).collect();
        self.by_district(short, row)
    }

    /// The schools of a province, or of all, that have exactly the row's name.
    pub fn schools_in(&self, province: Option<&str>, row: &RosterRow) -> Vec<usize> {
        let inside = |school: &School| province.is_none_or(|code| school.province_code == code);
        let found = self.with_key(&school_key(&row.school), inside);
        self.by_district(found, row)
    }

    fn with_key(&self, key: &str, accept: impl Fn(&School) -> bool) -> Vec<usize> {
        let named = self.schools_by_key.get(key).into_iter().flatten().copied();
        named.filter(|at| self.schools.get(*at).is_some_and(&accept)).collect()
    }

    /// The district decides between namesakes, and only between them.
    fn by_district(&self, found: Vec<usize>, row: &RosterRow) -> Vec<usize> {
        let Some(district) = row.district.as_deref().filter(|_| found.len() > 1) else { return found };
        let inside = |at: &usize| {
            let own = self.schools.get(*at).and_then(|school| self.district(school));
            own.is_some_and(|own| same_district(&own, district))
        };
        let narrowed: Vec<usize> = found.iter().copied().filter(inside).collect();
        if narrowed.is_empty() { found } else { narrowed }
    }

    /// Schools with a name like the row's: of the local administrations, else of the province.
    pub fn similar_schools(
        &self,
        row: &RosterRow,
        locals: &[usize],
        province: Option<&str>,
    ) -> Vec<Candidate> {
        let key = school_key(&row.school);
        let pool = self.pool(locals, province).map(|(at, school)| (school.letters.as_slice(), at));
        nearest(&key, pool).into_iter().filter_map(|at| self.candidate(at)).collect()
    }

    pub fn candidates(&self, found: &[usize]) -> Vec<Candidate> {
        found.iter().filter_map(|at| self.candidate(*at)).collect()
    }

    fn pool(&self, locals: &[usize], province: Option<&str>) -> impl Iterator<Item = (usize, &School)> {
        let of_locals = locals.iter().filter_map(|local| self.schools_of_local.get(local)).flatten();
        let of_province =
            province.filter(|_| locals.is_empty()).and_then(|code| self.schools_by_province.get(code));
        of_locals
            .chain(of_province.into_iter().flatten())
            .filter_map(|at| Some((*at, self.schools.get(*at)?)))
    }
}

fn first<T, U>(pair: (T, U)) -> T {
    pair.0
}

/// Whether a name is short for a school's: "ท.๑" for "เทศบาล 1 (วัดใน)".
fn is_short_for(key: &str, school: &School) -> bool {
    let numbered = key.contains(|c: char| c.is_ascii_digit())
        && school.key.strip_prefix(key).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()));
    !key.is_empty() && (numbered || key == school.short_key)
}

/// Whether a name may stand beside a school's code: the same, shortened, or with a slip of the pen, but no other number.
pub(super) fn may_be_named(name: &str, school: &School) -> bool {
    let key = school_key(name);
    if key.is_empty() || key == school.key || is_short_for(&key, school) {
        return true;
    }
    let numbers = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    let letters: Vec<char> = key.chars().collect();
    let slip = distance_within(&letters, &school.letters, letters.len() / 5).is_some();
    let remark_added = school_key_outside_brackets(name) == school.key;
    remark_added || (slip && numbers(&key) == numbers(&school.key))
}
