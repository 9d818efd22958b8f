//! Typed ids: a delivery's id cannot be taken for an office's. In JSON and in addresses they are digits.

use std::{fmt, num::ParseIntError, str::FromStr};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, Visitor},
};

/// Reads an id however it was written.
struct Digits;

impl Visitor<'_> for Digits {
    type Value = i64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id in digits")
    }

    fn visit_str<E: Error>(self, digits: &str) -> Result<i64, E> {
        digits.parse().map_err(E::custom)
    }

    fn visit_i64<E: Error>(self, id: i64) -> Result<i64, E> {
        Ok(id)
    }

    fn visit_u64<E: Error>(self, id: u64) -> Result<i64, E> {
        id.try_into().map_err(E::custom)
    }
}

/// Declares ids: 64-bit keys with a name of their own.
macro_rules! ids {
    ($($(#[doc = $about:literal])* $id:ident)+) => {$(
        $(#[doc = $about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $id(pub i64);

        impl fmt::Display for $id {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $id {
            type Err = ParseIntError;

            fn from_str(digits: &str) -> Result<Self, ParseIntError> {
                digits.parse().map(Self)
            }
        }

        impl Serialize for $id {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $id {
            /// A string of digits, as in JSON and in addresses, or a plain number.
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_any(Digits).map(Self)
            }
        }
    )+};
}

ids! {
    /// An office of any tier.
    OfficeId
    /// A saved group of offices.
    GroupId
    /// A person with an account.
    OfficerId
    /// A post: an officer's role in an office.
    AppointmentId
    /// A view of the inbox kept under a name.
    SavedViewId
    /// An emblem that an office prints above its letters.
    EmblemId
    /// A registry file handed in.
    ImportId
    /// A file of signed slips that came back.
    SlipScanId
    /// A slip in it.
    SlipPageId
    /// An API token.
    TokenId
    /// A circular.
    CircularId
    /// A row of a circular's roster.
    RosterRowId
    /// An enclosure of a circular.
    EnclosureId
    /// A version of an enclosure.
    EnclosureVersionId
    /// One circular at one office.
    DeliveryId
    /// A line of the audit trail.
    EventId
}
