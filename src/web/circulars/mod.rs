//! Circulars, for those who draft, issue and follow them: a file an address.

mod alike;
mod audience_choice;
mod board;
mod cancellation;
mod check;
mod codes;
mod compose;
mod deliveries;
mod deliveries_sheet;
mod delivery_row;
mod draft;
mod enclosure_list;
mod enclosure_versions;
mod events;
mod figures;
mod issuance;
mod letter;
mod list;
mod live;
mod marked;
mod paper;
mod pictures;
mod poster;
mod reminders;
mod roster;
mod roster_rows;
mod save_draft;
mod slips;
mod typed;

pub use pictures::{hops, median};

use super::Site;
use crate::paths::Routes;

/// The routes of circulars.
pub fn routes(routes: Routes<Site>) -> Routes<Site> {
    routes
        .get(list::index)
        .post(compose::create)
        .get(compose::new)
        .get(board::show)
        .get(figures::show)
        .get(draft::show)
        .post(save_draft::save)
        .post(live::keep)
        .get(roster::show)
        .post(roster_rows::decide)
        .get(check::show)
        .post(issuance::create)
        .get(deliveries::index)
        .post(reminders::create)
        .get(events::index)
        .get(cancellation::ask_cancel)
        .post(cancellation::cancel)
        .get(cancellation::ask_correct)
        .post(cancellation::correct)
        .get(enclosure_versions::show)
        .post(enclosure_versions::create)
        .get(letter::pdf)
        .get(letter::page)
        .get(slips::pdf)
        .post(paper::choose)
        .get(codes::svg)
        .get(codes::png)
        .get(codes::pdf)
        .get(poster::pdf)
        .get(pictures::file::show)
}
