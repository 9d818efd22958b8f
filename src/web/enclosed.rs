//! Files enclosed with a letter, as pages list them.

use crate::domain::code::Code;
use crate::domain::enclosure::{Enclosure, Role, Version, is_table};
use crate::paths;
use crate::text::amounts::{count, size};
use crate::text::{Lang, dates, fill};

/// A file.
#[derive(Debug, Clone)]
pub struct EnclosedFile {
    /// The code of its shape.
    pub icon: &'static str,
    /// Its permanent link.
    pub href: String,
    /// Its title.
    pub title: String,
    /// Kind, pages or rows, size.
    pub detail: String,
    /// Versions that it took the place of: address and words.
    pub older: Vec<(String, String)>,
}

/// The files of a letter with this public code.
pub fn of(lang: Lang, code: &Code, enclosures: &[Enclosure]) -> Vec<EnclosedFile> {
    enclosures.iter().map(|enclosure| file(lang, code, enclosure)).collect()
}

fn file(lang: Lang, code: &Code, enclosure: &Enclosure) -> EnclosedFile {
    let words = &lang.text().enclosed;
    let mut detail = described(lang, enclosure.role, &enclosure.current);
    if enclosure.current.version > 1 {
        let pairs = [
            ("n", enclosure.current.version.to_string()),
            ("date", dates::day_of(lang, enclosure.current.at)),
        ];
        detail = format!("{detail} · {}", fill(&words.version, &pairs));
    }
    let older = enclosure.older.iter().map(|version| {
        let at = paths::LetterFileVersion {
            code: code.clone(),
            enclosure: enclosure.id,
            version: version.version,
        };
        let pairs = [("n", version.version.to_string()), ("date", dates::day_of(lang, version.at))];
        (at.to_string(), fill(&words.older, &pairs))
    });
    EnclosedFile {
        icon: icon(enclosure),
        href: paths::File { code: enclosure.link.clone() }.to_string(),
        title: enclosure.title.clone(),
        detail,
        older: older.collect(),
    }
}

fn icon(enclosure: &Enclosure) -> &'static str {
    match enclosure.role {
        Role::Roster => "list",
        Role::Handbook => "book",
        _ if enclosure.current.media_type.starts_with("image/") => "picture",
        _ => "doc",
    }
}

/// "PDF 24 หน้า · 1.2 MB".
fn described(lang: Lang, role: Role, version: &Version) -> String {
    let t = lang.text();
    let kind = version.filename.rsplit_once('.').map_or("", |(_, ending)| ending).to_uppercase();
    // The rows of a roster are not its schools: title and header are among them.
    let pages = version.pages.filter(|_| role != Role::Roster || !is_table(&version.media_type));
    let counted = pages.map(|n| {
        let words = if is_table(&version.media_type) { &t.parts.rows } else { &t.parts.pages };
        fill(words, &[("n", count(n.into()))])
    });
    let kind = counted.map_or(kind.clone(), |counted| format!("{kind} {counted}"));
    format!("{kind} · {}", size(version.size))
}
