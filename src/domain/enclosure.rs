//! Enclosures: what the code printed at a letter's end leads to, in versions that all stay reachable.

use chrono::{DateTime, Utc};

use crate::domain::code::Code;
use crate::domain::ids::{CircularId, EnclosureId, OfficerId};
use crate::domain::refusal::{Refusal, optional};
use crate::domain::word::words;

/// The most characters of a title and of a file's name.
const LONGEST: usize = 200;

/// What an enclosure is to the letter.
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
pub enum Role {
    /// The letter itself, as signed.
    Letter,
    /// บัญชีรายชื่อแนบท้าย.
    Roster,
    /// คู่มือ.
    Handbook,
    /// Anything else.
    Other,
}

words!(Role {
    Letter => "letter",
    Roster => "roster",
    Handbook => "handbook",
    Other => "other",
});

/// A file that was put in place as an enclosure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// From 1.
    pub version: i32,
    /// SHA-256 of the content, 64 hexadecimal digits: its name in the store of files.
    pub sha256: String,
    /// The name it is served under, with the ending of what it is.
    pub filename: String,
    /// Bytes.
    pub size: i64,
    /// What it is by its content.
    pub media_type: String,
    /// Pages of a PDF, rows of a table; none where there is nothing to count.
    pub pages: Option<i32>,
    /// Who put it there.
    pub by: OfficerId,
    /// That officer's name, as it was then.
    pub by_name: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// An enclosure of a circular.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enclosure {
    /// Its id.
    pub id: EnclosureId,
    /// The circular.
    pub circular: CircularId,
    /// What it is to the letter.
    pub role: Role,
    /// Its title, as shown.
    pub title: String,
    /// Its permanent link, whatever version stands behind it.
    pub link: Code,
    /// The version that counts.
    pub current: Version,
    /// Those it took the place of, newest first.
    pub older: Vec<Version>,
}

impl Enclosure {
    /// Every version, newest first.
    pub fn versions(&self) -> impl Iterator<Item = &Version> {
        std::iter::once(&self.current).chain(&self.older)
    }
}

/// Whether a media type is counted in rows rather than in pages.
pub fn is_table(media_type: &str) -> bool {
    media_type == "text/csv" || media_type.ends_with("spreadsheetml.sheet")
}

/// The name a file is served under: what its uploader called it, without folders, without characters that hide or
/// turn text round, and with the ending of what it is.
pub fn clean_name(given: &str, ending: &str) -> String {
    let name = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = name
        .chars()
        .filter(|c| !is_hidden(*c))
        .map(|c| if "<>:\"|?*".contains(c) { '_' } else { c })
        .collect();
    let stem = match clean.rsplit_once('.') {
        Some((stem, old)) if old.len() <= 5 && old.chars().all(|c| c.is_ascii_alphanumeric()) => stem,
        _ => &clean,
    };
    let stem: String = stem.trim_matches(['.', ' ']).chars().take(LONGEST - 10).collect();
    let stem = if stem.is_empty() { "เอกสาร" } else { stem.trim_end() };
    format!("{stem}.{ending}")
}

/// The title of an enclosure: as typed, or its file's name without the ending.
///
/// # Errors
/// When it is too long.
pub fn title(typed: &str, filename: &str) -> Result<String, Refusal> {
    let typed = optional("title", typed, LONGEST)?;
    let of_file = || filename.rsplit_once('.').map_or(filename, |(stem, _)| stem).to_owned();
    Ok(typed.map_or_else(of_file, |title| title.replace('\n', " ")))
}

/// Control characters, and those of Unicode that have no width or change the direction of writing.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_served_under_a_harmless_name_of_its_own_kind() {
        for (given, ending, clean) in [
            ("คู่มือ ฉบับเต็ม.PDF", "pdf", "คู่มือ ฉบับเต็ม.pdf"),
            ("C:\\งาน\\คู่มือ.pdf", "pdf", "คู่มือ.pdf"),
            ("../../etc/passwd", "txt", "passwd.txt"),
            ("scan.jpeg", "jpg", "scan.jpg"),
            ("ว.1247 ลงวันที่ ๒๔ พ.ค. ๒๕๖๖", "pdf", "ว.1247 ลงวันที่ ๒๔ พ.ค. ๒๕๖๖.pdf"),
            ("\u{202e}fdp.exe", "pdf", "fdp.pdf"),
            ("a\"b\r\n.csv", "csv", "a_b.csv"),
            ("...", "pdf", "เอกสาร.pdf"),
            ("", "png", "เอกสาร.png"),
        ] {
            assert_eq!(clean_name(given, ending), clean, "{given:?}");
        }
        assert!(clean_name(&"ก".repeat(1000), "pdf").chars().count() <= LONGEST);
    }

    #[test]
    fn an_enclosure_without_a_title_is_called_as_its_file() {
        assert_eq!(title(" ", "คู่มือ.pdf"), Ok("คู่มือ".into()));
        assert_eq!(title("คู่มือโรงเรียนคุณภาพ", "scan01.pdf"), Ok("คู่มือโรงเรียนคุณภาพ".into()));
        assert_eq!(title(&"ก".repeat(201), "x.pdf"), Err(Refusal::TooLong { field: "title", most: 200 }));
    }
}
