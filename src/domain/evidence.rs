//! How a fact is known. Grades are shown beside every fact and never flattened into one.

use crate::domain::word::words;

/// Grades of evidence, weakest first.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// A bot or a mail scanner fetched the page; shown, never counted.
    Machine,
    /// A human opened the page.
    Open,
    /// Somebody picked the school on the public page.
    Claimed,
    /// Somebody typed the code printed on the school's slip.
    Code,
    /// Somebody held the school's secret link.
    Link,
    /// A signed-in officer of the office.
    Officer,
    /// The office above recorded it from paper or telephone, with a note.
    OnBehalf,
}

words!(Evidence {
    Machine => "machine",
    Open => "open",
    Claimed => "claimed",
    Code => "code",
    Link => "link",
    Officer => "officer",
    OnBehalf => "on_behalf",
});
