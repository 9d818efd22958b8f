//! Read models: one query made for one page.

mod circular_lines;
mod delivery_lines;
mod progress;
mod timeline;

pub use circular_lines::{CircularFilter, CircularLine, circulars};
pub use delivery_lines::{
    DeliveryFilter, DeliveryLine, Lacking, Order, deliveries, deliveries_count, delivery,
};
pub use progress::{Counts, Progress, progress};
pub use timeline::{Entry, timeline};
