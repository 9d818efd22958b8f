//! Deeds as types, so that a handler's signature says what its caller must be allowed to do.

use crate::domain::actor::Deed;

/// A type that stands for a deed.
pub trait Demands: Send + Sync + 'static {
    /// The deed.
    const DEED: Deed;
}

macro_rules! deeds {
    ($($deed:ident)+) => {
        $(
            #[doc = concat!("Demands [`Deed::", stringify!($deed), "`].")]
            #[derive(Debug, Clone, Copy)]
            pub struct $deed;

            impl Demands for $deed {
                const DEED: Deed = Deed::$deed;
            }
        )+
    };
}

deeds! {
    Read ReadEvents ReadRegisters Draft Issue Cancel ReplaceEnclosure Receive Forward Acknowledge Return Recall Remind
    RecordOnBehalf Confirm PrintSlips PrintStack KeepOffices KeepOfficers KeepNumbers KeepEmblem
}
