//! Every page, for everybody: in both languages, light and dark, on a phone and a desktop.

mod judge;
pub mod pages;
mod pictures;
mod walk;
