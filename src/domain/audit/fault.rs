//! Where what is kept and what was recorded part.

use crate::domain::ids::{CircularId, DeliveryId, OfficeId};

/// One place at which they part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A row cannot be read.
    Unreadable {
        /// The table and the row, and what is wrong.
        what: String,
    },
    /// A line of the trail is missing, or stands twice.
    ChainGap {
        /// Whose chain.
        circular: CircularId,
        /// The place that should be next.
        position: i64,
    },
    /// A line of the trail was altered, or the one before it.
    ChainBroken {
        /// Whose chain.
        circular: CircularId,
        /// The first place that does not fit.
        position: i64,
    },
    /// An event names a delivery that the circular does not have.
    NoSuchDelivery {
        /// Whose chain.
        circular: CircularId,
        /// The delivery.
        delivery: DeliveryId,
    },
    /// A field of the circular is not what its events say.
    CircularDiffers {
        /// The circular.
        circular: CircularId,
        /// The field.
        field: &'static str,
        /// What is kept.
        kept: String,
        /// What the events tell.
        told: String,
    },
    /// A fact of a delivery is not what its events say.
    DeliveryDiffers {
        /// The circular.
        circular: CircularId,
        /// The delivery.
        delivery: DeliveryId,
        /// The fact.
        field: &'static str,
        /// What is kept.
        kept: String,
        /// What the events tell.
        told: String,
    },
    /// A number was used that the register's counter has not reached.
    NumberBeyond {
        /// The office whose register it is.
        office: OfficeId,
        /// The Buddhist year.
        year: i32,
        /// The number.
        number: i64,
        /// The counter.
        last: i64,
    },
    /// A number stands twice in a register.
    NumberTwice {
        /// The office whose register it is.
        office: OfficeId,
        /// The Buddhist year.
        year: i32,
        /// The number.
        number: String,
    },
    /// A file of an enclosure is not there.
    FileMissing {
        /// Its SHA-256.
        sha256: String,
    },
    /// A file of an enclosure is not what it was.
    FileAltered {
        /// Its SHA-256 when it was kept.
        sha256: String,
    },
}

impl Fault {
    /// The stable word.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "unreadable",
            Self::ChainGap { .. } => "chain_gap",
            Self::ChainBroken { .. } => "chain_broken",
            Self::NoSuchDelivery { .. } => "no_such_delivery",
            Self::CircularDiffers { .. } => "circular_differs",
            Self::DeliveryDiffers { .. } => "delivery_differs",
            Self::NumberBeyond { .. } => "number_beyond",
            Self::NumberTwice { .. } => "number_twice",
            Self::FileMissing { .. } => "file_missing",
            Self::FileAltered { .. } => "file_altered",
        }
    }
}
