//! Version 1: a file a resource, a line a route.

mod acknowledgement;
mod answers;
mod audience;
mod cancellation;
mod circular;
mod circulars;
mod confirmation;
mod deliveries;
mod delivery;
mod description;
mod enclosure;
mod enclosures;
mod events;
mod forwarding;
mod issuance;
mod letter;
mod progress;
mod qr;
mod readings;
mod receipt;
mod recipient_rows;
mod recipients;
mod record;
mod register_rows;
mod registers;
mod roster;
mod slips;

use super::routes::Guard::{Anybody, Role, Thing};
use super::routes::Routes;
use super::routes::Takes::{Json, Paper, Stream};
use crate::domain::actor::Deed;

/// Every route of this version.
pub fn routes() -> Routes {
    let routes = Routes::new().add(description::__path_openapi, description::openapi, Anybody, Json).add(
        readings::__path_read,
        readings::read,
        Role(Deed::Draft),
        Paper,
    );
    registers_of(deliveries_of(circulars_of(routes)))
}

fn circulars_of(routes: Routes) -> Routes {
    routes
        .add(circulars::__path_list, circulars::list, Role(Deed::Read), Json)
        .add(circulars::__path_create, circulars::create, Role(Deed::Draft), Json)
        .add(circulars::__path_one, circulars::one, Thing(Deed::Read), Json)
        .add(circulars::__path_replace, circulars::replace, Thing(Deed::Draft), Json)
        .add(roster::__path_put, roster::put, Thing(Deed::Draft), Paper)
        .add(audience::__path_put, audience::put, Thing(Deed::Draft), Json)
        .add(enclosures::__path_list, enclosures::list, Thing(Deed::Read), Json)
        .add(enclosures::__path_create, enclosures::create, Thing(Deed::Draft), Stream)
        .add(enclosures::__path_remove, enclosures::remove, Thing(Deed::Draft), Json)
        .add(enclosures::__path_replace, enclosures::replace, Thing(Deed::ReplaceEnclosure), Stream)
        .add(issuance::__path_issue, issuance::issue, Thing(Deed::Issue), Json)
        .add(cancellation::__path_cancel, cancellation::cancel, Thing(Deed::Cancel), Json)
        .add(cancellation::__path_supersede, cancellation::supersede, Thing(Deed::Cancel), Json)
        .add(progress::__path_progress, progress::progress, Thing(Deed::Read), Json)
        .add(recipients::__path_recipients, recipients::recipients, Thing(Deed::Read), Json)
        .add(events::__path_events, events::events, Thing(Deed::ReadEvents), Json)
        .add(letter::__path_pdf, letter::pdf, Thing(Deed::Read), Json)
        .add(slips::__path_pdf, slips::pdf, Thing(Deed::PrintStack), Json)
        .add(qr::__path_png, qr::png, Thing(Deed::Read), Json)
        .add(qr::__path_svg, qr::svg, Thing(Deed::Read), Json)
        .add(qr::__path_pdf, qr::pdf, Thing(Deed::Read), Json)
}

fn deliveries_of(routes: Routes) -> Routes {
    routes
        .add(deliveries::__path_inbox, deliveries::inbox, Role(Deed::Read), Json)
        .add(deliveries::__path_one, deliveries::one, Thing(Deed::Read), Json)
        .add(deliveries::__path_opening, deliveries::opening, Thing(Deed::Read), Json)
        .add(receipt::__path_receive, receipt::receive, Thing(Deed::Receive), Json)
        .add(forwarding::__path_forward, forwarding::forward, Thing(Deed::Forward), Json)
        .add(
            acknowledgement::__path_acknowledge,
            acknowledgement::acknowledge,
            Thing(Deed::Acknowledge),
            Json,
        )
        .add(answers::__path_give_back, answers::give_back, Thing(Deed::Return), Json)
        .add(answers::__path_recall, answers::recall, Thing(Deed::Recall), Json)
        .add(answers::__path_remind, answers::remind, Thing(Deed::Remind), Json)
        .add(record::__path_record, record::record, Thing(Deed::RecordOnBehalf), Json)
        .add(confirmation::__path_confirm, confirmation::confirm, Thing(Deed::Confirm), Json)
        .add(confirmation::__path_reject, confirmation::reject, Thing(Deed::Confirm), Json)
}

fn registers_of(routes: Routes) -> Routes {
    routes
        .add(registers::__path_received, registers::received, Role(Deed::ReadRegisters), Json)
        .add(registers::__path_sent, registers::sent, Role(Deed::ReadRegisters), Json)
        .add(registers::__path_circulars, registers::circulars, Role(Deed::ReadRegisters), Json)
}
