//! Pages that need no sign-in: a letter behind its code, its files, a school behind its secret link. They hold no
//! personal data beyond what a school's own page says of itself, and work without scripts.

mod acknowledgement;
mod contact;
mod duties;
mod file;
mod found;
mod installed;
mod letter;
mod lookup;
mod printed;
mod receipt;
mod roster;
mod roster_files;
mod school;
mod school_deeds;
mod stream;
mod verification;
mod verified_facts;

use super::Site;
use crate::paths::Routes;

/// Their routes.
pub(super) fn routes(routes: Routes<Site>) -> Routes<Site> {
    routes
        .get(letter::show)
        .get(printed::pdf)
        .get(acknowledgement::show)
        .post(acknowledgement::create)
        .get(roster::show)
        .get(roster_files::csv)
        .get(roster_files::xlsx)
        .get(file::show)
        .get(file::version)
        .get(school::show)
        .get(installed::manifest)
        .get(installed::worker)
        .post(school_deeds::open)
        .post(school_deeds::acknowledge)
        .get(receipt::pdf)
        .get(verification::key)
        .get(verification::show)
}
