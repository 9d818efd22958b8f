//! Read models: one query made for one page.

mod circular_lines;
mod circular_tallies;
mod delivery_lines;
mod groups;
mod progress;
mod timeline;

pub use circular_lines::{CircularFilter, CircularLine, circulars};
pub use circular_tallies::circular_tallies;
pub use delivery_lines::{
    DeliveryFilter, DeliveryLine, Lacking, Order, deliveries, deliveries_count, delivery,
};
pub use groups::{GroupLine, groups};
pub use progress::{Counts, Progress, progress};
pub use timeline::{Entry, timeline};
