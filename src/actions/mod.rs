//! What people do: a file a verb, a transaction each.

mod add_school;
mod choose_local;
mod choose_school;
mod drafts;
mod drop_row;
mod import_offices;
mod put_audience;
mod put_roster;
#[cfg(test)]
mod real_rosters;
mod roster_report;
mod seed_registry;
#[cfg(test)]
mod testing;

pub use add_school::add_school;
pub use choose_local::choose_local;
pub use choose_school::choose_school;
pub use drop_row::drop_row;
pub use import_offices::{ImportReport, import_offices, import_offices_as};
pub use put_audience::put_audience;
pub use put_roster::put_roster;
pub use roster_report::{RosterReport, roster_report};
pub use seed_registry::seed_registry;
