//! The tables as they are today, a file each; private to `store`.

pub mod answers;
pub mod appointments;
pub mod attempts;
pub mod audience_offices;
pub mod circulars;
pub mod deliveries;
pub mod emblems;
pub mod enclosure_versions;
pub mod enclosures;
pub mod events;
pub mod files;
pub mod group_members;
pub mod groups;
pub mod imports;
pub mod numbers;
pub mod office_names;
pub mod officers;
pub mod offices;
pub mod roster_rows;
pub mod saved_views;
pub mod sessions;
pub mod slip_pages;
pub mod slip_scans;
pub mod tokens;
