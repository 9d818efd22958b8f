//! What a handler's arguments must begin with: an address, then a guard. A handler without either does not compile
//! into a route.

use axum_extra::routing::TypedPath;

/// An extractor that lets a request through or answers it.
pub trait Guard {
    /// Whom it lets through, as the list of routes says it.
    fn name() -> &'static str;
}

/// A body that only comes in where guard `G` has made sure that the sender meant to send it: a form with its token, or
/// a form whose address is itself the secret.
pub trait BodyFor<G> {}

/// A handler's arguments: an address, a guard, and whatever else it needs.
pub trait Guarded {
    /// The address.
    type Address: TypedPath;
    /// The guard.
    type Guard: Guard;
}

/// Arguments of a handler that changes something: they end with a body that the guard trusts.
pub trait GuardedBody: Guarded {}

macro_rules! arguments {
    ($($between:ident)*) => {
        impl<M, P: TypedPath, G: Guard, $($between,)* Last> Guarded for (M, P, G, $($between,)* Last) {
            type Address = P;
            type Guard = G;
        }

        impl<M, P: TypedPath, G: Guard, $($between,)* Last: BodyFor<G>> GuardedBody for (M, P, G, $($between,)* Last) {}
    };
}

impl<M, P: TypedPath, G: Guard> Guarded for (M, P, G) {
    type Address = P;
    type Guard = G;
}

arguments!();
arguments!(T1);
arguments!(T1 T2);
arguments!(T1 T2 T3);
arguments!(T1 T2 T3 T4);
arguments!(T1 T2 T3 T4 T5);
