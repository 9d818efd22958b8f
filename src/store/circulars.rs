//! Circulars: drafts while they change, and what was issued for ever.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Condition, Expr, ExprTrait as _, Query, SelectStatement};
use sea_orm::{ActiveValue::NotSet, ColumnTrait as _, EntityTrait as _, QueryFilter as _, Set};

use super::entities::{circulars, deliveries};
use super::{Reads, StoreError, Tx};
use crate::domain::actor::Scope;
use crate::domain::circular::{Audience, Circular, CircularState, Corrected, Issued, Void};
use crate::domain::code::Code;
use crate::domain::ids::{CircularId, OfficeId, OfficerId};
use crate::domain::letter::{Owner, Reading};
use crate::domain::paper::{Corner, PaperDigits, PaperStyle};
use crate::domain::thai::search_key;

/// A circular that the scope can see: the department all of its own, others what was sent to them.
///
/// # Errors
/// When the database fails or the row cannot be read.
pub async fn find(on: &impl Reads, scope: &Scope, id: CircularId) -> Result<Option<Circular>, StoreError> {
    let found = circulars::Entity::find_by_id(id).filter(visible(scope)).one(on.connection()).await?;
    found.map(of_model).transpose()
}

/// A circular of the office, to be changed in this transaction.
///
/// # Errors
/// When the database fails or the row cannot be read.
pub async fn find_to_change(
    tx: &Tx,
    office: OfficeId,
    id: CircularId,
) -> Result<Option<Circular>, StoreError> {
    let found = circulars::Entity::find_by_id(id)
        .filter(circulars::Column::OfficeId.eq(office))
        .one(tx.connection())
        .await?;
    found.map(of_model).transpose()
}

/// Any circular, for those who hold a delivery of it or its public link.
///
/// # Errors
/// When the database fails or the row cannot be read.
pub async fn get(on: &impl Reads, id: CircularId) -> Result<Option<Circular>, StoreError> {
    circulars::Entity::find_by_id(id).one(on.connection()).await?.map(of_model).transpose()
}

/// The circular whose public page has this code.
///
/// # Errors
/// When the database fails or the row cannot be read.
pub async fn find_by_link(on: &impl Reads, link: &Code) -> Result<Option<Circular>, StoreError> {
    let found = circulars::Entity::find().filter(circulars::Column::Link.eq(link.as_str()));
    found.one(on.connection()).await?.map(of_model).transpose()
}

/// The ids of circulars of every office and state, after one of them, in order.
///
/// # Errors
/// When the database fails.
pub async fn ids_after(
    on: &impl Reads,
    after: CircularId,
    limit: u64,
) -> Result<Vec<CircularId>, StoreError> {
    use sea_orm::{QueryOrder as _, QuerySelect as _};
    let found = circulars::Entity::find()
        .select_only()
        .column(circulars::Column::Id)
        .filter(circulars::Column::Id.gt(after))
        .order_by_asc(circulars::Column::Id)
        .limit(limit);
    Ok(found.into_tuple().all(on.connection()).await?)
}

/// The draft that was begun to correct this circular.
///
/// # Errors
/// When the database fails or the row cannot be read.
pub async fn correction_of(on: &impl Reads, id: CircularId) -> Result<Option<Circular>, StoreError> {
    let begun = circulars::Entity::find()
        .filter(circulars::Column::SupersedesId.eq(id))
        .filter(circulars::Column::State.eq(CircularState::Draft));
    begun.one(on.connection()).await?.map(of_model).transpose()
}

/// The prefix of the number that the office used last, to begin the next draft with.
///
/// # Errors
/// When the database fails or the row cannot be read.
pub async fn last_prefix(on: &impl Reads, office: OfficeId) -> Result<Option<String>, StoreError> {
    use sea_orm::QueryOrder as _;
    let last = circulars::Entity::find()
        .filter(circulars::Column::OfficeId.eq(office))
        .filter(circulars::Column::Number.is_not_null())
        .order_by_desc(circulars::Column::IssuedAt)
        .one(on.connection())
        .await?;
    Ok(last.and_then(|last| last.reference?.split_once('/').map(|(prefix, _)| prefix.to_owned())))
}

/// Which office and division each of these circulars comes from, as its letter says.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn owners(
    on: &impl Reads,
    ids: &[CircularId],
) -> Result<std::collections::HashMap<CircularId, Owner>, StoreError> {
    use sea_orm::QuerySelect as _;
    #[derive(serde::Deserialize)]
    struct Owned {
        owner: Owner,
    }
    let rows: Vec<(CircularId, String)> = circulars::Entity::find()
        .select_only()
        .columns([circulars::Column::Id, circulars::Column::Letter])
        .filter(circulars::Column::Id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(on.connection())
        .await?;
    let owner = |(id, letter): (CircularId, String)| match serde_json::from_str::<Owned>(&letter) {
        Ok(owned) => Ok((id, owned.owner)),
        Err(error) => Err(StoreError::broken("circulars", id, error)),
    };
    rows.into_iter().map(owner).collect()
}

/// Begins a draft.
///
/// # Errors
/// When the database fails.
pub async fn insert(
    tx: &Tx,
    office: OfficeId,
    by: OfficerId,
    title: &str,
    source: &str,
    letter: &Reading,
    now: DateTime<Utc>,
) -> Result<CircularId, StoreError> {
    let row = circulars::ActiveModel {
        id: NotSet,
        office_id: Set(office),
        state: Set(CircularState::Draft),
        title: Set(title.to_owned()),
        urgency: Set(letter.urgency),
        source: Set(source.to_owned()),
        letter: Set(to_json(letter)),
        audience: Set(to_json(&Audience::Roster)),
        created_by: Set(by),
        created_at: Set(now),
        updated_at: Set(now),
        version: Set(0),
        search_key: Set(search_key(title)),
        paper_digits: Set(PaperDigits::default()),
        paper_corner: Set(Corner::default()),
        ..Default::default()
    };
    Ok(circulars::Entity::insert(row).exec(tx.connection()).await?.last_insert_id)
}

/// Keeps a circular as it is now; its version goes up by one.
///
/// # Errors
/// When the database fails.
pub async fn save(tx: &Tx, circular: &Circular) -> Result<(), StoreError> {
    let issued = circular.issued.as_ref();
    let reference = issued.map(|issued| issued.reference.clone());
    let words = format!("{} {}", circular.title, reference.as_deref().unwrap_or_default());
    let row = circulars::ActiveModel {
        id: Set(circular.id),
        office_id: NotSet,
        state: Set(circular.state),
        title: Set(circular.title.clone()),
        urgency: Set(circular.letter.urgency),
        source: Set(circular.source.clone()),
        letter: Set(to_json(&circular.letter)),
        audience: Set(to_json(&circular.audience)),
        reference: Set(reference),
        number: Set(issued.map(|issued| issued.number)),
        number_year: Set(issued.map(|issued| issued.year)),
        dated: Set(issued.map(|issued| issued.dated)),
        issued_at: Set(issued.map(|issued| issued.at)),
        issued_by: Set(issued.map(|issued| issued.by)),
        issued_by_name: Set(issued.map(|issued| issued.by_name.clone())),
        link: Set(issued.map(|issued| issued.link.to_string())),
        letter_hash: Set(issued.map(|issued| issued.letter_hash.clone())),
        ended_at: Set(circular.void.as_ref().map(|void| void.at)),
        end_reason: Set(circular.void.as_ref().map(|void| void.reason.clone())),
        supersedes_id: Set(circular.supersedes.as_ref().map(|old| old.circular)),
        correction_reason: Set(circular.supersedes.as_ref().map(|old| old.reason.clone())),
        superseded_by_id: Set(circular.superseded_by),
        created_by: NotSet,
        created_at: NotSet,
        updated_at: Set(circular.updated_at),
        version: Set(circular.version + 1),
        search_key: Set(search_key(&words)),
        paper_digits: Set(circular.paper.digits),
        paper_corner: Set(circular.paper.corner),
        emblem_id: Set(circular.emblem),
        own_paper: Set(circular.own_paper.as_ref().map(to_json)),
        ..Default::default()
    };
    circulars::Entity::update(row).exec(tx.connection()).await?;
    Ok(())
}

/// The rows of `circulars` that a scope can see.
pub(super) fn visible(scope: &Scope) -> Condition {
    match scope {
        Scope::Department(office) => Condition::all().add(circulars::Column::OfficeId.eq(*office)),
        _ => Condition::all().add(circulars::Column::Id.in_subquery(sent_to(scope.office()))),
    }
}

/// The circulars that were sent to an office.
fn sent_to(office: OfficeId) -> SelectStatement {
    Query::select()
        .column(deliveries::Column::CircularId)
        .from(deliveries::Entity)
        .and_where(Expr::col(deliveries::Column::OfficeId).eq(office))
        .and_where(Expr::col(deliveries::Column::SentAt).is_not_null())
        .take()
}

/// Values made here always have a JSON form.
fn to_json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

pub(super) fn of_model(row: circulars::Model) -> Result<Circular, StoreError> {
    let broken = |what: String| StoreError::broken("circulars", row.id, what);
    let letter = serde_json::from_str(&row.letter).map_err(|error| broken(error.to_string()))?;
    let audience = serde_json::from_str(&row.audience).map_err(|error| broken(error.to_string()))?;
    let own_paper = row.own_paper.as_deref().map(serde_json::from_str).transpose();
    let own_paper = own_paper.map_err(|error| broken(error.to_string()))?;
    Ok(Circular { issued: issued(&row)?, own_paper, ..bare(row, letter, audience) })
}

fn bare(row: circulars::Model, letter: Reading, audience: Audience) -> Circular {
    Circular {
        id: row.id,
        office: row.office_id,
        state: row.state,
        title: row.title,
        source: row.source,
        letter,
        paper: PaperStyle { digits: row.paper_digits, corner: row.paper_corner },
        own_paper: None,
        emblem: row.emblem_id,
        audience,
        issued: None,
        void: row.ended_at.map(|at| Void { at, reason: row.end_reason.unwrap_or_default() }),
        supersedes: row
            .supersedes_id
            .map(|circular| Corrected { circular, reason: row.correction_reason.unwrap_or_default() }),
        superseded_by: row.superseded_by_id,
        created_by: row.created_by,
        created_at: row.created_at,
        updated_at: row.updated_at,
        version: row.version,
    }
}

/// What issuing fixed: all of it, or none in a draft.
fn issued(row: &circulars::Model) -> Result<Option<Issued>, StoreError> {
    let Some(number) = row.number else { return Ok(None) };
    let all = (|| {
        Some(Issued {
            number,
            year: row.number_year?,
            reference: row.reference.clone()?,
            dated: row.dated?,
            at: row.issued_at?,
            by: row.issued_by?,
            by_name: row.issued_by_name.clone()?,
            link: row.link.as_deref()?.parse().ok()?,
            letter_hash: row.letter_hash.clone()?,
        })
    })();
    all.map(Some)
        .ok_or_else(|| StoreError::broken("circulars", row.id, "issued without all that belongs to it"))
}
