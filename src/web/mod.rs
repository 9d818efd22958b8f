//! Pages for people: a file a resource, a route a line. How to add one: an address in `paths`, a handler whose
//! arguments begin with that address and a guard, a template, and its line below.

mod badges;
mod circulars;
mod cookies;
mod deliveries;
mod digits;
mod emblem;
mod enclosed;
mod errors;
mod form;
mod frame;
mod guards;
mod guide;
mod headers;
mod help;
mod home;
mod hot;
mod imports;
mod invitations;
mod language;
mod letter_text;
mod limits;
mod morning;
mod officers;
mod offices;
mod operators;
mod page;
mod places;
mod printed;
mod privacy;
mod public;
mod query;
mod registers;
mod returns;
mod search;
mod serve;
mod session_office;
mod sign_in;
mod sign_out;
mod site;
mod slips;
mod statics;
mod typeset;
mod visitor;
mod year;

pub use errors::PageError;
pub use form::{Form, OpenForm, Upload};
pub use frame::{AppointmentFrame, Frame, OfficerFrame, Place};
pub use guards::{Anyone, May, Signed, Unmetered};
pub use limits::Limit;
pub use page::{Done, Page};
pub use serve::{asked_to_stop, router, serve, site};
pub use site::Site;
pub use visitor::Visitor;

use crate::paths::{Route, Routes};

/// The pages.
fn pages() -> Routes<Site> {
    let routes = registers::routes(circulars::routes(Routes::default()))
        .get(home::show)
        .get(morning::show)
        .get(year::show)
        .get(search::show)
        .get(sign_in::show)
        .post(sign_in::create)
        .post(sign_out::create)
        .post(session_office::create)
        .post(guide::create)
        .post(language::create)
        .post(digits::create)
        .get(invitations::show)
        .post(invitations::accept)
        .get(officers::index)
        .post(officers::create)
        .get(help::show)
        .get(privacy::show)
        .get(slips::index)
        .get(slips::symbol)
        .get(returns::index)
        .post(returns::create)
        .get(returns::show)
        .get(returns::picture)
        .post(returns::type_in)
        .get(offices::index)
        .get(imports::index)
        .post(imports::create)
        .get(imports::show)
        .get(imports::progress)
        .get(emblem::show)
        .get(emblem::picture)
        .post(emblem::keep)
        .get(offices::show);
    public::routes(deliveries::routes(routes))
}

/// Files and figures, which need not know who asks.
fn plain() -> Routes<Site> {
    Routes::default()
        .get(statics::show)
        .get(statics::font)
        .get(operators::healthz)
        .get(operators::readyz)
        .get(operators::metrics)
}

/// Every route with its guard, as it is served.
pub fn routes() -> Vec<Route> {
    [pages().list(), plain().list()].concat()
}
