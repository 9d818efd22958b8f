//! Wian (เวียน) follows an official circular from the department that issues it to the schools that act on it.
//!
//! # The one rule
//!
//! ```text
//! cli   →   web  api  jobs   →   actions   →   app   →   store  letters   →   paths  text   →   domain
//! ```
//!
//! A module uses what stands to its right, never what stands to its left, never a neighbour on its own step. Two walls:
//! only `store` names `sea_orm`, and `domain` does no I/O. Pages may read from `store`; every write goes through an
//! action, the only place that can open a transaction. `tests/tidy.rs` reads the sources and fails on a breach.

pub mod actions;
pub mod api;
pub mod app;
pub mod cli;
pub mod domain;
pub mod jobs;
pub mod letters;
pub mod paths;
pub mod store;
pub mod text;
pub mod web;
