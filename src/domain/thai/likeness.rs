//! How alike two titles are, so that nobody sends out again what went out a few weeks ago.

use super::search_key;

/// From here on titles are called alike; years and rounds that differ leave them above it, other subjects far below.
const ALIKE: f64 = 0.65;

/// Whether two titles say nearly the same: one less the Levenshtein distance over the longer's length, spelling folded.
pub fn is_alike(one: &str, other: &str) -> bool {
    strsim::normalized_levenshtein(&search_key(one), &search_key(other)) >= ALIKE
}

#[cfg(test)]
mod tests {
    use super::is_alike;

    #[test]
    fn another_year_of_the_same_is_alike_and_another_subject_is_not() {
        let title = "การคัดเลือกโรงเรียนคุณภาพตัวอย่าง ประจำปี 2566";
        assert!(is_alike(title, "การคัดเลือกโรงเรียนคุณภาพตัวอย่าง ประจำปี ๒๕๖๗"));
        assert!(is_alike(title, "การคัดเลือก โรงเรียนคุณภาพตัวอย่าง"));
        assert!(!is_alike(title, "การสำรวจโรงเรียนที่ประสบอุทกภัย ประจำปี 2566"));
        assert!(!is_alike("", title));
    }
}
