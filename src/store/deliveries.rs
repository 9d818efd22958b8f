//! Deliveries: loaded to be decided on, and saved as decided.

use sea_orm::sea_query::{Condition, Expr, ExprTrait as _, Query};
use sea_orm::{ActiveValue::NotSet, ColumnTrait as _, EntityTrait as _, QueryFilter as _, Set};

use super::entities::{circulars, deliveries};
use super::{Reads, StoreError, Tx};
use crate::domain::actor::Scope;
use crate::domain::delivery::{Acknowledged, Delivery, Ended, Forwarded, Received, RegisterNumber, State};
use crate::domain::evidence::Evidence;
use crate::domain::ids::{CircularId, DeliveryId, OfficeId};
use crate::domain::refusal::Refusal;

/// A delivery that the scope can see.
///
/// # Errors
/// When the database fails.
pub async fn find(on: &impl Reads, scope: &Scope, id: DeliveryId) -> Result<Option<Delivery>, StoreError> {
    let found = deliveries::Entity::find_by_id(id).filter(visible(scope)).one(on.connection()).await?;
    Ok(found.map(of_model))
}

/// Any delivery, for those who hold its secret link or another of its circular.
///
/// # Errors
/// When the database fails.
pub async fn get(on: &impl Reads, id: DeliveryId) -> Result<Option<Delivery>, StoreError> {
    Ok(deliveries::Entity::find_by_id(id).one(on.connection()).await?.map(of_model))
}

/// The delivery of a circular at an office.
///
/// # Errors
/// When the database fails.
pub async fn at_office(
    on: &impl Reads,
    circular: CircularId,
    office: OfficeId,
) -> Result<Option<Delivery>, StoreError> {
    let found = deliveries::Entity::find()
        .filter(deliveries::Column::CircularId.eq(circular))
        .filter(deliveries::Column::OfficeId.eq(office));
    Ok(found.one(on.connection()).await?.map(of_model))
}

/// The deliveries of a circular, for the audit.
#[derive(Debug)]
pub struct Tree {
    /// All of them, in the order in which they were made.
    pub deliveries: Vec<Delivery>,
    /// Those whose column of states, which lists go by, says something else than their facts.
    pub misstated: Vec<(DeliveryId, State)>,
}

/// Every delivery of a circular.
///
/// # Errors
/// When the database fails.
pub async fn tree(on: &impl Reads, circular: CircularId) -> Result<Tree, StoreError> {
    use sea_orm::QueryOrder as _;
    let found = deliveries::Entity::find()
        .filter(deliveries::Column::CircularId.eq(circular))
        .order_by_asc(deliveries::Column::Id);
    let rows = found.all(on.connection()).await?;
    let (states, deliveries): (Vec<State>, Vec<Delivery>) =
        rows.into_iter().map(|row| (row.state, of_model(row))).unzip();
    let misstated = states.into_iter().zip(&deliveries).filter(|(state, one)| *state != one.state());
    let misstated = misstated.map(|(state, one)| (one.id, state)).collect();
    Ok(Tree { deliveries, misstated })
}

/// The deliveries that an actor of this scope may know of: the department all of its circulars', a province all of its
/// own, a local administration its own and its schools' once it was sent to it, a school its own.
pub(super) fn visible(scope: &Scope) -> Condition {
    let own = |office: OfficeId| {
        Condition::all()
            .add(deliveries::Column::OfficeId.eq(office))
            .add(deliveries::Column::SentAt.is_not_null())
    };
    match scope {
        Scope::Department(office) => Condition::all().add(
            deliveries::Column::CircularId.in_subquery(
                Query::select()
                    .column(circulars::Column::Id)
                    .from(circulars::Entity)
                    .and_where(Expr::col(circulars::Column::OfficeId).eq(*office))
                    .take(),
            ),
        ),
        Scope::Province { province, .. } => {
            Condition::all().add(deliveries::Column::ProvinceCode.eq(province.as_str()))
        }
        Scope::Local(office) => Condition::any().add(own(*office)).add(
            deliveries::Column::ParentId.in_subquery(
                Query::select()
                    .column(deliveries::Column::Id)
                    .from(deliveries::Entity)
                    .cond_where(own(*office))
                    .take(),
            ),
        ),
        Scope::Office(office) => own(*office),
    }
}

/// Keeps a delivery as it is now.
///
/// # Errors
/// When the database fails; the register's number being taken is a refusal.
pub async fn save(tx: &Tx, delivery: &Delivery) -> Result<Result<(), Refusal>, StoreError> {
    let number = delivery.received.as_ref().and_then(|received| received.number.clone());
    match deliveries::Entity::update(to_row(delivery)).exec(tx.connection()).await {
        Ok(_) => Ok(Ok(())),
        Err(error) if StoreError::is_unique_violation(&error) => {
            Ok(Err(Refusal::NumberTaken { number: number.map(|number| number.text).unwrap_or_default() }))
        }
        Err(error) => Err(error.into()),
    }
}

fn to_row(delivery: &Delivery) -> deliveries::ActiveModel {
    let received = delivery.received.as_ref();
    let number = received.and_then(|received| received.number.as_ref());
    let forwarded = delivery.forwarded.as_ref();
    let acknowledged = delivery.acknowledged.as_ref();
    let ended = delivery.ended.as_ref();
    deliveries::ActiveModel {
        id: Set(delivery.id),
        circular_id: NotSet,
        office_id: NotSet,
        parent_id: NotSet,
        tier: NotSet,
        province_code: NotSet,
        state: Set(delivery.state()),
        sent_at: Set(delivery.sent_at),
        due_at: Set(delivery.due_at),
        opened_at: Set(delivery.opened_at),
        received_at: Set(received.map(|received| received.at)),
        received_by: Set(received.map(|received| received.by.clone())),
        register_number: Set(number.map(|number| number.text.clone())),
        register_year: Set(number.map(|number| number.year)),
        received_evidence: Set(received.map(|received| received.evidence)),
        forwarded_at: Set(forwarded.map(|forwarded| forwarded.at)),
        forwarded_by: Set(forwarded.map(|forwarded| forwarded.by.clone())),
        children: NotSet,
        children_sent: Set(delivery.children_sent),
        acknowledged_at: Set(acknowledged.map(|done| done.at)),
        acknowledged_by: Set(acknowledged.map(|done| done.by.clone())),
        acknowledged_position: Set(acknowledged.map(|done| done.position.clone())),
        acknowledged_evidence: Set(acknowledged.map(|done| done.evidence)),
        confirmed_at: Set(acknowledged.and_then(|done| done.confirmed_at)),
        confirmed_by: Set(acknowledged.and_then(|done| done.confirmed_by.clone())),
        ended_at: Set(ended.map(|ended| ended.at)),
        reason: Set(ended.map(|ended| ended.reason.clone())),
        reminders: Set(delivery.reminders),
        reminded_at: Set(delivery.reminded_at),
    }
}

pub(super) fn of_model(row: deliveries::Model) -> Delivery {
    let number = row.register_number.zip(row.register_year);
    Delivery {
        id: row.id,
        circular: row.circular_id,
        office: row.office_id,
        parent: row.parent_id,
        tier: row.tier,
        sent_at: row.sent_at,
        due_at: row.due_at,
        opened_at: row.opened_at,
        received: row.received_at.map(|at| Received {
            at,
            by: row.received_by.unwrap_or_default(),
            number: number.map(|(text, year)| RegisterNumber { text, year }),
            evidence: row.received_evidence.unwrap_or(Evidence::Officer),
        }),
        forwarded: row.forwarded_at.map(|at| Forwarded { at, by: row.forwarded_by.unwrap_or_default() }),
        children: row.children,
        children_sent: row.children_sent,
        acknowledged: row.acknowledged_at.map(|at| Acknowledged {
            at,
            by: row.acknowledged_by.unwrap_or_default(),
            position: row.acknowledged_position.unwrap_or_default(),
            evidence: row.acknowledged_evidence.unwrap_or(Evidence::Officer),
            confirmed_at: row.confirmed_at,
            confirmed_by: row.confirmed_by,
        }),
        ended: row.ended_at.map(|at| Ended {
            at,
            reason: row.reason.unwrap_or_default(),
            returned: row.state == State::Returned,
        }),
        reminders: row.reminders,
        reminded_at: row.reminded_at,
    }
}
