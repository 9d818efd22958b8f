//! The list of routes, each with its guard: a change of it is seen in review.

use std::fmt::Write as _;

#[test]
fn every_route_has_the_guard_it_is_meant_to_have() {
    let mut list = String::new();
    for route in wian::web::routes() {
        writeln!(list, "{:<6} {:<45} {}", route.method, route.address, route.guard).expect("text");
    }
    insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("routes", list);
    });
}
