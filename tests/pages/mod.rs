//! Pages, asked as a browser asks.

mod errors;
mod headers;
mod language;
mod officers;
mod permissions;
mod routes;
mod sessions;
mod sign_in;
mod statics;
