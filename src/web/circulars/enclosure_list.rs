//! What goes with a letter, as its pages list it.

use crate::domain::circular::Circular;
use crate::domain::enclosure::{Enclosure, Version, is_table};
use crate::domain::ids::EnclosureId;
use crate::paths;
use crate::text::amounts::{count, size};
use crate::text::{Lang, dates, fill};

/// An enclosure in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnclosureRow {
    /// Its id.
    pub id: EnclosureId,
    /// Its title.
    pub title: String,
    /// What it is to the letter, in words.
    pub role: String,
    /// File name, size, pages or rows.
    pub about: String,
    /// Where it is read; empty in a draft, which has no public page yet.
    pub href: String,
    /// Where its versions are listed.
    pub versions_href: String,
    /// How many versions it has.
    pub versions: usize,
}

/// A version of an enclosure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionRow {
    /// From 1.
    pub version: i32,
    /// File name, size, pages or rows.
    pub about: String,
    /// Who put it there.
    pub by: String,
    /// When.
    pub at: String,
    /// SHA-256 of its content.
    pub sha256: String,
    /// Whether it is the one that counts.
    pub current: bool,
}

/// The rows of a circular's enclosures.
pub fn rows(lang: Lang, circular: &Circular, enclosures: &[Enclosure]) -> Vec<EnclosureRow> {
    let t = lang.text();
    let row = |enclosure: &Enclosure| EnclosureRow {
        id: enclosure.id,
        title: enclosure.title.clone(),
        role: t.enclosure_roles.word(enclosure.role.as_str()).to_owned(),
        about: about(lang, &enclosure.current),
        href: circular
            .issued
            .as_ref()
            .map_or_else(String::new, |_| paths::File { code: enclosure.link.clone() }.to_string()),
        versions_href: paths::EnclosureVersions { id: circular.id, enclosure: enclosure.id }.to_string(),
        versions: enclosure.versions().count(),
    };
    enclosures.iter().map(row).collect()
}

/// The rows of an enclosure's versions, newest first.
pub fn versions(lang: Lang, enclosure: &Enclosure) -> Vec<VersionRow> {
    let row = |version: &Version| VersionRow {
        version: version.version,
        about: about(lang, version),
        by: version.by_name.clone(),
        at: dates::moment(lang, version.at),
        sha256: version.sha256.clone(),
        current: version.version == enclosure.current.version,
    };
    enclosure.versions().map(row).collect()
}

fn about(lang: Lang, version: &Version) -> String {
    let t = lang.text();
    let mut about = format!("{} · {}", version.filename, size(version.size));
    if let Some(pages) = version.pages {
        let words = if is_table(&version.media_type) { &t.parts.rows } else { &t.parts.pages };
        about.push_str(" · ");
        about.push_str(&fill(words, &[("n", count(i64::from(pages)))]));
    }
    about
}
