//! How large the country is.

use clap::ValueEnum;
use serde::Serialize;

/// A size; each has the department and the 76 provincial offices that ship with the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Scale {
    /// A tenth of the country.
    Small,
    /// As many local administrations as there are, and as many schools under them.
    National,
    /// Many more schools than there are, so that one letter makes as many deliveries as years of letters do.
    Decade,
}

impl Scale {
    /// Local administrations.
    pub fn locals(self) -> usize {
        match self {
            Self::Small => 760,
            Self::National | Self::Decade => 7_849,
        }
    }

    /// Schools.
    pub fn schools(self) -> usize {
        match self {
            Self::Small => 1_750,
            Self::National => 8_000,
            Self::Decade => 40_000,
        }
    }

    /// Schools that acknowledge in the run.
    pub fn acknowledgements(self) -> usize {
        self.schools().min(8_000)
    }

    /// Pages that are opened in the run.
    pub fn openings(self) -> usize {
        match self {
            Self::Small => 10_000,
            Self::National | Self::Decade => 40_000,
        }
    }
}
