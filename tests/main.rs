//! All tests, one binary.

mod api;
mod browser;
mod pages;
mod support;
mod tidy;
