//! The schools that a circular reaches, for those who hold its public link: no person's name among them.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Alias, Condition, Expr, ExprTrait as _, Func, Query, SelectStatement};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait as _, EntityTrait as _, FromQueryResult, PaginatorTrait as _,
    QueryFilter as _,
};

use super::super::entities::deliveries::{self, Column};
use super::super::entities::offices;
use super::super::search::contains;
use super::super::{Reads, StoreError};
use crate::domain::evidence::Evidence;
use crate::domain::ids::{CircularId, DeliveryId};
use crate::domain::office::Tier;
use crate::domain::thai::search_key;

/// A school of a circular's route.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct SchoolLine {
    /// Its delivery.
    pub delivery: DeliveryId,
    /// Its name.
    pub school: String,
    /// Its code.
    pub school_code: String,
    /// The short name of its local administration.
    pub local: String,
    /// The full name of that.
    pub local_name: String,
    /// The code of that.
    pub local_code: String,
    /// Its district, or that of its local administration.
    pub district: Option<String>,
    /// The two-digit code of its province.
    pub province_code: Option<String>,
    /// When it took note.
    pub acknowledged_at: Option<DateTime<Utc>>,
    /// How that is known.
    pub acknowledged_evidence: Option<Evidence>,
    /// When its local administration confirmed a claim.
    pub confirmed_at: Option<DateTime<Utc>>,
}

/// Which schools.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SchoolFilter {
    /// Words that must all be found in the name of the school, its local administration or its province.
    pub words: String,
    /// The codes of provinces whose names hold a word, by word, in the order of the words.
    pub provinces: Vec<Vec<String>>,
}

/// The schools of a circular, in the order of provinces and names.
///
/// # Errors
/// When the database fails.
pub async fn route_schools(
    on: &impl Reads,
    circular: CircularId,
    filter: &SchoolFilter,
    skip: u64,
    limit: u64,
) -> Result<Vec<SchoolLine>, StoreError> {
    let mut select = lines(circular, filter);
    select.order_by((deliveries::Entity, Column::Id), sea_orm::Order::Asc).offset(skip).limit(limit);
    all(on, &select).await
}

/// One school of a circular.
///
/// # Errors
/// When the database fails.
pub async fn route_school(
    on: &impl Reads,
    circular: CircularId,
    id: DeliveryId,
) -> Result<Option<SchoolLine>, StoreError> {
    let mut select = lines(circular, &SchoolFilter::default());
    select.and_where(Expr::col((deliveries::Entity, Column::Id)).eq(id));
    Ok(all(on, &select).await?.pop())
}

/// How many schools of a circular a filter finds.
///
/// # Errors
/// When the database fails.
pub async fn route_schools_count(
    on: &impl Reads,
    circular: CircularId,
    filter: &SchoolFilter,
) -> Result<i64, StoreError> {
    if filter.words.is_empty() {
        return all_schools_count(on, circular).await;
    }
    let mut select = lines(circular, filter);
    select.clear_selects().expr_as(Func::count(Expr::col((deliveries::Entity, Column::Id))), Alias::new("n"));
    let row = on.connection().query_one(&select).await?;
    Ok(row.map(|row| row.try_get("", "n")).transpose()?.unwrap_or_default())
}

/// Every page of the letter asks for it: the index alone answers.
async fn all_schools_count(on: &impl Reads, circular: CircularId) -> Result<i64, StoreError> {
    let schools = deliveries::Entity::find()
        .filter(Column::CircularId.eq(circular))
        .filter(Column::Tier.eq(Tier::School));
    Ok(i64::try_from(schools.count(on.connection()).await?).unwrap_or(i64::MAX))
}

async fn all(on: &impl Reads, select: &SelectStatement) -> Result<Vec<SchoolLine>, StoreError> {
    let rows = on.connection().query_all(select).await?;
    Ok(rows.iter().map(|row| SchoolLine::from_query_result(row, "")).collect::<Result<_, _>>()?)
}

fn lines(circular: CircularId, filter: &SchoolFilter) -> SelectStatement {
    let above = Alias::new("above");
    let delivery = |column: Column| Expr::col((deliveries::Entity, column));
    let school = |column: offices::Column| Expr::col((offices::Entity, column));
    let local = |column: offices::Column| Expr::col((Alias::new("above"), column));
    let district = Func::coalesce([school(offices::Column::DistrictTh), local(offices::Column::DistrictTh)]);
    let mut select = Query::select();
    select
        .expr_as(delivery(Column::Id), Alias::new("delivery"))
        .expr_as(school(offices::Column::NameTh), Alias::new("school"))
        .expr_as(school(offices::Column::Code), Alias::new("school_code"))
        .expr_as(local(offices::Column::ShortNameTh), Alias::new("local"))
        .expr_as(local(offices::Column::NameTh), Alias::new("local_name"))
        .expr_as(local(offices::Column::Code), Alias::new("local_code"))
        .expr_as(district, Alias::new("district"))
        .expr_as(delivery(Column::ProvinceCode), Alias::new("province_code"))
        .expr_as(delivery(Column::AcknowledgedAt), Alias::new("acknowledged_at"))
        .expr_as(delivery(Column::AcknowledgedEvidence), Alias::new("acknowledged_evidence"))
        .expr_as(delivery(Column::ConfirmedAt), Alias::new("confirmed_at"))
        .from(deliveries::Entity)
        .inner_join(
            offices::Entity,
            delivery(Column::OfficeId).equals((offices::Entity, offices::Column::Id)),
        )
        .join_as(
            sea_orm::JoinType::InnerJoin,
            offices::Entity,
            above.clone(),
            school(offices::Column::ParentId).equals((above, offices::Column::Id)),
        )
        .and_where(delivery(Column::CircularId).eq(circular))
        .and_where(delivery(Column::Tier).eq(Tier::School));
    for (n, word) in filter.words.split_whitespace().enumerate() {
        let key = search_key(word);
        let of_word = filter.provinces.get(n).cloned().unwrap_or_default();
        let mut found = Condition::any()
            .add(contains(school(offices::Column::SearchKey), &key))
            .add(contains(local(offices::Column::SearchKey), &key));
        if !of_word.is_empty() {
            found = found.add(delivery(Column::ProvinceCode).is_in(of_word));
        }
        select.cond_where(found);
    }
    select
}
