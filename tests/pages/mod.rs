//! Pages, asked as a browser asks.

mod board;
mod deliveries;
mod department;
mod digits;
mod drafts;
mod errors;
mod guide;
mod headers;
mod help;
mod inbox;
mod language;
mod letter;
mod morning;
mod officers;
mod offices;
mod permissions;
mod public_letter;
mod routes;
mod school;
mod search;
mod sessions;
mod sign_in;
mod slips;
mod statics;
mod who_has_not;
mod year;
