//! An enclosure as JSON, with all its versions.

use chrono::{DateTime, FixedOffset};
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::Config;
use crate::domain::clock::bangkok;
use crate::domain::enclosure::{Enclosure, Role, Version};
use crate::domain::ids::EnclosureId;
use crate::paths;

/// An enclosure of a circular.
#[derive(Debug, Serialize, ToSchema)]
pub struct Enclosed {
    #[schema(value_type = String)]
    id: EnclosureId,
    /// What it is to the letter.
    role: Role,
    title: String,
    /// The full address of the file's own permanent link, whatever version stands behind it.
    link: String,
    /// The version that counts.
    current: OfVersion,
    /// Those it took the place of, newest first.
    older: Vec<OfVersion>,
}

/// A file that was put in place.
#[derive(Debug, Serialize, ToSchema)]
struct OfVersion {
    /// From 1.
    version: i32,
    sha256: String,
    filename: String,
    /// Bytes.
    size: i64,
    media_type: String,
    /// Pages of a PDF, rows of a table.
    pages: Option<i32>,
    added_by: String,
    added_at: DateTime<FixedOffset>,
}

impl Enclosed {
    /// An enclosure with its public address.
    pub fn of(config: &Config, enclosure: Enclosure) -> Self {
        Self {
            id: enclosure.id,
            role: enclosure.role,
            title: enclosure.title,
            link: config.public_url(&paths::File { code: enclosure.link }.to_string()),
            current: enclosure.current.into(),
            older: enclosure.older.into_iter().map(OfVersion::from).collect(),
        }
    }
}

impl From<Version> for OfVersion {
    fn from(version: Version) -> Self {
        Self {
            version: version.version,
            sha256: version.sha256,
            filename: version.filename,
            size: version.size,
            media_type: version.media_type,
            pages: version.pages,
            added_by: version.by_name,
            added_at: bangkok(version.at),
        }
    }
}
