//! Offices: the four tiers a circular passes, and the six kinds of local administration.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::domain::word::UnknownWord;

/// A step of the way down, from the issuing department to the school.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Tier {
    /// The department that issues (สถ.).
    Department,
    /// Its office in a province (สถจ.).
    Province,
    /// A local administrative organisation (อปท.).
    Local,
    /// A school of a local administration (สถานศึกษาในสังกัด).
    School,
}

impl Tier {
    /// All tiers, from the top.
    pub const ALL: [Self; 4] = [Self::Department, Self::Province, Self::Local, Self::School];

    /// The stable word of the API and the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Department => "department",
            Self::Province => "province",
            Self::Local => "local",
            Self::School => "school",
        }
    }

    /// The short form officers use.
    pub const fn thai(self) -> &'static str {
        match self {
            Self::Department => "สถ.",
            Self::Province => "สถจ.",
            Self::Local => "อปท.",
            Self::School => "สถานศึกษา",
        }
    }

    /// The tier a circular comes from; none above the department.
    pub const fn above(self) -> Option<Self> {
        match self {
            Self::Department => None,
            Self::Province => Some(Self::Department),
            Self::Local => Some(Self::Province),
            Self::School => Some(Self::Local),
        }
    }

    /// The tier a circular is forwarded to; none below the school.
    pub const fn below(self) -> Option<Self> {
        match self {
            Self::Department => Some(Self::Province),
            Self::Province => Some(Self::Local),
            Self::Local => Some(Self::School),
            Self::School => None,
        }
    }
}

impl fmt::Display for Tier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Tier {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        let folded = word.trim().to_lowercase();
        Self::ALL
            .into_iter()
            .find(|tier| tier.as_str() == folded || tier.thai() == folded)
            .ok_or_else(|| UnknownWord(word.to_owned()))
    }
}

/// The kinds of local administration. An upgrade changes the kind and keeps the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LocalKind {
    /// องค์การบริหารส่วนจังหวัด.
    Pao,
    /// เทศบาลนคร.
    City,
    /// เทศบาลเมือง.
    Town,
    /// เทศบาลตำบล.
    Subdistrict,
    /// องค์การบริหารส่วนตำบล.
    Tao,
    /// A local government by its own act: เมืองพัทยา.
    Special,
}

impl LocalKind {
    /// All kinds, in the order of the DLA code's first digit.
    pub const ALL: [Self; 6] =
        [Self::Pao, Self::City, Self::Town, Self::Subdistrict, Self::Tao, Self::Special];

    /// The stable word of the API and the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pao => "pao",
            Self::City => "city",
            Self::Town => "town",
            Self::Subdistrict => "subdistrict",
            Self::Tao => "tao",
            Self::Special => "special",
        }
    }

    /// The kind as it begins a full name; empty for a special one, whose name stands alone.
    pub const fn thai(self) -> &'static str {
        match self {
            Self::Pao => "องค์การบริหารส่วนจังหวัด",
            Self::City => "เทศบาลนคร",
            Self::Town => "เทศบาลเมือง",
            Self::Subdistrict => "เทศบาลตำบล",
            Self::Tao => "องค์การบริหารส่วนตำบล",
            Self::Special => "",
        }
    }

    /// The kind as it begins a short name; empty for a special one.
    pub const fn abbreviation(self) -> &'static str {
        match self {
            Self::Pao => "อบจ.",
            Self::City => "ทน.",
            Self::Town => "ทม.",
            Self::Subdistrict => "ทต.",
            Self::Tao => "อบต.",
            Self::Special => "",
        }
    }

    /// Whether it is a เทศบาล of some rank.
    pub const fn is_municipality(self) -> bool {
        matches!(self, Self::City | Self::Town | Self::Subdistrict)
    }
}

impl FromStr for LocalKind {
    type Err = UnknownWord;

    /// Reads a type column: `TOWN`, `เทศบาลเมือง`, `ทม.`, `ทม`.
    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        let folded: String =
            word.to_lowercase().chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
        if matches!(folded.as_str(), "ท้องถิ่นรูปแบบพิเศษ" | "รูปแบบพิเศษ")
        {
            return Ok(Self::Special);
        }
        Self::ALL
            .into_iter()
            .filter(|_| !folded.is_empty())
            .find(|kind| {
                folded == kind.as_str()
                    || folded == kind.thai()
                    || folded == kind.abbreviation().trim_end_matches('.')
            })
            .ok_or_else(|| UnknownWord(word.to_owned()))
    }
}

/// The official mailbox of a local administration, made from its seven-digit DLA code.
pub fn mailbox(dla_code: &str) -> String {
    format!("saraban_0{dla_code}@dla.go.th")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tier_hands_down_to_the_one_that_looks_up_to_it() {
        for tier in Tier::ALL {
            assert_eq!(tier.as_str().parse(), Ok(tier));
            assert!(tier.below().is_none_or(|below| below.above() == Some(tier)));
        }
        assert_eq!(Tier::Department.above(), None);
        assert!("village".parse::<Tier>().is_err());
    }

    #[test]
    fn a_type_column_is_read_in_any_of_its_spellings() {
        for word in ["TOWN", "town", "ทม.", "ทม", "ท.ม.", "เทศบาลเมือง", "เทศบาล เมือง"]
        {
            assert_eq!(word.parse(), Ok(LocalKind::Town), "{word}");
        }
        assert_eq!("ท้องถิ่นรูปแบบพิเศษ".parse(), Ok(LocalKind::Special));
        assert!("".parse::<LocalKind>().is_err());
    }

    #[test]
    fn a_mailbox_follows_the_code() {
        assert_eq!(mailbox("5210104"), "saraban_05210104@dla.go.th");
    }
}
