//! The history of Wian's schema, a crate of its own: it must not know today's entities.
//!
//! Portable columns only: 64-bit keys, text, boolean, date, UTC timestamps, JSON as text, enums as text with a CHECK.

use sea_orm_migration::prelude::*;

mod columns;
mod m20261101_000001_offices;
mod m20261101_000002_people;
mod m20261101_000003_circulars;
mod m20261101_000004_files;
mod m20261101_000005_deliveries;
mod m20261101_000006_events;
mod m20261101_000007_numbers;
mod m20261125_000008_correction_reasons;
mod m20261127_000009_saved_views;
mod m20261127_000010_guides;
mod m20261127_000011_imports;
mod m20261201_000012_paper;
mod m20261201_000013_slip_scans;
mod m20261201_000014_postal_codes;

pub use sea_orm_migration::MigratorTrait;

/// Brings a database from any earlier version of the schema to this one.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261101_000001_offices::Migration),
            Box::new(m20261101_000002_people::Migration),
            Box::new(m20261101_000003_circulars::Migration),
            Box::new(m20261101_000004_files::Migration),
            Box::new(m20261101_000005_deliveries::Migration),
            Box::new(m20261101_000006_events::Migration),
            Box::new(m20261101_000007_numbers::Migration),
            Box::new(m20261125_000008_correction_reasons::Migration),
            Box::new(m20261127_000009_saved_views::Migration),
            Box::new(m20261127_000010_guides::Migration),
            Box::new(m20261127_000011_imports::Migration),
            Box::new(m20261201_000012_paper::Migration),
            Box::new(m20261201_000013_slip_scans::Migration),
            Box::new(m20261201_000014_postal_codes::Migration),
        ]
    }
}
