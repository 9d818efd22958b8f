//! The first page: wherever the officer's work lies.

use super::frame;
use super::guards::Signed;
use super::page::Done;
use crate::paths;

/// Leads there.
pub async fn show(_: paths::Home, officer: Signed) -> Done {
    Done::to(frame::home(&officer.actor))
}
