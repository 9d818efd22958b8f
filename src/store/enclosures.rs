//! Enclosures with all their versions, newest first.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Query;
use sea_orm::{
    ActiveValue::NotSet, ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, Select, Set,
};

use super::entities::{enclosure_versions, enclosures, files};
use super::{Reads, StoreError, Tx};
use crate::domain::code::Code;
use crate::domain::enclosure::{Enclosure, Role, Version};
use crate::domain::ids::{CircularId, EnclosureId};

/// The enclosures of a circular, by role and in the order in which they were added.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn of_circular(on: &impl Reads, circular: CircularId) -> Result<Vec<Enclosure>, StoreError> {
    let mut found =
        load(on, enclosures::Entity::find().filter(enclosures::Column::CircularId.eq(circular))).await?;
    found.sort_by_key(|enclosure| (enclosure.role, enclosure.id));
    Ok(found)
}

/// The titles of a circular's enclosures, for the linter to compare with what the letter names.
///
/// # Errors
/// When the database fails.
pub async fn titles(on: &impl Reads, circular: CircularId) -> Result<Vec<String>, StoreError> {
    let found = enclosures::Entity::find()
        .select_only()
        .column(enclosures::Column::Title)
        .filter(enclosures::Column::CircularId.eq(circular))
        .order_by_asc(enclosures::Column::Id);
    Ok(found.into_tuple().all(on.connection()).await?)
}

/// One enclosure of a circular.
///
/// # Errors
/// When the database fails or the row cannot be read.
pub async fn find(
    on: &impl Reads,
    circular: CircularId,
    id: EnclosureId,
) -> Result<Option<Enclosure>, StoreError> {
    let found = enclosures::Entity::find_by_id(id).filter(enclosures::Column::CircularId.eq(circular));
    Ok(load(on, found).await?.pop())
}

/// The enclosure that a permanent link leads to.
///
/// # Errors
/// When the database fails or the row cannot be read.
pub async fn find_by_link(on: &impl Reads, link: &Code) -> Result<Option<Enclosure>, StoreError> {
    let found = enclosures::Entity::find().filter(enclosures::Column::Link.eq(link.as_str()));
    Ok(load(on, found).await?.pop())
}

/// Adds an enclosure with its first version.
///
/// # Errors
/// When the database fails.
pub async fn insert(
    tx: &Tx,
    circular: CircularId,
    role: Role,
    title: &str,
    link: &Code,
    first: &Version,
) -> Result<EnclosureId, StoreError> {
    let row = enclosures::ActiveModel {
        id: NotSet,
        circular_id: Set(circular),
        role: Set(role),
        title: Set(title.to_owned()),
        link: Set(link.to_string()),
    };
    let id = enclosures::Entity::insert(row).exec(tx.connection()).await?.last_insert_id;
    add_version(tx, id, first).await?;
    Ok(id)
}

/// Adds a version, which from then on is the one that counts.
///
/// # Errors
/// When the database fails, or the version is there already.
pub async fn add_version(tx: &Tx, enclosure: EnclosureId, version: &Version) -> Result<(), StoreError> {
    let file = files::ActiveModel {
        sha256: Set(version.sha256.clone()),
        size: Set(version.size),
        content_type: Set(version.media_type.clone()),
        pages: Set(version.pages),
        created_at: Set(version.at),
    };
    files::Entity::insert(file)
        .on_conflict_do_nothing_on([files::Column::Sha256])
        .exec_without_returning(tx.connection())
        .await?;
    let row = enclosure_versions::ActiveModel {
        id: NotSet,
        enclosure_id: Set(enclosure),
        version: Set(version.version),
        sha256: Set(version.sha256.clone()),
        filename: Set(version.filename.clone()),
        added_by: Set(version.by),
        added_by_name: Set(version.by_name.clone()),
        added_at: Set(version.at),
    };
    enclosure_versions::Entity::insert(row).exec_without_returning(tx.connection()).await?;
    Ok(())
}

/// Takes an enclosure out of a draft, with its versions; the files stay until they are swept.
///
/// # Errors
/// When the database fails.
pub async fn remove(tx: &Tx, id: EnclosureId) -> Result<(), StoreError> {
    enclosure_versions::Entity::delete_many()
        .filter(enclosure_versions::Column::EnclosureId.eq(id))
        .exec(tx.connection())
        .await?;
    enclosures::Entity::delete_by_id(id).exec(tx.connection()).await?;
    Ok(())
}

/// Gives an enclosure another title.
///
/// # Errors
/// When the database fails.
pub async fn rename(tx: &Tx, id: EnclosureId, title: &str) -> Result<(), StoreError> {
    let row = enclosures::ActiveModel { id: Set(id), title: Set(title.to_owned()), ..Default::default() };
    enclosures::Entity::update(row).exec(tx.connection()).await?;
    Ok(())
}

/// The SHA-256 of every file kept, after one of them, in order.
///
/// # Errors
/// When the database fails.
pub async fn files_after(on: &impl Reads, sha256: &str, limit: u64) -> Result<Vec<String>, StoreError> {
    let found = files::Entity::find()
        .select_only()
        .column(files::Column::Sha256)
        .filter(files::Column::Sha256.gt(sha256))
        .order_by_asc(files::Column::Sha256)
        .limit(limit);
    Ok(found.into_tuple().all(on.connection()).await?)
}

/// Forgets the files kept before `before` that no enclosure shows any more; gives their SHA-256.
///
/// # Errors
/// When the database fails.
pub async fn forget_unused_files(tx: &Tx, before: DateTime<Utc>) -> Result<Vec<String>, StoreError> {
    let unused: Vec<String> = files::Entity::find()
        .select_only()
        .column(files::Column::Sha256)
        .filter(
            files::Column::Sha256.not_in_subquery(
                Query::select()
                    .column(enclosure_versions::Column::Sha256)
                    .from(enclosure_versions::Entity)
                    .take(),
            ),
        )
        .filter(files::Column::CreatedAt.lt(before))
        .into_tuple()
        .all(tx.connection())
        .await?;
    for sha256 in &unused {
        files::Entity::delete_by_id(sha256.clone()).exec(tx.connection()).await?;
    }
    Ok(unused)
}

async fn load(on: &impl Reads, select: Select<enclosures::Entity>) -> Result<Vec<Enclosure>, StoreError> {
    let found = select.all(on.connection()).await?;
    let rows = enclosure_versions::Entity::find()
        .filter(enclosure_versions::Column::EnclosureId.is_in(found.iter().map(|row| row.id)))
        .order_by_desc(enclosure_versions::Column::Version)
        .all(on.connection())
        .await?;
    let kept = files::Entity::find()
        .filter(files::Column::Sha256.is_in(rows.iter().map(|row| row.sha256.as_str())))
        .all(on.connection())
        .await?;
    let kept: HashMap<&str, &files::Model> = kept.iter().map(|file| (file.sha256.as_str(), file)).collect();
    let mut versions: HashMap<EnclosureId, Vec<Version>> = HashMap::new();
    for row in rows {
        let file = kept.get(row.sha256.as_str());
        let file = file.ok_or_else(|| StoreError::broken("files", &row.sha256, "is not there"))?;
        versions.entry(row.enclosure_id).or_default().push(version_of(row, file));
    }
    found
        .into_iter()
        .map(|row| {
            let mut versions = versions.remove(&row.id).unwrap_or_default().into_iter();
            let broken = |what: &str| StoreError::broken("enclosures", row.id, what);
            Ok(Enclosure {
                current: versions.next().ok_or_else(|| broken("has no version"))?,
                older: versions.collect(),
                link: row.link.parse().map_err(|_| broken("its link is no code"))?,
                id: row.id,
                circular: row.circular_id,
                role: row.role,
                title: row.title,
            })
        })
        .collect()
}

fn version_of(row: enclosure_versions::Model, file: &files::Model) -> Version {
    Version {
        version: row.version,
        sha256: row.sha256,
        filename: row.filename,
        size: file.size,
        media_type: file.content_type.clone(),
        pages: file.pages,
        by: row.added_by,
        by_name: row.added_by_name,
        at: row.added_at,
    }
}
