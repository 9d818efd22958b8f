//! Names that are nearly alike.

/// How many suggestions help a person choose.
const SHOWN: usize = 5;

/// The items whose keys lie nearest to a key, nearest first; those that differ in more than two letters of five are left out.
pub(super) fn nearest<'a, T>(key: &str, pool: impl Iterator<Item = (&'a [char], T)>) -> Vec<T> {
    let wanted: Vec<char> = key.chars().collect();
    let mut found: Vec<(usize, T)> = Vec::new();
    for (name, item) in pool {
        let longest = wanted.len().max(name.len());
        if let Some(distance) = distance_within(&wanted, name, longest * 2 / 5) {
            found.push((distance, item));
        }
    }
    found.sort_by_key(|(distance, _)| *distance);
    found.into_iter().take(SHOWN).map(|(_, item)| item).collect()
}

/// Levenshtein's distance, unless it is greater than a limit.
pub(super) fn distance_within(one: &[char], other: &[char], limit: usize) -> Option<usize> {
    if one.len().abs_diff(other.len()) > limit {
        return None;
    }
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        let mut least = left;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (cell, b) in row.iter_mut().skip(1).zip(other) {
            let replaced = diagonal + usize::from(a != b);
            diagonal = *cell;
            *cell = replaced.min(diagonal + 1).min(left + 1);
            left = *cell;
            least = least.min(left);
        }
        if least > limit {
            return None;
        }
    }
    row.last().copied().filter(|distance| *distance <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distance(one: &str, other: &str) -> Option<usize> {
        distance_within(&one.chars().collect::<Vec<_>>(), &other.chars().collect::<Vec<_>>(), 3)
    }

    #[test]
    fn letters_added_left_out_and_changed_are_counted() {
        assert_eq!(distance("เทศบาล1", "เทศบาล1"), Some(0));
        assert_eq!(distance("เทศบาล1", "เทศบาล2"), Some(1));
        assert_eq!(distance("วัดใน", "วัดนอก"), Some(3));
        assert_eq!(distance("", "กขค"), Some(3));
        assert_eq!(distance("กขคง", "จฉชซ"), None);
    }

    #[test]
    fn the_nearest_stands_first_and_strangers_are_left_out() {
        let names = ["วัดใหม่", "วัดใน", "อนุบาลสามัคคี"].map(|name| name.chars().collect::<Vec<_>>());
        let found = nearest("วัดไน", names.iter().enumerate().map(|(i, name)| (name.as_slice(), i)));
        assert_eq!(found.first(), Some(&1));
        assert!(!found.contains(&2));
    }
}
