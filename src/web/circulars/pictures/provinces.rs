//! The share that acknowledged, province by province: what the tile map and the outline map both show.

use crate::app::PROVINCES;
use crate::domain::ids::CircularId;
use crate::domain::office::Tier;
use crate::domain::thai::names::sort_key;
use crate::paths;
use crate::store::reports::Progress;
use crate::text::amounts::{count, unit};
use crate::text::{Lang, Text, fill};

/// A province on a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnMap {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Two letters.
    pub short: String,
    /// Acknowledged, of all; none where the circular does not go.
    pub share: Option<(i64, i64)>,
    /// Its list.
    pub href: String,
    /// What its link says.
    pub label: String,
}

impl OnMap {
    /// Class of its step: out, none, under a half, a half and more, all.
    pub const fn step(&self) -> &'static str {
        match self.share {
            None => "tile out",
            Some((0, _)) => "tile s0",
            Some((done, of)) if done >= of => "tile s3",
            Some((done, of)) if done * 2 >= of => "tile s2",
            Some(_) => "tile s1",
        }
    }

    /// The fraction, as it is written in.
    pub fn fraction(&self) -> String {
        self.share.map_or_else(String::new, |(done, of)| format!("{done}/{of}"))
    }
}

/// All provinces of the country, in the order of the dictionary.
pub fn on_map(t: &Text, lang: Lang, id: CircularId, leaf: Tier, progress: &Progress) -> Vec<OnMap> {
    let list = paths::CircularDeliveries { id }.to_string();
    let unit = unit(t, leaf);
    let of = |province: &crate::app::Province| {
        let counts = progress.in_province(leaf, &province.code);
        let (name, short) = match lang {
            Lang::Th => (&province.name_th, &province.abbr_th),
            Lang::En => (&province.name_en, &province.abbr_en),
        };
        let words = [
            ("name", name.clone()),
            ("n", count(counts.acknowledged)),
            ("of", count(counts.total)),
            ("unit", unit.to_owned()),
        ];
        OnMap {
            code: province.code.clone(),
            share: (counts.total > 0).then_some((counts.acknowledged, counts.total)),
            href: format!("{list}?province={}", province.code),
            label: fill(&t.pictures.share_of, &words),
            name: name.clone(),
            short: short.clone(),
        }
    };
    let mut all: Vec<OnMap> = PROVINCES.iter().map(of).collect();
    all.sort_by_cached_key(|province| sort_key(&province.name));
    all
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::store::reports::Counts;

    /// Chiang Mai with 1 of 3, Songkhla with all of 2, Trang with none of 4.
    pub fn three() -> Vec<OnMap> {
        let counts = |acknowledged, total| Counts { total, acknowledged, ..Counts::default() };
        let parts = [("50", counts(1, 3)), ("90", counts(2, 2)), ("92", counts(0, 4))];
        let parts = parts.map(|(code, counts)| (Tier::School, code.to_owned(), counts)).to_vec();
        let id = "7".parse().expect("an id");
        on_map(Lang::Th.text(), Lang::Th, id, Tier::School, &Progress { parts })
    }

    #[test]
    fn a_province_s_step_says_how_much_of_it_acknowledged() {
        let all = three();
        let of = |code: &str| all.iter().find(|one| one.code == code).map(|one| (one.step(), one.fraction()));
        assert_eq!(of("50"), Some(("tile s1", "1/3".to_owned())));
        assert_eq!(of("90"), Some(("tile s3", "2/2".to_owned())));
        assert_eq!(of("92"), Some(("tile s0", "0/4".to_owned())));
        assert_eq!(of("10"), Some(("tile out", String::new())));
        assert_eq!(all.len(), 77);
    }
}
