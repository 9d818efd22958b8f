//! The list of routes, each with its guard: a change of it is seen in review.

use std::fmt::Write as _;

use sea_orm::ConnectionTrait as _;
use wian::domain::actor::Role;

use crate::support::app::TestApp;

/// An address with something in its places.
pub fn filled(address: &str) -> String {
    let places = [("{code}", "R7KM42XD"), ("{token}", "unknown"), ("{file}", "base.css")];
    let named = places.iter().fold(address.to_owned(), |filled, (place, value)| filled.replace(place, value));
    named.split('/').map(|part| if part.starts_with('{') { "1" } else { part }).collect::<Vec<_>>().join("/")
}

#[tokio::test]
async fn opening_any_page_changes_nothing() {
    let app = TestApp::start().await;
    let mut readers = vec![app.visitor()];
    for office in ["DLA", "90", "4900101", "S1"] {
        readers.push(app.officer(office, Role::Administrator).await);
        readers.push(app.officer(office, Role::Issuer).await);
    }
    // Another connection sees this number change with every commit of the program's, whatever it wrote.
    let watch = sea_orm::Database::connect(app.app.config.database_url()).await.expect("a second connection");
    let version = async || {
        let row = watch.query_one_raw(sea_orm::Statement::from_string(
            sea_orm::DbBackend::Sqlite,
            "PRAGMA data_version",
        ));
        row.await.expect("an answer").expect("a row").try_get_by_index::<i64>(0).expect("a number")
    };
    let before = version().await;
    for route in wian::web::routes().iter().filter(|route| route.method == "GET") {
        for reader in &readers {
            let answer = reader.opens(filled(route.address)).await;
            assert!(answer.status < 500, "{route:?}: {}", answer.body);
            assert_eq!(version().await, before, "{route:?} wrote something");
        }
    }
    app.officer("91", Role::Officer).await;
    assert_ne!(version().await, before, "the watch sees what is written");
}

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
