//! All tests, one binary.

mod browser;
mod journeys;
mod pages;
mod support;
mod tidy;
