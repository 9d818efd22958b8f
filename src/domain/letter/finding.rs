//! What the linter says about a letter.

use serde::{Deserialize, Serialize};

use crate::domain::word::words;

/// How much a finding weighs, lightest first.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Worth knowing; nothing to do.
    Note,
    /// Must be confirmed before issuing.
    Warning,
    /// Blocks issuing.
    Error,
}

words!(Level { Note => "note", Warning => "warning", Error => "error" });

/// One thing that is missing or odd, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Finding {
    /// Error, warning or note.
    pub level: Level,
    /// A stable word, `date_without_day`.
    pub code: String,
    /// The field of the reading it is about.
    #[serde(rename = "where")]
    pub where_: String,
    /// One sentence in Thai.
    pub message_th: String,
    /// The same in English.
    pub message_en: String,
}

impl Finding {
    /// Blocks issuing.
    pub fn error(code: &str, place: &str, thai: impl Into<String>, english: impl Into<String>) -> Self {
        Self::new(Level::Error, code, place, thai.into(), english.into())
    }

    /// Must be confirmed.
    pub fn warning(code: &str, place: &str, thai: impl Into<String>, english: impl Into<String>) -> Self {
        Self::new(Level::Warning, code, place, thai.into(), english.into())
    }

    /// Worth knowing.
    pub fn note(code: &str, place: &str, thai: impl Into<String>, english: impl Into<String>) -> Self {
        Self::new(Level::Note, code, place, thai.into(), english.into())
    }

    fn new(level: Level, code: &str, place: &str, message_th: String, message_en: String) -> Self {
        Self { level, code: code.to_owned(), where_: place.to_owned(), message_th, message_en }
    }
}
