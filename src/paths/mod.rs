//! Every address, typed, and how handlers are hung onto them: handlers, templates, letters, QR codes and tests use these.
//!
//! An address is made by writing it: `paths::Circular { id }.to_string()` is `/circulars/41`.

/// Declares addresses, a line each: `Circular("/circulars/{id}", id: CircularId);`.
macro_rules! addresses {
    ($( #[doc = $about:literal] $name:ident($address:literal $(, $field:ident: $type:ty)*); )+) => {
        $( addresses!(@one $about $name $address $(, $field: $type)*); )+
    };
    (@one $about:literal $name:ident $address:literal) => {
        #[doc = $about]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, axum_extra::routing::TypedPath)]
        #[typed_path($address)]
        pub struct $name;
    };
    (@one $about:literal $name:ident $address:literal $(, $field:ident: $type:ty)+) => {
        #[doc = $about]
        #[derive(Debug, Clone, PartialEq, Eq, axum_extra::routing::TypedPath, serde::Deserialize)]
        #[typed_path($address)]
        pub struct $name {
            $( #[doc = concat!("`{", stringify!($field), "}` of the address.")] pub $field: $type, )+
        }
    };
}

mod circulars;
pub mod deeds;
mod deliveries;
mod guard;
mod people;
mod public;
mod routes;

pub use axum_extra::routing::TypedPath;
pub use circulars::*;
pub use deliveries::*;
pub use guard::{BodyFor, Guard, Guarded, GuardedBody};
pub use people::*;
pub use public::*;
pub use routes::{Route, Routes};

/// Name of the cookie that holds a session's token.
pub const SESSION_COOKIE: &str = "wian_session";
