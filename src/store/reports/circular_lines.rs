//! The list of circulars, each with how far it has come.

use std::collections::HashMap;

use sea_orm::sea_query::{Alias, Expr, ExprTrait as _, Query};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
};

use super::super::circulars::{of_model, visible};
use super::super::entities::{circulars, deliveries};
use super::super::search::has_words;
use super::super::{Reads, StoreError};
use crate::domain::actor::Scope;
use crate::domain::circular::{Circular, CircularState};
use crate::domain::ids::CircularId;
use crate::domain::office::Tier;

/// Binds of one statement that name circulars; `SQLite` takes 32,766 in all.
const CHUNK: usize = 5_000;

/// A circular with three figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CircularLine {
    /// The circular.
    pub circular: Circular,
    /// Provincial offices that received it, of all.
    pub provinces: (i64, i64),
    /// Leaves that acknowledged it, of all: schools, or local administrations where it goes no further.
    pub acknowledged: (i64, i64),
}

/// Which circulars a list holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CircularFilter {
    /// In this state; all when none.
    pub state: Option<CircularState>,
    /// Of this Buddhist year's register.
    pub year: Option<i32>,
    /// Words of the title or the number.
    pub words: Option<String>,
    /// From the id before this one.
    pub before: Option<CircularId>,
}

/// Lists circulars that the scope can see, newest first.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn circulars(
    on: &impl Reads,
    scope: &Scope,
    filter: &CircularFilter,
    limit: u64,
) -> Result<Vec<CircularLine>, StoreError> {
    let mut select =
        circulars::Entity::find().filter(visible(scope)).order_by_desc(circulars::Column::Id).limit(limit);
    if let Some(state) = filter.state {
        select = select.filter(circulars::Column::State.eq(state));
    }
    if let Some(year) = filter.year {
        select = select.filter(circulars::Column::NumberYear.eq(year));
    }
    if let Some(before) = filter.before {
        select = select.filter(circulars::Column::Id.lt(before));
    }
    if let Some(words) = filter.words.as_deref() {
        let key = Expr::col((circulars::Entity, circulars::Column::SearchKey));
        select = select.filter(has_words(words, &[key]));
    }
    let found = select.all(on.connection()).await?;
    with_figures(on, found).await
}

/// Circulars with their three figures, in the same order.
pub(super) async fn with_figures(
    on: &impl Reads,
    found: Vec<circulars::Model>,
) -> Result<Vec<CircularLine>, StoreError> {
    let figures = figures(on, found.iter().map(|row| row.id).collect()).await?;
    let figures: HashMap<_, _> =
        figures.into_iter().map(|figure| ((figure.circular, figure.tier), figure)).collect();
    found
        .into_iter()
        .map(|row| {
            let id = row.id;
            let of = |tier: Tier| figures.get(&(id, tier));
            let leaf = [Tier::School, Tier::Local, Tier::Province].into_iter().find_map(of);
            Ok(CircularLine {
                circular: of_model(row)?,
                provinces: of(Tier::Province).map_or((0, 0), |figure| (figure.received, figure.total)),
                acknowledged: leaf.map_or((0, 0), |figure| (figure.acknowledged, figure.total)),
            })
        })
        .collect()
}

struct Figure {
    circular: CircularId,
    tier: Tier,
    total: i64,
    received: i64,
    acknowledged: i64,
}

async fn figures(on: &impl Reads, ids: Vec<CircularId>) -> Result<Vec<Figure>, StoreError> {
    use deliveries::Column;
    let count = |column: Column| Expr::col(column).count();
    let mut figures = Vec::new();
    for ids in ids.chunks(CHUNK) {
        let select = Query::select()
            .columns([Column::CircularId, Column::Tier])
            .expr_as(count(Column::Id), Alias::new("total"))
            .expr_as(count(Column::ReceivedAt), Alias::new("received"))
            .expr_as(count(Column::AcknowledgedAt), Alias::new("acknowledged"))
            .from(deliveries::Entity)
            .and_where(Column::CircularId.is_in(ids.iter().copied()))
            .group_by_columns([Column::CircularId, Column::Tier])
            .take();
        let rows = on.connection().query_all(&select).await?;
        let read = |row: sea_orm::QueryResult| {
            Ok(Figure {
                circular: row.try_get("", "circular_id")?,
                tier: row.try_get("", "tier")?,
                total: row.try_get("", "total")?,
                received: row.try_get("", "received")?,
                acknowledged: row.try_get("", "acknowledged")?,
            })
        };
        figures.extend(rows.into_iter().map(read).collect::<Result<Vec<Figure>, StoreError>>()?);
    }
    Ok(figures)
}
