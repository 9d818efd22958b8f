//! All tests, one binary.

mod browser;
mod support;
mod tidy;
