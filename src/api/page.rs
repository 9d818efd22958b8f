//! Pages of a list by cursor: `?after=…&limit=…` gives `{items, next}`, and `next` is the following page's `after`.

use std::fmt::Display;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::body::read;
use crate::domain::refusal::Refusal;

/// Rows of a page unless asked otherwise, and the most.
const USUAL: u64 = 100;
const MOST: u64 = 1000;

/// Which page.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Paging {
    /// The `next` of the page before; the first page without it.
    pub after: Option<String>,
    /// How many rows at most: 1 to 1000, 100 unless given.
    #[param(value_type = Option<u32>)]
    pub limit: Option<String>,
}

impl Paging {
    /// Where the page begins.
    ///
    /// # Errors
    /// When it is no cursor of this list.
    pub fn after<T: FromStr>(&self) -> Result<Option<T>, Refusal> {
        read("after", self.after.as_ref())
    }

    /// How many rows it has at most.
    ///
    /// # Errors
    /// When it is no number from 1 on.
    pub fn limit(&self) -> Result<u64, Refusal> {
        match read("limit", self.limit.as_ref())? {
            Some(0) => Err(Refusal::Malformed { field: "limit" }),
            limit => Ok(limit.unwrap_or(USUAL).min(MOST)),
        }
    }
}

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Page<T> {
    /// Its rows.
    pub items: Vec<T>,
    /// Where the following page begins; none after the last.
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// A page out of up to one row more than asked for, which tells whether there is another page.
    pub fn of<R, C: Display>(
        mut rows: Vec<R>,
        limit: u64,
        cursor: impl Fn(&R) -> C,
        show: impl Fn(R) -> T,
    ) -> Self {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = rows.last().filter(|_| more).map(|last| cursor(last).to_string());
        Self { items: rows.into_iter().map(show).collect(), next }
    }
}
