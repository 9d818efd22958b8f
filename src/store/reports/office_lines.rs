//! The registry of offices as a list to search.

use sea_orm::sea_query::{Alias, Condition, Expr, ExprTrait as _, Func, Query, SelectStatement};
use sea_orm::{ConnectionTrait as _, FromQueryResult};

use super::super::entities::offices::{self, Column};
use super::super::search::contains;
use super::super::{Reads, StoreError};
use crate::domain::ids::OfficeId;
use crate::domain::office::Tier;
use crate::domain::thai::search_key;

/// An office of the registry.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct OfficeLine {
    /// Its id.
    pub id: OfficeId,
    /// Its tier.
    pub tier: Tier,
    /// Its code.
    pub code: String,
    /// Its full name.
    pub name: String,
    /// Its short name.
    pub short_name: String,
    /// Its district.
    pub district: Option<String>,
    /// The two-digit code of its province.
    pub province_code: Option<String>,
    /// Its mailbox.
    pub email: Option<String>,
    /// The office above it.
    pub parent_id: Option<OfficeId>,
    /// The short name of that.
    pub parent_name: Option<String>,
}

/// Which offices.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OfficeFilter {
    /// Of this tier.
    pub tier: Option<Tier>,
    /// In this province.
    pub province: Option<String>,
    /// Right below this office.
    pub parent: Option<OfficeId>,
    /// Words that must all be found in its name, district or code, or be the name of one of `provinces`.
    pub words: String,
    /// The codes of provinces whose names hold a word, by word, in the order of the words.
    pub provinces: Vec<Vec<String>>,
}

/// Offices by tier, province and name.
///
/// # Errors
/// When the database fails.
pub async fn offices(
    on: &impl Reads,
    filter: &OfficeFilter,
    skip: u64,
    limit: u64,
) -> Result<Vec<OfficeLine>, StoreError> {
    let mut select = lines(filter);
    for column in [Column::ProvinceCode, Column::SortKey, Column::Id] {
        select.order_by((offices::Entity, column), sea_orm::Order::Asc);
    }
    let rows = on.connection().query_all(select.offset(skip).limit(limit)).await?;
    Ok(rows.iter().map(|row| OfficeLine::from_query_result(row, "")).collect::<Result<_, _>>()?)
}

/// One office.
///
/// # Errors
/// When the database fails.
pub async fn office(on: &impl Reads, id: OfficeId) -> Result<Option<OfficeLine>, StoreError> {
    let mut select = lines(&OfficeFilter::default());
    select.and_where(Expr::col((offices::Entity, Column::Id)).eq(id));
    let row = on.connection().query_one(&select).await?;
    Ok(row.map(|row| OfficeLine::from_query_result(&row, "")).transpose()?)
}

/// How many offices a filter finds.
///
/// # Errors
/// When the database fails.
pub async fn office_count(on: &impl Reads, filter: &OfficeFilter) -> Result<i64, StoreError> {
    let mut select = lines(filter);
    select.clear_selects().expr_as(Func::count(Expr::col((offices::Entity, Column::Id))), Alias::new("n"));
    let row = on.connection().query_one(&select).await?;
    Ok(row.map(|row| row.try_get("", "n")).transpose()?.unwrap_or_default())
}

fn lines(filter: &OfficeFilter) -> SelectStatement {
    let above = Alias::new("above");
    let col = |column: Column| Expr::col((offices::Entity, column));
    let mut select = Query::select();
    for (column, name) in [
        (Column::Id, "id"),
        (Column::Tier, "tier"),
        (Column::Code, "code"),
        (Column::NameTh, "name"),
        (Column::ShortNameTh, "short_name"),
        (Column::DistrictTh, "district"),
        (Column::ProvinceCode, "province_code"),
        (Column::Email, "email"),
        (Column::ParentId, "parent_id"),
    ] {
        select.expr_as(col(column), Alias::new(name));
    }
    select
        .expr_as(Expr::col((above.clone(), Column::ShortNameTh)), Alias::new("parent_name"))
        .from(offices::Entity)
        .join_as(
            sea_orm::JoinType::LeftJoin,
            offices::Entity,
            above.clone(),
            col(Column::ParentId).equals((above, Column::Id)),
        )
        .and_where_option(filter.tier.map(|tier| col(Column::Tier).eq(tier)))
        .and_where_option(filter.province.as_ref().map(|code| col(Column::ProvinceCode).eq(code.as_str())))
        .and_where_option(filter.parent.map(|parent| col(Column::ParentId).eq(parent)));
    for (n, word) in filter.words.split_whitespace().enumerate() {
        let key = search_key(word);
        let mut found = Condition::any()
            .add(contains(col(Column::SearchKey), &key))
            .add(contains(col(Column::DistrictTh), word))
            .add(contains(col(Column::Code), word));
        if let Some(codes) = filter.provinces.get(n).filter(|codes| !codes.is_empty()) {
            found = found.add(col(Column::ProvinceCode).is_in(codes.iter().cloned()));
        }
        select.cond_where(found);
    }
    select
}
