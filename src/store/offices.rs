//! Offices, to read: by id, by code of today or before, by those above, and by words.

use std::collections::{BTreeMap, HashMap};

use sea_orm::sea_query::{Alias, Expr, ExprTrait as _, Func, LikeExpr, Query};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait as _, EntityTrait as _, JoinType, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, Select,
};

use super::entities::office_names;
use super::entities::offices::{Column, Entity, Model};
use super::{Reads, StoreError};
use crate::domain::actor::Scope;
use crate::domain::ids::OfficeId;
use crate::domain::office::{LocalKind, Tier};
use crate::domain::thai::search_key;

/// Binds of one statement that name offices; `SQLite` takes 32,766 in all.
const CHUNK: usize = 5_000;

/// An office as lists and pages show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// Its id.
    pub id: OfficeId,
    /// Its tier.
    pub tier: Tier,
    /// Its code of today.
    pub code: String,
    /// Its name in full.
    pub name: String,
    /// Its short name.
    pub short_name: String,
    /// Its kind, for a local administration.
    pub kind: Option<LocalKind>,
    /// Its district: names repeat, so it is always shown beside them.
    pub district: Option<String>,
    /// The two-digit code of its province; none for the department.
    pub province_code: Option<String>,
    /// The office above; none for the department, and for a school whose local administration is not known.
    pub parent_id: Option<OfficeId>,
}

impl From<Model> for Office {
    fn from(model: Model) -> Self {
        Self {
            id: model.id,
            tier: model.tier,
            code: model.code,
            name: model.name_th,
            short_name: model.short_name_th,
            kind: model.kind,
            district: model.district_th,
            province_code: model.province_code,
            parent_id: model.parent_id,
        }
    }
}

/// What offices are looked for by.
#[derive(Debug, Clone, Copy)]
pub struct Search<'a> {
    /// Words, each of which stands in the office's names, district or code; none finds all.
    pub text: &'a str,
    /// Of this tier only.
    pub tier: Option<Tier>,
    /// Within this part of the tree only.
    pub scope: Option<&'a Scope>,
    /// Those that follow this office in the order of names: the last one of the page before.
    pub after: Option<OfficeId>,
    /// At most so many.
    pub limit: u64,
}

/// Offices that are not ended, in the order of the dictionary.
fn in_use() -> Select<Entity> {
    Entity::find().filter(Column::ValidTo.is_null()).order_by_asc(Column::SortKey).order_by_asc(Column::Id)
}

/// The office with an id, ended or not.
///
/// # Errors
/// When the database fails.
pub async fn find(db: &impl Reads, id: OfficeId) -> Result<Option<Office>, StoreError> {
    Ok(Entity::find_by_id(id).one(db.connection()).await?.map(Office::from))
}

/// The office of today that a code means: its own, one that it had before, or that of an office it took in.
///
/// # Errors
/// When the database fails.
pub async fn find_by_code(db: &impl Reads, code: &str) -> Result<Option<Office>, StoreError> {
    let connection = db.connection();
    let mut found = Entity::find().filter(Column::Code.eq(code)).one(connection).await?;
    if found.is_none() {
        let past = office_names::Entity::find()
            .filter(office_names::Column::Code.eq(code))
            .order_by_desc(office_names::Column::ValidTo)
            .one(connection)
            .await?;
        if let Some(past) = past {
            found = Entity::find_by_id(past.office_id).one(connection).await?;
        }
    }
    if let (None, Some(key)) = (&found, surviving_key(code)) {
        let locals = Entity::find().filter(Column::Tier.eq(Tier::Local));
        found = locals.filter(Column::StableKey.eq(key)).one(connection).await?;
    }
    match found.as_ref().and_then(|office| office.successor_id) {
        Some(successor) => find(db, successor).await,
        None => Ok(found.map(Office::from)),
    }
}

/// The postal codes of offices: an office's own, or that of the office above it. Those of which neither is known are left
/// out.
///
/// # Errors
/// When the database fails.
pub async fn postal_codes(
    db: &impl Reads,
    offices: &[OfficeId],
) -> Result<HashMap<OfficeId, String>, StoreError> {
    let mut codes = HashMap::new();
    for chunk in offices.chunks(CHUNK) {
        let own = Expr::col((Entity, Column::PostalCode));
        let above = Expr::col((Alias::new("above"), Column::PostalCode));
        let is_above = Expr::col((Alias::new("above"), Column::Id)).equals((Entity, Column::ParentId));
        let select = Query::select()
            .column((Entity, Column::Id))
            .expr_as(Func::coalesce([own, above]), Alias::new("code"))
            .from(Entity)
            .join_as(JoinType::LeftJoin, Entity, Alias::new("above"), is_above)
            .and_where(Expr::col((Entity, Column::Id)).is_in(chunk.iter().copied()))
            .take();
        for row in db.connection().query_all(&select).await? {
            if let Some(code) = row.try_get::<Option<String>>("", "code")? {
                codes.insert(row.try_get("", "id")?, code);
            }
        }
    }
    Ok(codes)
}

/// The last six digits of a DLA code, which every change of status leaves alone.
fn surviving_key(code: &str) -> Option<&str> {
    let is_dla_code = code.len() == 7 && code.bytes().all(|digit| digit.is_ascii_digit());
    code.get(1..).filter(|_| is_dla_code)
}

/// The offices of today that codes mean, by those codes; unknown ones are left out.
///
/// # Errors
/// When the database fails.
pub async fn resolve(db: &impl Reads, codes: &[String]) -> Result<HashMap<String, OfficeId>, StoreError> {
    let mut found = HashMap::new();
    for chunk in codes.chunks(CHUNK) {
        let current = in_use().filter(Column::Code.is_in(chunk)).all(db.connection()).await?;
        found.extend(current.into_iter().map(|office| (office.code, office.id)));
    }
    for code in codes {
        if !found.contains_key(code)
            && let Some(office) = find_by_code(db, code).await?
        {
            found.insert(code.clone(), office.id);
        }
    }
    Ok(found)
}

/// The offices right below one.
///
/// # Errors
/// When the database fails.
pub async fn children(db: &impl Reads, parent: OfficeId) -> Result<Vec<Office>, StoreError> {
    let found = in_use().filter(Column::ParentId.eq(parent)).all(db.connection()).await?;
    Ok(found.into_iter().map(Office::from).collect())
}

/// The provincial offices, in the order of the dictionary.
///
/// # Errors
/// When the database fails.
pub async fn provinces(db: &impl Reads) -> Result<Vec<Office>, StoreError> {
    let found = in_use().filter(Column::Tier.eq(Tier::Province)).all(db.connection()).await?;
    Ok(found.into_iter().map(Office::from).collect())
}

/// How many offices each tier has.
///
/// # Errors
/// When the database fails.
pub async fn counts(db: &impl Reads) -> Result<BTreeMap<Tier, i64>, StoreError> {
    let rows: Vec<(Tier, i64)> = Entity::find()
        .select_only()
        .column(Column::Tier)
        .column_as(Column::Id.count(), "n")
        .filter(Column::ValidTo.is_null())
        .group_by(Column::Tier)
        .into_tuple()
        .all(db.connection())
        .await?;
    Ok(rows.into_iter().collect())
}

/// Offices by words, a page at a time.
///
/// # Errors
/// When the database fails.
pub async fn search(db: &impl Reads, wanted: Search<'_>) -> Result<Vec<Office>, StoreError> {
    let mut query = in_use().limit(wanted.limit);
    for word in wanted.text.split_whitespace().map(search_key).filter(|word| !word.is_empty()) {
        let literal = word.replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_");
        query = query.filter(Column::SearchKey.like(LikeExpr::new(format!("%{literal}%")).escape('\\')));
    }
    if let Some(tier) = wanted.tier {
        query = query.filter(Column::Tier.eq(tier));
    }
    if let Some(scope) = wanted.scope {
        query = query.filter(within(scope));
    }
    if let Some(after) = wanted.after
        && let Some(last) = Entity::find_by_id(after).one(db.connection()).await?
    {
        let namesake = Condition::all().add(Column::SortKey.eq(&last.sort_key)).add(Column::Id.gt(after));
        query = query.filter(Condition::any().add(Column::SortKey.gt(&last.sort_key)).add(namesake));
    }
    Ok(query.all(db.connection()).await?.into_iter().map(Office::from).collect())
}

fn within(scope: &Scope) -> Condition {
    let any = Condition::any();
    match scope {
        Scope::Department(_) => Condition::all(),
        Scope::Province { province, .. } => any.add(Column::ProvinceCode.eq(province)),
        Scope::Local(office) => any.add(Column::Id.eq(*office)).add(Column::ParentId.eq(*office)),
        Scope::Office(office) => any.add(Column::Id.eq(*office)),
    }
}

/// The offices with these ids, ended or not.
///
/// # Errors
/// When the database fails.
pub async fn named(db: &impl Reads, ids: &[OfficeId]) -> Result<HashMap<OfficeId, Office>, StoreError> {
    let mut found = HashMap::with_capacity(ids.len());
    for chunk in ids.chunks(CHUNK) {
        let rows =
            Entity::find().filter(Column::Id.is_in(chunk.iter().copied())).all(db.connection()).await?;
        found.extend(rows.into_iter().map(|row| (row.id, Office::from(row))));
    }
    Ok(found)
}
