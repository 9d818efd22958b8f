//! Lists of deliveries: the inbox of an office, the who-has-not list of a circular.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Alias, Expr, ExprTrait as _, Func, Query, SelectStatement};
use sea_orm::{Condition, ConnectionTrait as _, FromQueryResult as _, Iterable as _, JoinType, QueryResult};

use super::super::deliveries::{of_model, visible};
use super::super::entities::deliveries::{self, Column};
use super::super::entities::{circulars, offices};
use super::super::search::has_words;
use super::super::{Reads, StoreError};
use super::above::{above, join_above, own};
use super::discrepancies;
use super::inbox::InboxPart;
use super::progress::{done, forwarded, overdue};
use super::sorting::{Sorting, by, need, urgency};
use crate::domain::actor::Scope;
use crate::domain::circular::CircularState;
use crate::domain::delivery::{Delivery, State};
use crate::domain::evidence::Evidence;
use crate::domain::ids::{CircularId, DeliveryId, OfficeId};
use crate::domain::letter::Urgency;
use crate::domain::office::Tier;

/// A delivery as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeliveryLine {
    /// The delivery.
    pub delivery: Delivery,
    /// The circular's number; none while it is a draft, which has no deliveries.
    pub reference: String,
    /// The circular's title.
    pub title: String,
    /// Its urgency.
    pub urgency: Urgency,
    /// Its state.
    pub circular_state: CircularState,
    /// Its date.
    pub dated: Option<chrono::NaiveDate>,
    /// The office's code.
    pub office_code: String,
    /// The office's full name.
    pub office_name: String,
    /// The office's short name.
    pub office_short_name: String,
    /// Its district.
    pub district: Option<String>,
    /// The two-digit code of its province.
    pub province_code: Option<String>,
    /// The short name of the office above it on the route; none for a provincial office.
    pub parent_name: Option<String>,
    /// The furthest that the delivery above has come; none for a provincial office.
    pub parent_state: Option<State>,
    /// When the office above received it.
    pub parent_received_at: Option<DateTime<Utc>>,
    /// The number it has in the register of the office above.
    pub parent_register_number: Option<String>,
    /// Offices that the one above forwarded it to, of all below it.
    pub parent_forwarded: Option<(i32, i32)>,
}

/// What a delivery lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lacking {
    /// Not received.
    Received,
    /// Not forwarded.
    Forwarded,
    /// Not acknowledged.
    Acknowledged,
}

/// Which deliveries a list holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeliveryFilter {
    /// Of this circular.
    pub circular: Option<CircularId>,
    /// At this office.
    pub office: Option<OfficeId>,
    /// Right below this delivery.
    pub parent: Option<DeliveryId>,
    /// Of this tier.
    pub tier: Option<Tier>,
    /// In this province.
    pub province: Option<String>,
    /// In one of these states; all when empty.
    pub states: Vec<State>,
    /// Without this fact.
    pub lacking: Option<Lacking>,
    /// Received, with somebody below who was not sent it.
    pub to_forward: bool,
    /// Past its due time.
    pub overdue: bool,
    /// Claimed on the public page and not yet confirmed.
    pub unconfirmed: bool,
    /// Once claimed by somebody who was not of the school.
    pub rejected: bool,
    /// Forwarded, and nobody below opened it in the time given.
    pub unheard: bool,
    /// Acknowledged by this evidence.
    pub evidence: Option<Evidence>,
    /// Not acknowledged, and resting at an office of this tier on its route.
    pub stuck_at: Option<Tier>,
    /// Acknowledged although the office above never received it; or `false`, acknowledged where it did.
    pub passed_over: Option<bool>,
    /// In the register of received letters of this Buddhist year.
    pub register_year: Option<i32>,
    /// In this part of the office's inbox.
    pub part: Option<InboxPart>,
    /// Of circulars so urgent.
    pub urgency: Option<Urgency>,
    /// Words of the office's name, the circular's title or its number.
    pub words: Option<String>,
}

/// In which order, and where the next page begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// As made: by province and name. From the id after this one.
    Route(Option<DeliveryId>),
    /// Newest first. From the id before this one.
    Newest(Option<DeliveryId>),
    /// By another column. Skips so many.
    By(Sorting, u64),
    /// What needs a hand first: not received, then not forwarded; by urgency and due time. Skips so many.
    Inbox(u64),
}

/// Lists deliveries that the scope can see.
///
/// # Errors
/// When the database fails.
pub async fn deliveries(
    on: &impl Reads,
    scope: &Scope,
    filter: &DeliveryFilter,
    now: DateTime<Utc>,
    order: Order,
    limit: u64,
) -> Result<Vec<DeliveryLine>, StoreError> {
    let mut select = lines(scope, filter, now);
    let id = || own(Column::Id);
    match order {
        Order::Route(after) => {
            select.order_by((deliveries::Entity, Column::Id), sea_orm::Order::Asc);
            select.and_where_option(after.map(|after| id().gt(after)));
        }
        Order::Newest(before) => {
            select.order_by((deliveries::Entity, Column::Id), sea_orm::Order::Desc);
            select.and_where_option(before.map(|before| id().lt(before)));
        }
        Order::By(column, skip) => {
            by(&mut select, column);
            select.order_by((deliveries::Entity, Column::Id), sea_orm::Order::Asc).offset(skip);
        }
        Order::Inbox(skip) => {
            select.order_by_expr(need(), sea_orm::Order::Asc);
            select.order_by_expr(urgency(), sea_orm::Order::Asc);
            select.order_by((deliveries::Entity, Column::DueAt), sea_orm::Order::Asc);
            select.order_by((deliveries::Entity, Column::Id), sea_orm::Order::Desc);
            select.offset(skip);
        }
    }
    let rows = on.connection().query_all(select.limit(limit)).await?;
    rows.iter().map(|row| Ok(of_row(row)?)).collect()
}

/// One delivery as lists show it, when the scope can see it.
///
/// # Errors
/// When the database fails.
pub async fn delivery(
    on: &impl Reads,
    scope: &Scope,
    id: DeliveryId,
    now: DateTime<Utc>,
) -> Result<Option<DeliveryLine>, StoreError> {
    let mut select = lines(scope, &DeliveryFilter::default(), now);
    select.and_where(own(Column::Id).eq(id));
    let row = on.connection().query_one(&select).await?;
    Ok(row.as_ref().map(of_row).transpose()?)
}

/// How many deliveries a list holds.
///
/// # Errors
/// When the database fails.
pub async fn deliveries_count(
    on: &impl Reads,
    scope: &Scope,
    filter: &DeliveryFilter,
    now: DateTime<Utc>,
) -> Result<i64, StoreError> {
    let mut select = lines(scope, filter, now);
    select.clear_selects().expr_as(Func::count(own(Column::Id)), Alias::new("n"));
    let row = on.connection().query_one(&select).await?;
    Ok(row.map(|row| row.try_get("", "n")).transpose()?.unwrap_or_default())
}

pub(super) fn lines(scope: &Scope, filter: &DeliveryFilter, now: DateTime<Utc>) -> SelectStatement {
    let office_above = Alias::new("office_above");
    let mut select = Query::select();
    for column in Column::iter() {
        select.column((deliveries::Entity, column));
    }
    select
        .expr_as(Expr::col((circulars::Entity, circulars::Column::Reference)), Alias::new("c_reference"))
        .expr_as(Expr::col((circulars::Entity, circulars::Column::Title)), Alias::new("c_title"))
        .expr_as(Expr::col((circulars::Entity, circulars::Column::Urgency)), Alias::new("c_urgency"))
        .expr_as(Expr::col((circulars::Entity, circulars::Column::State)), Alias::new("c_state"))
        .expr_as(Expr::col((circulars::Entity, circulars::Column::Dated)), Alias::new("c_dated"))
        .expr_as(Expr::col((offices::Entity, offices::Column::Code)), Alias::new("o_code"))
        .expr_as(Expr::col((offices::Entity, offices::Column::NameTh)), Alias::new("o_name"))
        .expr_as(Expr::col((offices::Entity, offices::Column::ShortNameTh)), Alias::new("o_short"))
        .expr_as(Expr::col((offices::Entity, offices::Column::DistrictTh)), Alias::new("o_district"))
        .expr_as(above(Column::State), Alias::new("a_state"))
        .expr_as(above(Column::ReceivedAt), Alias::new("a_received_at"))
        .expr_as(above(Column::RegisterNumber), Alias::new("a_register_number"))
        .expr_as(above(Column::ChildrenSent), Alias::new("a_children_sent"))
        .expr_as(above(Column::Children), Alias::new("a_children"))
        .expr_as(Expr::col((office_above.clone(), offices::Column::ShortNameTh)), Alias::new("a_short"))
        .from(deliveries::Entity)
        .inner_join(
            circulars::Entity,
            own(Column::CircularId).equals((circulars::Entity, circulars::Column::Id)),
        )
        .inner_join(offices::Entity, own(Column::OfficeId).equals((offices::Entity, offices::Column::Id)))
        .cond_where(visible(scope));
    join_above(&mut select);
    let of_office = above(Column::OfficeId).equals((office_above.clone(), offices::Column::Id));
    select.join_as(JoinType::LeftJoin, offices::Entity, office_above, of_office);
    narrow(&mut select, filter, now);
    select
}

fn narrow(select: &mut SelectStatement, filter: &DeliveryFilter, now: DateTime<Utc>) {
    select
        .and_where_option(filter.circular.map(|id| own(Column::CircularId).eq(id)))
        .and_where_option(filter.office.map(|id| own(Column::OfficeId).eq(id)))
        .and_where_option(filter.parent.map(|id| own(Column::ParentId).eq(id)))
        .and_where_option(filter.tier.map(|tier| own(Column::Tier).eq(tier)))
        .and_where_option(filter.province.as_ref().map(|code| own(Column::ProvinceCode).eq(code.as_str())));
    if !filter.states.is_empty() {
        select.and_where(own(Column::State).is_in(filter.states.iter().copied()));
    }
    match filter.lacking {
        Some(Lacking::Received) => {
            let facts = [Column::ReceivedAt, Column::ForwardedAt, Column::AcknowledgedAt];
            for fact in facts {
                select.and_where(own(fact).is_null());
            }
        }
        Some(Lacking::Forwarded) => {
            select.and_where(forwarded().not());
        }
        Some(Lacking::Acknowledged) => {
            select.and_where(own(Column::AcknowledgedAt).is_null());
        }
        None => {}
    }
    if filter.to_forward {
        select
            .and_where(own(Column::ReceivedAt).is_not_null())
            .and_where(own(Column::EndedAt).is_null())
            .and_where(own(Column::Children).gt(0))
            .and_where(done().not());
    }
    select.and_where_option(filter.part.map(|part| part.condition(now)));
    if filter.overdue {
        select.and_where(overdue(now));
    }
    if filter.unconfirmed {
        select.cond_where(discrepancies::unconfirmed());
    }
    if filter.rejected {
        select.cond_where(discrepancies::rejected());
    }
    if filter.unheard {
        select.cond_where(discrepancies::unheard(now));
    }
    select.and_where_option(filter.evidence.map(|grade| own(Column::AcknowledgedEvidence).eq(grade)));
    if let Some(tier) = filter.stuck_at {
        select.and_where(own(Column::AcknowledgedAt).is_null()).and_where(own(Column::EndedAt).is_null());
        select.cond_where(resting_at(tier));
    }
    if let Some(passed_over) = filter.passed_over {
        select.and_where(own(Column::AcknowledgedAt).is_not_null());
        let condition = discrepancies::passed_over();
        select.cond_where(if passed_over { condition } else { condition.not() });
    }
    let of_urgency = |urgency| Expr::col((circulars::Entity, circulars::Column::Urgency)).eq(urgency);
    select.and_where_option(filter.urgency.map(of_urgency));
    select.and_where_option(filter.register_year.map(|year| own(Column::RegisterYear).eq(year)));
    if let Some(words) = filter.words.as_deref() {
        let office = Expr::col((offices::Entity, offices::Column::SearchKey));
        let circular = Expr::col((circulars::Entity, circulars::Column::SearchKey));
        select.cond_where(has_words(words, &[office, circular]));
    }
}

/// A delivery rests where it was sent to last: at its own office, at the one above, or at the one above that.
fn resting_at(tier: Tier) -> Condition {
    let above_sent = || above(Column::SentAt);
    let here = Condition::all().add(own(Column::Tier).eq(tier)).add(own(Column::SentAt).is_not_null());
    let Some(below) = tier.below() else { return here };
    let waiting =
        |tier: Tier| Condition::all().add(own(Column::Tier).eq(tier)).add(own(Column::SentAt).is_null());
    let any = Condition::any().add(here).add(waiting(below).add(above_sent().is_not_null()));
    match below.below() {
        Some(lowest) => any.add(waiting(lowest).add(above_sent().is_null())),
        None => any,
    }
}

pub(super) fn of_row(row: &QueryResult) -> Result<DeliveryLine, sea_orm::DbErr> {
    let model = deliveries::Model::from_query_result(row, "")?;
    Ok(DeliveryLine {
        reference: row.try_get::<Option<String>>("", "c_reference")?.unwrap_or_default(),
        title: row.try_get("", "c_title")?,
        urgency: row.try_get("", "c_urgency")?,
        circular_state: row.try_get("", "c_state")?,
        dated: row.try_get("", "c_dated")?,
        office_code: row.try_get("", "o_code")?,
        office_name: row.try_get("", "o_name")?,
        office_short_name: row.try_get("", "o_short")?,
        district: row.try_get("", "o_district")?,
        province_code: model.province_code.clone(),
        parent_name: row.try_get("", "a_short")?,
        parent_state: row.try_get("", "a_state")?,
        parent_received_at: row.try_get("", "a_received_at")?,
        parent_register_number: row.try_get("", "a_register_number")?,
        parent_forwarded: row
            .try_get::<Option<i32>>("", "a_children_sent")?
            .zip(row.try_get::<Option<i32>>("", "a_children")?),
        delivery: of_model(model),
    })
}
