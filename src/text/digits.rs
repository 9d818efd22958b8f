//! Which digits a reader of Thai sees: 0-9, or ๐-๙ as in letters.

use std::str::FromStr;

/// The digits of Thai pages; English ones keep 0-9.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Digits {
    /// 123
    #[default]
    Western,
    /// ๑๒๓
    Thai,
}

/// A code other than `western` and `thai`.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("no digits are called {0:?}: western or thai")]
pub struct UnknownDigits(pub String);

impl Digits {
    /// The code in the cookie and in the form of the switch.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Western => "western",
            Self::Thai => "thai",
        }
    }

    /// What the switch offers.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Western => Self::Thai,
            Self::Thai => Self::Western,
        }
    }

    /// The digits themselves, as the switch shows them.
    pub const fn sample(self) -> &'static str {
        match self {
            Self::Western => "123",
            Self::Thai => "๑๒๓",
        }
    }
}

impl FromStr for Digits {
    type Err = UnknownDigits;

    fn from_str(code: &str) -> Result<Self, UnknownDigits> {
        match code {
            "western" => Ok(Self::Western),
            "thai" => Ok(Self::Thai),
            other => Err(UnknownDigits(other.to_owned())),
        }
    }
}
