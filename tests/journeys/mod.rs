//! Whole stories in a real browser, at the size of a desktop and of a phone.

mod circular;
mod desk;
mod keyboard;
mod live;
mod no_signal;
mod people;
