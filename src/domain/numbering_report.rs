//! Whether the numbers of a register are complete: gaps between them, numbers used twice, cancelled ones.

use std::collections::{BTreeMap, BTreeSet};

use super::delivery::parse_number;

/// A number in a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsedNumber {
    /// As printed: "2398", "2398/1".
    pub text: String,
    /// Whether what it was given to was cancelled; the number stays used.
    pub cancelled: bool,
}

/// Numbers that nothing in the register has, from one to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// The first of them.
    pub from: i64,
    /// The last of them.
    pub to: i64,
}

impl Gap {
    /// How many numbers it has.
    pub fn count(self) -> i64 {
        self.to - self.from + 1
    }
}

/// What the numbers of a register were found to be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NumberingReport {
    /// The first and the last number; none in a register without any.
    pub span: Option<(i64, i64)>,
    /// The last number as it was set by hand, where no number beyond it is used yet.
    pub ahead: Option<i64>,
    /// Numbers between the first and the last that are missing, in order.
    pub gaps: Vec<Gap>,
    /// Numbers used more than once, each named once, in order.
    pub twice: Vec<String>,
    /// Numbers of what was cancelled, in order.
    pub cancelled: Vec<String>,
}

impl NumberingReport {
    /// Reads a register's numbers in any order. `last` is the last number that its counter gave, 0 for none.
    ///
    /// `2398/1` is typed by hand for a letter that came between: it uses 2398, and is no second 2398.
    pub fn of(numbers: &[UsedNumber], last: i64) -> Self {
        let mut running = BTreeSet::new();
        let mut uses: BTreeMap<(i64, String), usize> = BTreeMap::new();
        let mut cancelled = BTreeSet::new();
        for used in numbers {
            let Ok((text, number)) = parse_number(&used.text) else { continue };
            running.insert(number);
            if used.cancelled {
                cancelled.insert((number, text.clone()));
            }
            *uses.entry((number, text)).or_default() += 1;
        }
        let span = running.first().copied().zip(running.last().copied());
        let beyond = |last: &i64| *last > span.map_or(0, |(_, highest)| highest);
        let texts = |numbers: BTreeSet<(i64, String)>| numbers.into_iter().map(|(_, text)| text).collect();
        Self {
            span,
            ahead: Some(last).filter(beyond),
            gaps: gaps(&running),
            twice: uses.into_iter().filter(|(_, uses)| *uses > 1).map(|((_, text), _)| text).collect(),
            cancelled: texts(cancelled),
        }
    }

    /// Whether every number from the first to the last is there once.
    pub fn is_complete(&self) -> bool {
        self.gaps.is_empty() && self.twice.is_empty()
    }

    /// How many numbers are missing.
    pub fn missing(&self) -> i64 {
        self.gaps.iter().map(|gap| gap.count()).sum()
    }

    /// The first number, where the office began with another one than 1: those before it are not in this system.
    pub fn begins(&self) -> Option<i64> {
        self.span.map(|(first, _)| first).filter(|first| *first > 1)
    }
}

fn gaps(running: &BTreeSet<i64>) -> Vec<Gap> {
    let pairs = running.iter().zip(running.iter().skip(1));
    pairs
        .filter(|(one, next)| **next > **one + 1)
        .map(|(one, next)| Gap { from: one + 1, to: next - 1 })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn used(texts: &[&str]) -> Vec<UsedNumber> {
        texts.iter().map(|text| UsedNumber { text: (*text).to_owned(), cancelled: false }).collect()
    }

    #[test]
    fn a_complete_register_has_nothing_to_tell() {
        let report = NumberingReport::of(&used(&["2", "1", "3"]), 3);
        assert_eq!(report, NumberingReport { span: Some((1, 3)), ..NumberingReport::default() });
        assert!(report.is_complete());
        assert_eq!(NumberingReport::of(&[], 0), NumberingReport::default());
    }

    #[test]
    fn what_is_missing_or_there_twice_is_named() {
        let mut numbers = used(&["7", "3", "4", "12", "4", "13"]);
        numbers[0].cancelled = true;
        let report = NumberingReport::of(&numbers, 13);
        assert_eq!(report.gaps, [Gap { from: 5, to: 6 }, Gap { from: 8, to: 11 }]);
        assert_eq!((report.missing(), report.begins()), (6, Some(3)));
        assert_eq!(report.twice, ["4"]);
        assert_eq!(report.cancelled, ["7"]);
    }

    #[test]
    fn a_number_between_is_neither_a_gap_nor_a_second_one() {
        let report = NumberingReport::of(&used(&["2397", "2398", "2398/1", "๒๓๙๙/1", "2400"]), 2400);
        assert!(report.is_complete(), "{report:?}");
        assert_eq!(NumberingReport::of(&used(&["1", "1/1", "1/1"]), 1).twice, ["1/1"]);
    }

    #[test]
    fn a_last_number_set_by_hand_is_told_until_it_is_passed() {
        assert_eq!(NumberingReport::of(&[], 200).ahead, Some(200));
        assert_eq!(NumberingReport::of(&used(&["201"]), 201).ahead, None);
    }

    proptest! {
        #[test]
        fn every_number_is_used_or_in_one_gap(numbers in prop::collection::vec(1i64..60, 0..40)) {
            let texts: Vec<UsedNumber> =
                numbers.iter().map(|n| UsedNumber { text: n.to_string(), cancelled: false }).collect();
            let report = NumberingReport::of(&texts, 0);
            let (first, last) = report.span.unwrap_or((1, 0));
            for n in first..=last {
                let gaps = report.gaps.iter().filter(|gap| (gap.from..=gap.to).contains(&n)).count();
                prop_assert_eq!(gaps, usize::from(!numbers.contains(&n)), "{} of {:?}", n, report);
                let uses = numbers.iter().filter(|one| **one == n).count();
                prop_assert_eq!(report.twice.contains(&n.to_string()), uses > 1);
            }
            prop_assert!(numbers.iter().all(|n| (first..=last).contains(n)));
        }
    }
}
