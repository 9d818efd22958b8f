//! What the tests share.

pub mod app;
pub mod browser;
pub mod country;
pub mod demo;
pub mod line;
pub mod material;
pub mod person;
pub mod scan;
pub mod story;
