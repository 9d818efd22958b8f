//! The tree of deliveries: made whole at issue, one statement a tier, and sent on from office to office.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Alias, CaseStatement, Expr, ExprTrait as _, Order, Query, SelectStatement};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
};

use super::entities::deliveries::{self, Column};
use super::entities::offices;
use super::{Reads, StoreError, Tx, audience};
use crate::domain::circular::Circular;
use crate::domain::delivery::State;
use crate::domain::ids::{CircularId, DeliveryId, OfficeId};
use crate::domain::office::Tier;

/// Offices of a circular's route, each tier as a selection of office ids.
pub struct Route {
    /// Provincial offices.
    provinces: SelectStatement,
    /// Local administrations.
    locals: SelectStatement,
    /// Schools.
    schools: SelectStatement,
}

impl Route {
    /// The route of a circular's audience, with the offices above.
    pub fn of(circular: &Circular) -> Self {
        let (id, audience) = (circular.id, &circular.audience);
        Self {
            provinces: audience::provinces_of(id, audience),
            locals: audience::locals_of(id, audience),
            schools: audience::schools_of(id, audience),
        }
    }
}

/// How many deliveries each tier got.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Made {
    /// Provincial offices.
    pub provinces: u64,
    /// Local administrations.
    pub locals: u64,
    /// Schools.
    pub schools: u64,
}

/// Makes the deliveries of all tiers. Those of the provinces are sent at once, the others wait for the office above.
///
/// # Errors
/// When the database fails.
pub async fn make(
    tx: &Tx,
    circular: CircularId,
    route: &Route,
    now: DateTime<Utc>,
    due_at: DateTime<Utc>,
) -> Result<Made, StoreError> {
    let sent = Some((now, due_at));
    let made = Made {
        provinces: insert(tx, circular, Tier::Province, &route.provinces, sent).await?,
        locals: insert(tx, circular, Tier::Local, &route.locals, None).await?,
        schools: insert(tx, circular, Tier::School, &route.schools, None).await?,
    };
    count_children(tx, circular).await?;
    Ok(made)
}

/// One statement for a tier, in the order of provinces and names, so that ids follow it too.
async fn insert(
    tx: &Tx,
    circular: CircularId,
    tier: Tier,
    ids: &SelectStatement,
    sent: Option<(DateTime<Utc>, DateTime<Utc>)>,
) -> Result<u64, StoreError> {
    let (office, above) = (Alias::new("o"), Alias::new("above"));
    let of_office = |column: offices::Column| Expr::col((office.clone(), column));
    let state = if sent.is_some() { State::Sent } else { State::Awaiting };
    let select = Query::select()
        .expr(Expr::val(circular))
        .expr(of_office(offices::Column::Id))
        .expr(Expr::col((above.clone(), Column::Id)))
        .expr(Expr::val(tier))
        .expr(of_office(offices::Column::ProvinceCode))
        .expr(Expr::val(state))
        .expr(Expr::val(sent.map(|(at, _)| at)))
        .expr(Expr::val(sent.map(|(_, due_at)| due_at)))
        .from_as(offices::Entity, office.clone())
        .join_as(
            sea_orm::JoinType::LeftJoin,
            deliveries::Entity,
            above.clone(),
            Expr::col((above.clone(), Column::OfficeId))
                .equals((office.clone(), offices::Column::ParentId))
                .and(Expr::col((above.clone(), Column::CircularId)).eq(circular)),
        )
        .and_where(of_office(offices::Column::Id).in_subquery(ids.clone()))
        .order_by((office.clone(), offices::Column::ProvinceCode), Order::Asc)
        .order_by((office.clone(), offices::Column::SortKey), Order::Asc)
        .order_by((office.clone(), offices::Column::Id), Order::Asc)
        .take();
    let columns = [
        Column::CircularId,
        Column::OfficeId,
        Column::ParentId,
        Column::Tier,
        Column::ProvinceCode,
        Column::State,
        Column::SentAt,
        Column::DueAt,
    ];
    let mut statement = Query::insert();
    statement.into_table(deliveries::Entity).columns(columns);
    statement.select_from(select).map_err(|error| sea_orm::DbErr::Custom(error.to_string()))?;
    Ok(tx.connection().execute(&statement).await?.rows_affected())
}

async fn count_children(tx: &Tx, circular: CircularId) -> Result<(), StoreError> {
    let child = Alias::new("child");
    let children = Query::select()
        .expr(Expr::col((child.clone(), Column::Id)).count())
        .from_as(deliveries::Entity, child.clone())
        .and_where(Expr::col((child, Column::ParentId)).equals((deliveries::Entity, Column::Id)))
        .take();
    let statement = Query::update()
        .table(deliveries::Entity)
        .value(Column::Children, Expr::SubQuery(None, Box::new(children.into())))
        .and_where(Column::CircularId.eq(circular))
        .and_where(Column::Tier.ne(Tier::School))
        .take();
    tx.connection().execute(&statement).await?;
    Ok(())
}

/// Which of those below a delivery are sent it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Below {
    /// All that wait for it or were pulled back.
    All,
    /// The offices of these codes, which may also have returned it.
    Codes(Vec<String>),
}

/// A delivery below another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Child {
    /// Its id.
    pub id: DeliveryId,
    /// Its office's code.
    pub code: String,
}

/// Those below a delivery that can be sent it.
///
/// # Errors
/// When the database fails.
pub async fn waiting_below(
    on: &impl Reads,
    parent: DeliveryId,
    below: &Below,
) -> Result<Vec<Child>, StoreError> {
    let waits = Condition::any().add(Column::SentAt.is_null()).add(Column::State.eq(State::Recalled));
    let which = match below {
        Below::All => Condition::all().add(waits),
        Below::Codes(codes) => Condition::all()
            .add(waits.add(Column::State.eq(State::Returned)))
            .add(offices::Column::Code.is_in(codes.iter().map(String::as_str))),
    };
    let found: Vec<(DeliveryId, String)> = deliveries::Entity::find()
        .select_only()
        .column(Column::Id)
        .column(offices::Column::Code)
        .join(
            sea_orm::JoinType::InnerJoin,
            deliveries::Entity::belongs_to(offices::Entity)
                .from(Column::OfficeId)
                .to(offices::Column::Id)
                .into(),
        )
        .filter(Column::ParentId.eq(parent))
        .filter(which)
        .order_by_asc(Column::Id)
        .into_tuple()
        .all(on.connection())
        .await?;
    Ok(found.into_iter().map(|(id, code)| Child { id, code }).collect())
}

/// Those that an office sent letters on to at this very moment.
///
/// # Errors
/// When the database fails.
pub async fn sent_by_at(
    on: &impl Reads,
    office: OfficeId,
    at: DateTime<Utc>,
) -> Result<Vec<DeliveryId>, StoreError> {
    let own = Query::select()
        .column(Column::Id)
        .from(deliveries::Entity)
        .and_where(Column::OfficeId.eq(office))
        .take();
    deliveries::Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::ParentId.in_subquery(own))
        .filter(Column::SentAt.eq(at))
        .order_by_asc(Column::Id)
        .into_tuple()
        .all(on.connection())
        .await
        .map_err(Into::into)
}

/// Sends a circular to deliveries below: each goes back to the furthest it had come, at least to its inbox.
///
/// # Errors
/// When the database fails.
pub async fn send(
    tx: &Tx,
    parent: DeliveryId,
    below: &[DeliveryId],
    now: DateTime<Utc>,
    due_at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let has = |column: Column, state: State| (Expr::col(column).is_not_null(), state);
    let furthest = [
        has(Column::AcknowledgedAt, State::Acknowledged),
        has(Column::ForwardedAt, State::Forwarded),
        has(Column::ReceivedAt, State::Received),
        has(Column::OpenedAt, State::Opened),
    ];
    let state = furthest
        .into_iter()
        .fold(CaseStatement::new(), |case, (condition, state)| case.case(condition, state))
        .finally(State::Sent);
    let nothing: Option<DateTime<Utc>> = None;
    for chunk in below.chunks(1000) {
        let statement = Query::update()
            .table(deliveries::Entity)
            .value(Column::State, state.clone())
            .value(Column::SentAt, now)
            .value(Column::DueAt, due_at)
            .value(Column::EndedAt, nothing)
            .value(Column::Reason, Option::<String>::None)
            .and_where(Column::ParentId.eq(parent))
            .and_where(Column::Id.is_in(chunk.iter().copied()))
            .take();
        tx.connection().execute(&statement).await?;
    }
    Ok(())
}
