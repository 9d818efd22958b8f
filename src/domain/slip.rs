//! What became of a signed slip that came back as a scan.

use crate::domain::word::words;

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SlipState {
    /// The school's taking note was recorded from it.
    Recorded,
    /// The school had taken note before.
    Already,
    /// No code can be read on the page: somebody has to look at it.
    Unread,
    /// It is another circular's or another office's, or no slip.
    Foreign,
    /// It is the right school's, whose letter was returned or pulled back.
    Refused,
}

words! { SlipState {
    Recorded => "recorded",
    Already => "already",
    Unread => "unread",
    Foreign => "foreign",
    Refused => "refused",
} }

impl SlipState {
    /// Whether a person may still say whose slip it is.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Unread | Self::Foreign)
    }
}
