//! Pages, asked as a browser asks.

mod board;
mod deliveries;
mod department;
mod digits;
mod errors;
mod guide;
mod headers;
mod help;
mod inbox;
mod language;
mod officers;
mod offices;
mod permissions;
mod public_letter;
mod routes;
mod school;
mod sessions;
mod sign_in;
mod slips;
mod statics;
