//! All tests, one binary.

mod api;
mod browser;
mod cli;
mod journeys;
mod pages;
mod support;
mod tidy;
