//! Pages, asked as a browser asks.

mod department;
mod errors;
mod headers;
mod language;
mod officers;
mod permissions;
mod routes;
mod sessions;
mod sign_in;
mod statics;
