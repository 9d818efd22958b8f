//! Deliveries: the inbox, one letter at one office, and what is done with it.

mod above;
mod bulk;
mod children;
mod deeds;
mod facts;
mod inbox;
mod inbox_parts;
mod inbox_rows;
mod letter;
mod opening;
mod own;
mod receipt;
mod saved_views;
mod show;
mod timeline;
mod typed;
mod undo;
mod view;

use super::Site;
use crate::paths::Routes;

/// Their routes.
pub(super) fn routes(routes: Routes<Site>) -> Routes<Site> {
    routes
        .get(inbox::index)
        .post(bulk::receive)
        .post(bulk::forward)
        .post(undo::create)
        .post(saved_views::create)
        .post(saved_views::drop)
        .get(show::show)
        .get(letter::pdf)
        .get(receipt::pdf)
        .post(opening::create)
        .post(own::receive)
        .post(own::forward)
        .post(own::acknowledge)
        .post(own::give_back)
        .post(above::recall)
        .post(above::remind)
        .post(above::record)
        .post(above::confirm)
}
