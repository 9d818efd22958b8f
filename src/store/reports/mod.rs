//! Read models: one query made for one page.

mod above;
mod afoot;
mod circular_lines;
mod circular_tallies;
mod curves;
mod delivery_lines;
mod discrepancies;
mod dwell;
mod flow;
mod grades;
mod groups;
mod inbox;
mod issued_lately;
mod numbering;
mod progress;
mod registers;
mod route;
mod route_schools;
mod sorting;
mod timeline;
mod trail;
mod year;

pub use afoot::{Afoot, Resting, afoot};
pub use circular_lines::{CircularFilter, CircularLine, circulars};
pub use circular_tallies::circular_tallies;
pub use curves::{OnDay, curves};
pub use delivery_lines::{
    DeliveryFilter, DeliveryLine, Lacking, Order, deliveries, deliveries_count, delivery,
};
pub use discrepancies::{Discrepancies, discrepancies};
pub use dwell::{Stay, dwell};
pub use flow::{Flow, flow};
pub use grades::grades;
pub use groups::{GroupLine, groups};
pub use inbox::{InboxCounts, InboxPart, inbox_counts};
pub use issued_lately::{WentOut, issued_lately};
pub use numbering::numbering;
pub use progress::{Counts, Progress, progress};
pub use registers::{Kept, RegisterLine, circulars_register, register};
pub use route::{Stop, route};
pub use route_schools::{SchoolFilter, SchoolLine, route_school, route_schools, route_schools_count};
pub use sorting::Sorting;
pub use timeline::{Entry, timeline};
pub use trail::trail;
pub use year::{OfYear, OfficeStay, year_circulars, year_offices, year_stays};
