//! Dates of the Buddhist era: as they are written on paper and on screen, and as they are found in running text.

mod keywords;
mod months;
mod pieces;
mod reading;
mod writing;

pub use months::{month_abbr, month_name, month_name_en};
pub use reading::{DateText, DateValue, find_dates};
pub use writing::{
    buddhist_year, long, long_en, month_year, range_short, short, short_en, time, weekday_long,
};
