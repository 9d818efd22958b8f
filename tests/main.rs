//! All tests, one binary.

mod api;
mod browser;
mod cli;
mod dictionary;
mod everyone;
mod journeys;
mod killed;
mod pages;
mod paper;
mod support;
mod tidy;
