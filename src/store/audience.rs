//! Whom a circular reaches: its audience and the offices above on the route, as sub-selects and as figures.

use sea_orm::sea_query::{Expr, ExprTrait as _, Func, SelectStatement};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, QueryTrait as _, Select,
};

use super::entities::offices::{Column, Entity, Model};
use super::entities::{audience_offices, circulars, group_members, groups, roster_rows};
use super::offices::Office;
use super::rosters::parsed;
use super::{Reads, StoreError, Tx};
use crate::domain::circular::Audience;
use crate::domain::ids::{CircularId, GroupId, OfficeId};
use crate::domain::office::Tier;

/// Rows of one statement, well under the 32,766 binds of `SQLite`.
const ROWS: usize = 5_000;

/// How many offices a circular reaches.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reach {
    /// Provincial offices.
    pub provinces: u64,
    /// Local administrations.
    pub locals: u64,
    /// Schools.
    pub schools: u64,
    /// Schools of the audience that it does not reach, since their local administration is not known.
    pub unplaced: u64,
}

/// An office of the audience with those that it forwards to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// The office.
    pub office: Office,
    /// Those right below it; empty for schools.
    pub below: Vec<Branch>,
}

/// Whom a circular is for; none when there is no such circular.
///
/// # Errors
/// When the database fails or what is kept cannot be read back.
pub async fn of(db: &impl Reads, circular: CircularId) -> Result<Option<Audience>, StoreError> {
    let kept: Option<String> = circulars::Entity::find_by_id(circular)
        .select_only()
        .column(circulars::Column::Audience)
        .into_tuple()
        .one(db.connection())
        .await?;
    kept.map(|audience| parsed("circulars", circular, &audience)).transpose()
}

/// Keeps whom a circular is for; `named` are the offices of [`Audience::Offices`].
///
/// # Errors
/// When the database fails.
pub async fn save(
    tx: &Tx,
    circular: CircularId,
    audience: &Audience,
    named: &[OfficeId],
) -> Result<(), StoreError> {
    let kept = super::rosters::json(circular, audience)?;
    let row = circulars::ActiveModel { audience: Set(kept), ..Default::default() };
    let this = circulars::Column::Id.eq(circular);
    circulars::Entity::update_many().set(row).filter(this).exec(tx.connection()).await?;
    let before = audience_offices::Column::CircularId.eq(circular);
    audience_offices::Entity::delete_many().filter(before).exec(tx.connection()).await?;
    for chunk in named.chunks(ROWS) {
        let rows = chunk.iter().map(|office| audience_offices::ActiveModel {
            circular_id: Set(circular),
            office_id: Set(*office),
        });
        audience_offices::Entity::insert_many(rows).exec_without_returning(tx.connection()).await?;
    }
    Ok(())
}

/// Names the same offices for another circular.
pub(super) async fn copy_named(tx: &Tx, from: CircularId, to: CircularId) -> Result<(), StoreError> {
    let of_from = audience_offices::Column::CircularId.eq(from);
    for named in audience_offices::Entity::find().filter(of_from).all(tx.connection()).await? {
        let row = audience_offices::ActiveModel { circular_id: Set(to), office_id: Set(named.office_id) };
        audience_offices::Entity::insert(row).exec_without_returning(tx.connection()).await?;
    }
    Ok(())
}

/// Whether a saved group is an office's.
///
/// # Errors
/// When the database fails.
pub async fn has_group(db: &impl Reads, office: OfficeId, group: GroupId) -> Result<bool, StoreError> {
    let of_office = groups::Entity::find_by_id(group).filter(groups::Column::OfficeId.eq(office));
    Ok(of_office.count(db.connection()).await? > 0)
}

/// Ids of offices, from a query for them.
fn ids(query: Select<Entity>) -> SelectStatement {
    query.select_only().column(Column::Id).into_query()
}

/// Offices of a tier that a circular can be sent to.
fn reachable(tier: Tier) -> Select<Entity> {
    let in_use = Entity::find().filter(Column::Tier.eq(tier)).filter(Column::ValidTo.is_null());
    in_use.filter(Column::ParentId.is_not_null())
}

/// The audience itself, without those above; an office that ended since is spoken for by its successor.
fn members(circular: CircularId, audience: &Audience) -> SelectStatement {
    let chosen = match audience {
        Audience::Tier(tier) => return ids(Entity::find().filter(Column::Tier.eq(*tier))),
        Audience::Roster => roster_rows::Entity::find()
            .select_only()
            .column(roster_rows::Column::OfficeId)
            .filter(roster_rows::Column::CircularId.eq(circular))
            .filter(roster_rows::Column::OfficeId.is_not_null())
            .into_query(),
        Audience::Group(group) => group_members::Entity::find()
            .select_only()
            .column(group_members::Column::OfficeId)
            .filter(group_members::Column::GroupId.eq(*group))
            .into_query(),
        Audience::Offices(_) => audience_offices::Entity::find()
            .select_only()
            .column(audience_offices::Column::OfficeId)
            .filter(audience_offices::Column::CircularId.eq(circular))
            .into_query(),
    };
    let of_today = Func::coalesce([Expr::col(Column::SuccessorId), Expr::col(Column::Id)]);
    Entity::find().select_only().expr(of_today).filter(Column::Id.in_subquery(chosen)).into_query()
}

/// Ids of the schools that a circular reaches.
pub(in crate::store) fn schools_of(circular: CircularId, audience: &Audience) -> SelectStatement {
    ids(reachable(Tier::School).filter(Column::Id.in_subquery(members(circular, audience))))
}

/// Ids of the local administrations that it reaches: of the audience, and those above its schools.
pub(in crate::store) fn locals_of(circular: CircularId, audience: &Audience) -> SelectStatement {
    with_those_above(Tier::Local, circular, audience, schools_of(circular, audience))
}

/// Ids of the provincial offices that it reaches: of the audience, and those above its local administrations.
pub(in crate::store) fn provinces_of(circular: CircularId, audience: &Audience) -> SelectStatement {
    with_those_above(Tier::Province, circular, audience, locals_of(circular, audience))
}

fn with_those_above(
    tier: Tier,
    circular: CircularId,
    audience: &Audience,
    below: SelectStatement,
) -> SelectStatement {
    let parents = Entity::find()
        .select_only()
        .column(Column::ParentId)
        .filter(Column::Id.in_subquery(below))
        .into_query();
    let member = Column::Id.in_subquery(members(circular, audience));
    ids(reachable(tier).filter(member.or(Column::Id.in_subquery(parents))))
}

/// How many offices a circular reaches as it stands.
///
/// # Errors
/// When the database fails or its audience cannot be read back.
pub async fn reach(db: &impl Reads, circular: CircularId) -> Result<Reach, StoreError> {
    let Some(audience) = of(db, circular).await? else { return Ok(Reach::default()) };
    let count = async |ids| Entity::find().filter(Column::Id.in_subquery(ids)).count(db.connection()).await;
    Ok(Reach {
        provinces: count(provinces_of(circular, &audience)).await?,
        locals: count(locals_of(circular, &audience)).await?,
        schools: count(schools_of(circular, &audience)).await?,
        unplaced: unplaced(circular, &audience).count(db.connection()).await?,
    })
}

/// Schools of the audience whose local administration is not known.
///
/// # Errors
/// As [`reach`].
pub async fn unplaced_schools(db: &impl Reads, circular: CircularId) -> Result<Vec<Office>, StoreError> {
    let Some(audience) = of(db, circular).await? else { return Ok(Vec::new()) };
    let found = unplaced(circular, &audience).order_by_asc(Column::SortKey).all(db.connection()).await?;
    Ok(found.into_iter().map(Office::from).collect())
}

fn unplaced(circular: CircularId, audience: &Audience) -> Select<Entity> {
    Entity::find()
        .filter(Column::Tier.eq(Tier::School))
        .filter(Column::ValidTo.is_null())
        .filter(Column::ParentId.is_null())
        .filter(Column::Id.in_subquery(members(circular, audience)))
}

/// The offices that a circular reaches as a tree from the provinces down; of one province, where its code is given.
///
/// # Errors
/// As [`reach`].
pub async fn tree(
    db: &impl Reads,
    circular: CircularId,
    province: Option<&str>,
) -> Result<Vec<Branch>, StoreError> {
    let Some(audience) = of(db, circular).await? else { return Ok(Vec::new()) };
    let mut tiers: [Vec<Model>; 3] = Default::default();
    let selects = [provinces_of, locals_of, schools_of].map(|ids| ids(circular, &audience));
    for (tier, ids) in tiers.iter_mut().zip(selects) {
        let mut query = Entity::find().filter(Column::Id.in_subquery(ids)).order_by_asc(Column::SortKey);
        if let Some(code) = province {
            query = query.filter(Column::ProvinceCode.eq(code));
        }
        *tier = query.order_by_asc(Column::Id).all(db.connection()).await?;
    }
    let [provinces, locals, schools] = tiers.map(|tier| tier.into_iter().map(branch));
    Ok(under(provinces, under(locals, schools)))
}

fn branch(office: Model) -> Branch {
    Branch { office: office.into(), below: Vec::new() }
}

fn under(above: impl Iterator<Item = Branch>, below: impl IntoIterator<Item = Branch>) -> Vec<Branch> {
    let mut above: Vec<Branch> = above.collect();
    let mut places = std::collections::HashMap::new();
    for (at, branch) in above.iter().enumerate() {
        places.insert(branch.office.id, at);
    }
    for branch in below {
        let at = branch.office.parent_id.and_then(|parent| places.get(&parent));
        if let Some(place) = at.and_then(|at| above.get_mut(*at)) {
            place.below.push(branch);
        }
    }
    above
}
