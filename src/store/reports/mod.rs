//! Read models: one query made for one page.

mod circular_lines;
mod delivery_lines;
mod progress;
mod registers;
mod timeline;
mod trail;

pub use circular_lines::{CircularFilter, CircularLine, circulars};
pub use delivery_lines::{
    DeliveryFilter, DeliveryLine, Lacking, Order, deliveries, deliveries_count, delivery,
};
pub use progress::{Counts, Progress, progress};
pub use registers::{Kept, RegisterLine, circulars_register, register};
pub use timeline::{Entry, timeline};
pub use trail::trail;
