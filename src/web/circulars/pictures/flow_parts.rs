//! What the picture of the way down says: the tiers, what rests at each, and what became of the letters at the end.

use crate::domain::ids::CircularId;
use crate::domain::office::Tier;
use crate::paths;
use crate::store::reports::{Flow, Progress};
use crate::text::amounts::{count, unit};
use crate::text::{Text, fill};

/// A part of the lowest tier, or what rests at a tier above.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Class of its block.
    pub class: &'static str,
    /// Class of its words.
    pub ink: &'static str,
    /// Offices of the lowest tier.
    pub n: i64,
    /// What it says.
    pub words: String,
    /// Their list.
    pub href: String,
}

impl Part {
    /// Whether it came past an office that registered nothing.
    pub fn is_over(&self) -> bool {
        self.ink == OVER
    }
}

/// A tier between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hub {
    /// Its name with its offices, and how far they are.
    pub head: (String, String),
    /// The offices that forwarded.
    pub href: String,
    /// What rests there.
    pub stuck: Part,
    /// What passed it unregistered.
    pub over: i64,
}

/// The whole way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// Offices of the lowest tier.
    pub total: i64,
    /// Who sends, and when.
    pub sender: (String, String),
    /// The tiers between.
    pub hubs: Vec<Hub>,
    /// The lowest tier and how far it is.
    pub leaf: (String, String),
    /// What became of the letters there.
    pub parts: Vec<Part>,
}

const OVER: &str = "t1 t-back";

/// Puts it into words.
pub fn way(t: &Text, id: CircularId, leaf: Tier, flow: &Flow, progress: &Progress, issued: String) -> Way {
    let words = &t.pictures;
    let list = paths::CircularDeliveries { id }.to_string();
    let unit = unit(t, leaf);
    let head = |tier: Tier| {
        let of =
            [("tier", t.tiers_short.word(tier.as_str()).to_owned()), ("n", count(progress.tier(tier).total))];
        fill(&words.offices, &of)
    };
    let between = [Tier::Province, Tier::Local].into_iter().filter(|tier| *tier < leaf);
    let hub = |tier: Tier| {
        let counts = progress.tier(tier);
        let n = flow.resting(tier, leaf);
        let of = [
            ("tier", t.tiers_short.word(tier.as_str()).to_owned()),
            ("n", count(n)),
            ("unit", unit.to_owned()),
        ];
        Hub {
            head: (
                head(tier),
                format!(
                    "{} {} · {} {}",
                    t.states.received,
                    count(counts.received),
                    t.states.forwarded,
                    count(counts.forwarded)
                ),
            ),
            href: format!("{list}?tier={tier}&has=forwarded"),
            stuck: Part {
                class: "stuck",
                ink: "t1 t-soon",
                n,
                words: fill(&words.stuck, &of),
                href: format!("{list}?stuck={tier}"),
            },
            over: if Some(tier) == leaf.above() { flow.over_near } else { flow.over_far },
        }
    };
    let part = |class, ink, n: i64, word: &str, query: &str| Part {
        class,
        ink,
        n,
        words: fill(word, &[("n", count(n))]),
        href: format!("{list}?{query}"),
    };
    Way {
        total: flow.total(),
        sender: (t.tiers_short.department.clone(), fill(&words.issued_on, &[("date", issued)])),
        hubs: between.map(hub).collect(),
        leaf: (head(leaf), format!("{} {}", t.states.acknowledged, count(flow.all_acknowledged()))),
        parts: vec![
            part(
                "node-ack hit",
                "t1 t-ack",
                flow.acknowledged,
                &words.acknowledged_n,
                "has=acknowledged&odd=false",
            ),
            part(
                "node-open hit",
                "t1 t-open",
                flow.opened,
                &words.opened_n,
                &format!("stuck={leaf}&has=opened"),
            ),
            part(
                "stuck hit",
                "t1 t-soon",
                flow.unopened,
                &words.unopened_n,
                &format!("stuck={leaf}&state=sent"),
            ),
            part("ended hit", "t1", flow.ended, &words.ended_n, "has=ended"),
            part("node-ack hit", OVER, flow.passed_over(), &words.passed_n, "odd=true"),
        ],
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::store::reports::Counts;
    use crate::text::Lang;

    /// Ten schools: 4 acknowledged, 1 of them past an office that registered nothing; 2 rest at the province, 3 at the
    /// local administration, 1 at the school.
    pub fn way() -> Way {
        let flow = Flow { far: 2, near: 3, over_near: 1, acknowledged: 3, unopened: 1, ..Flow::default() };
        let counts = |total| Counts { total, ..Counts::default() };
        let parts = [(Tier::Province, 2), (Tier::Local, 5), (Tier::School, 10)];
        let parts = parts.map(|(tier, total)| (tier, "90".to_owned(), counts(total))).to_vec();
        let id = "7".parse().expect("an id");
        super::way(Lang::Th.text(), id, Tier::School, &flow, &Progress { parts }, "24 พ.ค. 2566".to_owned())
    }

    #[test]
    fn the_parts_and_what_rests_add_up_to_all() {
        let way = way();
        let resting: i64 = way.hubs.iter().map(|hub| hub.stuck.n).sum();
        assert_eq!(way.total, resting + way.parts.iter().map(|part| part.n).sum::<i64>());
        assert_eq!(way.hubs[0].stuck.words, "ค้างที่ สถจ. 2 โรงเรียน");
        assert_eq!(way.hubs[1].stuck.href, "/circulars/7/deliveries?stuck=local");
    }
}
