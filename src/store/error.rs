//! What can go wrong with what is kept.

use std::fmt::Display;

/// A failure of the database or of what stands in it; never the fault of a person at a form.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database refused or did not answer.
    #[error("database: {0}")]
    Database(#[from] sea_orm::DbErr),
    /// A kept value that cannot be read back.
    #[error("{table} {id}: {what}")]
    Broken {
        /// The table.
        table: &'static str,
        /// The row.
        id: String,
        /// What is wrong with it.
        what: String,
    },
    /// The folder of files refused.
    #[error("files: {0}")]
    Files(#[from] std::io::Error),
}

impl StoreError {
    /// A row whose value cannot be read back.
    pub(super) fn broken(table: &'static str, id: impl Display, what: impl Display) -> Self {
        Self::Broken { table, id: format!("{id}"), what: format!("{what}") }
    }

    /// Whether a unique index refused a row: somebody else was first.
    pub(super) fn is_unique_violation(error: &sea_orm::DbErr) -> bool {
        matches!(error.sql_err(), Some(sea_orm::SqlErr::UniqueConstraintViolation(_)))
    }
}
