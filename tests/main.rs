//! All tests, one binary.

mod browser;
mod pages;
mod support;
mod tidy;
