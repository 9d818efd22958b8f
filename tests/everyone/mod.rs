//! Every page, for everybody: in both languages, light and dark, on a phone and a desktop.

mod baseline;
mod judge;
mod manuals;
pub mod pages;
mod pictures;
mod walk;
mod wishes;
mod words;
